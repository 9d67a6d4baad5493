import type { Analysis } from './analyse';
import { BLOCK_COUNT } from './analyse';
import { FeatureTable } from './hashing';

/** A sparse vector: features in ascending order and their values. */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** What turns an analysis into a vector. */
export interface Weighting {
  readonly table: FeatureTable;
  /** The first feature number of each block, and one past the last. */
  readonly blockStarts: Int32Array;
  readonly idf: Float32Array;
  readonly blockWeights: readonly number[];
}

/**
 * The weighted vector of a text: (1 + ln tf) x idf, each block of length 1 and then times its weight. Features that the phrases do not have
 * are left out.
 */
export function vectorOf(analysis: Analysis, weighting: Weighting): SparseVector {
  const ids: number[] = [];
  const values: number[] = [];
  for (let block = 0; block < BLOCK_COUNT; block += 1) {
    const known: number[] = [];
    for (const hash of analysis.blocks[block] ?? []) {
      const id = weighting.table.idOf(hash);
      if (id >= 0) known.push(id);
    }
    const sorted = Int32Array.from(known).sort();
    const from = ids.length;
    let squares = 0;
    for (let at = 0; at < sorted.length;) {
      const id = sorted[at] as number;
      let count = 0;
      while (at < sorted.length && sorted[at] === id) {
        count += 1;
        at += 1;
      }
      const value = (1 + Math.log(count)) * (weighting.idf[id] as number);
      if (value === 0) continue;
      ids.push(id);
      values.push(value);
      squares += value * value;
    }
    const scale = squares > 0 ? (weighting.blockWeights[block] as number) / Math.sqrt(squares) : 0;
    for (let at = from; at < values.length; at += 1) values[at] = (values[at] as number) * scale;
  }
  return { ids: Int32Array.from(ids), values: Float32Array.from(values) };
}

/** Builds the table and the weights from the texts of one desk. */
export function learnWeighting(
  analyses: readonly Analysis[],
  options: { readonly blockWeights: readonly number[]; readonly minCounts: readonly number[] },
): Weighting {
  const hashes: number[] = [];
  const idf: number[] = [];
  const blockStarts = new Int32Array(BLOCK_COUNT + 1);
  for (let block = 0; block < BLOCK_COUNT; block += 1) {
    blockStarts[block] = hashes.length;
    const counts = new Map<number, number>();
    const last = new Map<number, number>();
    analyses.forEach((analysis, row) => {
      for (const hash of analysis.blocks[block] ?? []) {
        if (last.get(hash) === row) continue;
        last.set(hash, row);
        counts.set(hash, (counts.get(hash) ?? 0) + 1);
      }
    });
    for (const [hash, count] of counts) {
      if (count < (options.minCounts[block] ?? 1)) continue;
      hashes.push(hash);
      idf.push(Math.log((1 + analyses.length) / (1 + count)) + 1);
    }
  }
  blockStarts[BLOCK_COUNT] = hashes.length;
  return {
    table: FeatureTable.of(Int32Array.from(hashes)),
    blockStarts,
    idf: Float32Array.from(idf),
    blockWeights: options.blockWeights,
  };
}
