import type { DeskModel } from './desk-model';
import { FeatureTable } from './hashing';
import { weightingOf } from './vectors';

/** Raised whenever features or models change shape or meaning, so that no older snapshot is ever used. */
export const SNAPSHOT_VERSION = 10;

/** How many arrays a model has; see desksToArrays. */
const ARRAYS = 10;

const KINDS = { i4: Int32Array, f4: Float32Array, i2: Int16Array, u2: Uint16Array, u1: Uint8Array } as const;
type Kind = keyof typeof KINDS;
type Numbers = Int32Array | Float32Array | Int16Array | Uint16Array | Uint8Array;

const kindOf = (array: Numbers): Kind => {
  if (array instanceof Float32Array) return 'f4';
  if (array instanceof Int32Array) return 'i4';
  if (array instanceof Int16Array) return 'i2';
  return array instanceof Uint16Array ? 'u2' : 'u1';
};

/** Every array begins at a multiple of four bytes. */
const aligned = (bytes: number): number => Math.ceil(bytes / 4) * 4;

interface Header {
  readonly version: number;
  readonly key: string;
  readonly meta: unknown;
  readonly arrays: readonly { readonly kind: Kind; readonly length: number }[];
}

interface DeskMeta {
  readonly desk: string;
  readonly classes: readonly string[];
  readonly groupWeights: readonly number[];
  readonly scale: number;
  readonly rows: number;
  readonly neighbours: number;
}

const desksToArrays = (models: readonly DeskModel[]): readonly Numbers[] =>
  models.flatMap((model) => [
    model.weighting.table.contents,
    model.weighting.idf,
    model.ownShare,
    model.linear.weights,
    model.linear.bias,
    model.neighbours.labels,
    model.neighbours.starts,
    model.neighbours.postings,
    model.neighbours.values,
    new Uint8Array(Buffer.from(JSON.stringify(model.rowTexts), 'utf8')),
  ]);

/**
 * Writes models and a small JSON value as one buffer: a JSON header, then the typed arrays as they lie in memory.
 *
 * @param key what the models were learned from; `readSnapshot` gives nothing for another key.
 */
export function writeSnapshot(key: string, models: readonly DeskModel[], extra: unknown): Buffer {
  const arrays = desksToArrays(models);
  const desks: DeskMeta[] = models.map(({ desk, classes, weighting, linear, neighbours, rows }) => ({
    desk,
    classes,
    groupWeights: weighting.groupWeights,
    scale: linear.scale,
    rows,
    neighbours: neighbours.rows,
  }));
  const header: Header = {
    version: SNAPSHOT_VERSION,
    key,
    meta: { desks, extra },
    arrays: arrays.map((array) => ({ kind: kindOf(array), length: array.length })),
  };
  const json = Buffer.from(JSON.stringify(header), 'utf8');
  const start = aligned(4 + json.length);
  const total = arrays.reduce((sum, array) => sum + aligned(array.byteLength), start);
  const buffer = Buffer.alloc(total);
  buffer.writeUInt32LE(json.length, 0);
  json.copy(buffer, 4);
  let at = start;
  for (const array of arrays) {
    Buffer.from(array.buffer, array.byteOffset, array.byteLength).copy(buffer, at);
    at += aligned(array.byteLength);
  }
  return buffer;
}

/** What a snapshot holds. */
export interface Snapshot {
  readonly models: readonly DeskModel[];
  readonly extra: unknown;
}

/**
 * Reads a snapshot in place; null when it is of another key or version, cut short, or not one at all.
 *
 * @param buffer must begin at a multiple of four bytes of its memory, as one of `alignedRead`.
 */
export function readSnapshot(buffer: Buffer, key: string): Snapshot | null {
  try {
    const length = buffer.readUInt32LE(0);
    const header = JSON.parse(buffer.toString('utf8', 4, 4 + length)) as Header;
    if (header.version !== SNAPSHOT_VERSION || header.key !== key) return null;
    const memory = buffer.buffer as ArrayBuffer;
    const { byteOffset } = buffer;
    let at = byteOffset + aligned(4 + length);
    const arrays = header.arrays.map(({ kind, length: count }) => {
      const array = new KINDS[kind](memory, at, count);
      at += aligned(array.byteLength);
      return array;
    });
    if (at !== byteOffset + buffer.byteLength) return null;
    const { desks, extra } = header.meta as { desks: DeskMeta[]; extra: unknown };
    return {
      models: desks.map((desk, index) => modelOf(desk, arrays.slice(index * ARRAYS, (index + 1) * ARRAYS))),
      extra,
    };
  } catch {
    return null;
  }
}

function modelOf(desk: DeskMeta, arrays: readonly Numbers[]): DeskModel {
  const ints = (index: number): Int32Array => arrays[index] as Int32Array;
  const floats = (index: number): Float32Array => arrays[index] as Float32Array;
  const shorts = (index: number): Uint16Array => arrays[index] as Uint16Array;
  const table = FeatureTable.of(ints(0));
  let texts: readonly string[] | null = null;
  return {
    desk: desk.desk,
    classes: desk.classes,
    weighting: weightingOf(table, floats(1), desk.groupWeights),
    ownShare: floats(2),
    linear: {
      classes: desk.classes.length + 1,
      features: table.size,
      weights: arrays[3] as Int16Array,
      scale: desk.scale,
      bias: floats(4),
    },
    rows: desk.rows,
    // Only explanations show them: they are read when one is asked for.
    get rowTexts() {
      texts ??= JSON.parse(Buffer.from(arrays[9] as Uint8Array).toString('utf8')) as readonly string[];
      return texts;
    },
    neighbours: {
      rows: desk.neighbours,
      classes: desk.classes.length,
      labels: ints(5),
      starts: ints(6),
      postings: arrays[7] as Uint16Array | Int32Array,
      values: shorts(8),
      sums: new Float32Array(desk.neighbours),
    },
  };
}
