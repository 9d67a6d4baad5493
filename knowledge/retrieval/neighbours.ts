import type { SparseVector } from './vectors';

/** The phrases by feature, to find those that are nearest to a message. */
export interface NeighbourIndex {
  readonly rows: number;
  readonly classes: number;
  /** The class of each row; -1 for foreign phrases. */
  readonly labels: Int32Array;
  readonly starts: Int32Array;
  readonly postings: Uint16Array | Int32Array;
  /** The value of a feature in a row, in steps of 1 / VALUE_STEPS. */
  readonly values: Uint16Array;
  /** Room to add up in; overwritten by each message. */
  readonly sums: Float32Array;
}

const VALUE_STEPS = 65535;
const MOST_SMALL_ROWS = 65535;
/** A feature of more rows than this share tells them hardly apart and would be most of the work: it is left out. */
const COMMON_SHARE = 0.04;
const FEW_ROWS = 300;
/** The most phrases' features that one message is compared with, whatever its length. */
export const MOST_COMPARED = 24000;

/** Turns the vectors of the phrases into lists by feature. Vectors are scaled to length 1. */
export function indexRows(
  rows: readonly SparseVector[],
  labels: Int32Array,
  classes: number,
  features: number,
): NeighbourIndex {
  const counts = new Int32Array(features);
  for (const row of rows) for (const id of row.ids) counts[id] = (counts[id] as number) + 1;
  const isKept = (id: number): boolean =>
    (counts[id] as number) <= Math.max(FEW_ROWS, rows.length * COMMON_SHARE);
  const starts = new Int32Array(features + 1);
  for (let f = 0; f < features; f += 1) {
    starts[f + 1] = (starts[f] as number) + (isKept(f) ? (counts[f] as number) : 0);
  }
  const total = starts[features] as number;
  const postings = rows.length > MOST_SMALL_ROWS ? new Int32Array(total) : new Uint16Array(total);
  const values = new Uint16Array(total);
  const next = starts.slice();
  rows.forEach((row, index) => {
    const scale = 1 / (lengthOf(row) || 1);
    for (let k = 0; k < row.ids.length; k += 1) {
      const id = row.ids[k] as number;
      if (!isKept(id)) continue;
      const at = next[id] as number;
      next[id] = at + 1;
      postings[at] = index;
      values[at] = Math.round((row.values[k] as number) * scale * VALUE_STEPS);
    }
  });
  const sums = new Float32Array(rows.length);
  return { rows: rows.length, classes, labels, starts, postings, values, sums };
}

/** Euclidean length of a vector. */
export function lengthOf(vector: SparseVector): number {
  let squares = 0;
  for (const value of vector.values) squares += value * value;
  return Math.sqrt(squares);
}

/**
 * The most rows that a feature may have to be looked at: a long message has telling features enough, and leaves the commoner ones alone so
 * that it takes no longer than `MOST_COMPARED` allows.
 */
export function commonestOf({ starts }: NeighbourIndex, { ids }: SparseVector): number {
  const rowsOf = (id: number): number => (starts[id + 1] as number) - (starts[id] as number);
  let most = 0;
  for (const id of ids) most = Math.max(most, rowsOf(id));
  for (;;) {
    let compared = 0;
    for (const id of ids) if (rowsOf(id) <= most) compared += rowsOf(id);
    if (compared <= MOST_COMPARED) return most;
    most = Math.floor(most * 0.7);
  }
}

/** The cosine of a vector with every phrase. The result is overwritten by the next call. */
function similarities(index: NeighbourIndex, vector: SparseVector): Float32Array {
  const commonest = commonestOf(index, vector);
  const { sums, postings, values } = index;
  sums.fill(0);
  const scale = 1 / ((lengthOf(vector) || 1) * VALUE_STEPS);
  for (let k = 0; k < vector.ids.length; k += 1) {
    const id = vector.ids[k] as number;
    const start = index.starts[id] as number;
    const end = index.starts[id + 1] as number;
    if (end - start > commonest) continue;
    const value = (vector.values[k] as number) * scale;
    for (let at = start; at < end; at += 1) {
      const row = postings[at] as number;
      sums[row] = (sums[row] as number) + value * (values[at] as number);
    }
  }
  return sums;
}

/** The nearest phrase of each class, and of the foreign ones; row -1: none. */
export interface Nearest {
  readonly byClass: Float64Array;
  readonly rowByClass: Int32Array;
  readonly foreign: number;
  readonly foreignRow: number;
}

/** Keeps the best similarity of every class. */
export function nearestByClass(index: NeighbourIndex, vector: SparseVector): Nearest {
  const sums = similarities(index, vector);
  const byClass = new Float64Array(index.classes);
  const rowByClass = new Int32Array(index.classes).fill(-1);
  let foreign = 0;
  let foreignRow = -1;
  for (let row = 0; row < index.rows; row += 1) {
    const similarity = sums[row] as number;
    const label = index.labels[row] as number;
    if (label < 0) {
      if (similarity > foreign) {
        foreign = similarity;
        foreignRow = row;
      }
    } else if (similarity > (byClass[label] as number)) {
      byClass[label] = similarity;
      rowByClass[label] = row;
    }
  }
  return { byClass, rowByClass, foreign, foreignRow };
}
