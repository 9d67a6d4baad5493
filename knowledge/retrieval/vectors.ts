import type { Analysis } from './analyse';
import { BLOCKS, CHARACTER_GROUP } from './analyse';
import { FeatureCounter, FeatureTable } from './hashing';

/** A sparse vector: its features, each once, and their values. */
export interface SparseVector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

/** What turns an analysis into a vector. */
export interface Weighting {
  readonly table: FeatureTable;
  readonly idf: Float32Array;
  /** The weight of each group of blocks. */
  readonly groupWeights: readonly number[];
  /** Room to count in, all zero between calls. */
  readonly scratch: Uint16Array;
}

/** Puts a weighting together from what is stored of it. */
export const weightingOf = (
  table: FeatureTable,
  idf: Float32Array,
  groupWeights: readonly number[],
): Weighting => ({ table, idf, groupWeights, scratch: new Uint16Array(table.size) });

/**
 * The weighted vector of a text: (1 + ln tf) x idf, each group of length 1 and then times its weight. Features that the phrases do not have
 * are left out.
 */
export function vectorOf(analysis: Analysis, weighting: Weighting): SparseVector {
  const { table, idf, groupWeights, scratch } = weighting;
  const ids: number[] = [];
  const values: number[] = [];
  groupWeights.forEach((groupWeight, group) => {
    if (groupWeight === 0) return;
    const from = ids.length;
    BLOCKS.forEach((block, place) => {
      if (block.group !== group) return;
      for (const hash of analysis.blocks[place] ?? []) {
        const id = table.idOf(hash);
        if (id < 0) continue;
        if (scratch[id] === 0) ids.push(id);
        scratch[id] = (scratch[id] as number) + 1;
      }
    });
    let squares = 0;
    for (let at = from; at < ids.length; at += 1) {
      const id = ids[at] as number;
      const count = scratch[id] as number;
      scratch[id] = 0;
      const value = (count === 1 ? 1 : 1 + Math.log(count)) * (idf[id] as number);
      values.push(value);
      squares += value * value;
    }
    const scale = squares > 0 ? groupWeight / Math.sqrt(squares) : 0;
    for (let at = from; at < values.length; at += 1) values[at] = (values[at] as number) * scale;
  });
  return { ids: Int32Array.from(ids), values: Float32Array.from(values) };
}

/** Below this many texts a feature that stands once may be all there is of its topic: none is left out but of characters. */
const FEW_TEXTS = 2500;
/** For how many texts the background counts: nothing beside thousands, most of what is known of a word beside fifty. */
export const BACKGROUND_TEXTS = 300;

/** In what share of the background texts each feature stands. */
function backgroundShares(background: readonly Analysis[]): ReadonlyMap<number, number> {
  const shares = new Map<number, number>();
  for (const { blocks } of background)
    for (const hash of new Set(blocks.flat()))
      shares.set(hash, (shares.get(hash) ?? 0) + 1 / background.length);
  return shares;
}

/**
 * Builds the table and the weights from the texts of one desk. A feature in fewer texts than its block asks for is left out.
 *
 * @param background texts about other things: a word that is common there is rare in a handful of texts by chance.
 */
export function learnWeighting(
  analyses: readonly Analysis[],
  groupWeights: readonly number[],
  background: readonly Analysis[] = [],
): Weighting {
  const counter = new FeatureCounter();
  const least: number[] = [];
  analyses.forEach((analysis, row) => {
    BLOCKS.forEach(({ group, minCount }, place) => {
      if (groupWeights[group] === 0) return;
      const needed = group === CHARACTER_GROUP || analyses.length >= FEW_TEXTS ? minCount : 1;
      for (const hash of analysis.blocks[place] ?? []) {
        const id = counter.count(hash, row);
        if (id === least.length) least.push(needed);
      }
    });
  });
  const elsewhere = backgroundShares(background);
  const others = background.length > 0 ? BACKGROUND_TEXTS : 0;
  const hashes: number[] = [];
  const idf: number[] = [];
  counter.forEach((hash, count, id) => {
    if (count < (least[id] ?? 1)) return;
    hashes.push(hash);
    const everywhere = count + others * (elsewhere.get(hash) ?? 0);
    idf.push(Math.log((1 + analyses.length + others) / (1 + everywhere)) + 1);
  });
  return weightingOf(FeatureTable.of(Int32Array.from(hashes)), Float32Array.from(idf), groupWeights);
}
