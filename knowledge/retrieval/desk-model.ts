import type { Analyser, Analysis } from './analyse';
import type { DeskExamples } from './examples';
import type { LinearModel, SvmOptions } from './linear-svm';
import { compressed, linearScores, trainLinear } from './linear-svm';
import { addNaiveBayes } from './naive-bayes';
import type { NeighbourIndex } from './neighbours';
import { indexRows, nearestByClass } from './neighbours';
import type { Weighting } from './vectors';
import { BACKGROUND_TEXTS, learnWeighting, vectorOf } from './vectors';

/** What has been learned for one desk. */
export interface DeskModel {
  readonly desk: string;
  /** Topics and service labels. The linear model has one class more: foreign messages. */
  readonly classes: readonly string[];
  readonly weighting: Weighting;
  /** How much a feature speaks for the desk's own phrases against foreign ones, 0 to 1. */
  readonly ownShare: Float32Array;
  readonly linear: LinearModel;
  readonly neighbours: NeighbourIndex;
  /** How many texts the weights of its features were counted in. */
  readonly rows: number;
  /** The text of each row, to explain a decision. */
  readonly rowTexts: readonly string[];
  /** The class of everything else, which the product's desks do not have: foreign messages are no class there. */
  readonly catchAll?: CatchAll;
}

/** A class of whatever no other class claims. */
export interface CatchAll {
  readonly place: number;
  /** Whether its examples are many enough to be asked. */
  readonly hasOwnScore: boolean;
}

/** Everything that is measured on one message before it is judged. */
export interface Signals {
  /** Linear score plus nearest phrase, for every class. */
  readonly scores: Float64Array;
  readonly linear: Float64Array;
  readonly nearest: Float64Array;
  readonly nearestRow: Int32Array;
  /** How foreign the linear model finds it. */
  readonly foreignScore: number;
  readonly foreignNearest: number;
  readonly foreignRow: number;
  /** Share of its stems that the desk's own phrases know, rare ones counting more. */
  readonly coverage: number;
  /** Share of its words that the lexicon knows. */
  readonly conceptShare: number;
  /** How many stems it has. */
  readonly length: number;
}

/** Weights of the groups of feature blocks: words, characters, concepts. */
export const GROUP_WEIGHTS: readonly number[] = [1, 1.3, 1];
/** Weight of the nearest phrase beside the linear score. */
export const NEIGHBOUR_WEIGHT = 0.7;

export interface TrainOptions {
  readonly svm?: SvmOptions;
  /** Whether the nearest phrases are kept and count; a choice between few classes does without. */
  readonly neighbours?: boolean;
  /** Whether all classes count alike, however many rows they have. */
  readonly balanced?: boolean;
  /** Weights of the groups of feature blocks; a group of weight 0 is not looked at. */
  readonly groupWeights?: readonly number[];
}

/**
 * Fewer examples of everything else say nothing of the rest of it, and take messages of other classes that chance to be like them: by
 * cross-validation of public sets they are better not asked where they are 3 or 12, and better asked where they are 40.
 */
const ENOUGH_OF_THE_REST = 20;

/** The catch-all of the examples; none of theirs: none. */
function catchAllOf({ classes, catchAll, examples }: DeskExamples): CatchAll | undefined {
  const place = catchAll === undefined ? -1 : classes.indexOf(catchAll);
  if (place < 0) return undefined;
  const own = examples.filter(({ topicId }) => topicId === catchAll).length;
  return { place, hasOwnScore: own >= ENOUGH_OF_THE_REST };
}

/** Learns one desk, yielding between classes. */
export function* trainDesk(
  data: DeskExamples,
  analyser: Pick<Analyser, 'analyse'>,
  {
    svm,
    neighbours: withNeighbours = true,
    balanced = false,
    groupWeights = GROUP_WEIGHTS,
  }: TrainOptions = {},
): Generator<void, DeskModel> {
  const analyses: Analysis[] = [];
  for (const example of data.examples) {
    analyses.push(analyser.analyse(example.text));
    if (analyses.length % 200 === 0) yield;
  }
  const background = (data.background ?? []).map((text) => analyser.analyse(text));
  const weighting = learnWeighting(analyses, groupWeights, background);
  yield;
  const vectors = analyses.map((analysis) => vectorOf(analysis, weighting));
  yield;
  const foreign = data.classes.length;
  const place = new Map(data.classes.map((id, index) => [id, index]));
  const labels = Int32Array.from(data.examples, ({ topicId }) => place.get(topicId) ?? foreign);
  const rowWeights = Float32Array.from(data.examples, ({ weight }) => weight);
  if (balanced) balance(rowWeights, labels, data.classes.length);
  const linear = yield* trainLinear(vectors, labels, foreign + 1, weighting.table.size, svm, rowWeights);
  addNaiveBayes(linear, vectors, labels, rowWeights, foreign);
  const neighbours = indexRows(
    withNeighbours ? vectors : [],
    labels.map((label) => (label === foreign ? -1 : label)),
    foreign,
    weighting.table.size,
  );
  return {
    desk: data.desk,
    classes: data.classes,
    weighting,
    ownShare: ownShares(analyses, labels, foreign, weighting),
    linear: compressed(linear),
    neighbours,
    rows: data.examples.length + (background.length > 0 ? BACKGROUND_TEXTS : 0),
    rowTexts: withNeighbours ? data.examples.map(({ text }) => text) : [],
    catchAll: catchAllOf(data),
  };
}

/** Gives every class the same weight in all. */
function balance(rowWeights: Float32Array, labels: Int32Array, classes: number): void {
  const totals = new Float64Array(classes);
  labels.forEach((label, row) => {
    if (label < classes) totals[label] = (totals[label] as number) + (rowWeights[row] as number);
  });
  const mean = totals.reduce((sum, total) => sum + total, 0) / Math.max(1, classes);
  labels.forEach((label, row) => {
    if (label < classes) rowWeights[row] = (rowWeights[row] as number) * (mean / (totals[label] as number));
  });
}

/** For each stem, how often own phrases have it against foreign ones. Other features are not asked for. */
function ownShares(
  analyses: readonly Analysis[],
  labels: Int32Array,
  foreign: number,
  weighting: Weighting,
): Float32Array {
  const own = new Float32Array(weighting.table.size);
  const other = new Float32Array(weighting.table.size);
  let owns = 0;
  let others = 0;
  analyses.forEach((analysis, row) => {
    const isForeign = labels[row] === foreign;
    if (isForeign) others += 1;
    else owns += 1;
    const counts = isForeign ? other : own;
    for (const hash of new Set(analysis.stemHashes)) {
      const id = weighting.table.idOf(hash);
      if (id >= 0) counts[id] = (counts[id] as number) + 1;
    }
  });
  const ratio = others > 0 ? owns / others : 0;
  return own.map((count, id) => {
    const against = (other[id] as number) * ratio;
    return count > 0 ? count / (count + against) : 0;
  });
}

/** Share of the stems that speak for the desk, weighed by rarity; an unknown stem weighs as the rarest. 0 for no stems. */
function coverageOf(analysis: Analysis, model: DeskModel, rarest: number): number {
  let known = 0;
  let all = 0;
  for (const hash of analysis.stemHashes) {
    const id = model.weighting.table.idOf(hash);
    const weight = id < 0 ? rarest : (model.weighting.idf[id] as number);
    all += weight;
    if (id >= 0) known += weight * (model.ownShare[id] as number);
  }
  return all > 0 ? known / all : 0;
}

/** A class claims a message from a score of 0 on, its side of the line: below that of every other class, the catch-all is first. */
function scoresOf(linear: Float64Array, nearest: Float64Array, catchAll?: CatchAll): Float64Array {
  const scores = linear.map((score, index) => score + NEIGHBOUR_WEIGHT * (nearest[index] as number));
  if (catchAll) {
    const { place, hasOwnScore } = catchAll;
    scores[place] = hasOwnScore ? Math.max(0, scores[place] as number) : 0;
  }
  return scores;
}

/** Measures a message against one desk. */
export function signalsOf(model: DeskModel, analysis: Analysis): Signals {
  const vector = vectorOf(analysis, model.weighting);
  const all = linearScores(model.linear, vector);
  const linear = all.slice(0, model.classes.length);
  const nearest = nearestByClass(model.neighbours, vector);
  const rarest = Math.log(1 + model.rows) + 1;
  return {
    scores: scoresOf(linear, nearest.byClass, model.catchAll),
    linear,
    nearest: nearest.byClass,
    nearestRow: nearest.rowByClass,
    foreignScore: all[model.classes.length] ?? -1,
    foreignNearest: nearest.foreign,
    foreignRow: nearest.foreignRow,
    coverage: coverageOf(analysis, model, rarest),
    conceptShare: analysis.stems.length > 0 ? analysis.conceptWords / analysis.stems.length : 0,
    length: analysis.stems.length,
  };
}
