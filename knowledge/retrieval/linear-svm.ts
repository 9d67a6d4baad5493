import type { SparseVector } from './vectors';

/** One-against-rest linear classifiers. Weights lie feature by feature, so that scoring walks through memory once. */
export interface LinearModel {
  readonly classes: number;
  readonly features: number;
  /** weights[feature * classes + class]. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

export interface SvmOptions {
  /** Cost of a misplaced row: larger follows the phrases more closely. */
  readonly cost: number;
  /** How much more a class's own rows count than the others. */
  readonly positiveWeight: number;
  readonly maxEpochs: number;
  /** Training of a class stops when no projected gradient exceeds this. */
  readonly tolerance: number;
}

export const DEFAULT_SVM: SvmOptions = { cost: 1, positiveWeight: 1, maxEpochs: 12, tolerance: 0.1 };

/** A fixed sequence of pseudo-random numbers: the same rows give the same model everywhere. */
export function randomSequence(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
}

interface Problem {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** Squared length of each row, bias included. */
  readonly squares: Float64Array;
  /** How much each row counts. */
  readonly rowWeights: Float32Array;
}

/** Bias is a feature of value 1 that every row has. */
function packRows(rows: readonly SparseVector[], rowWeights: Float32Array): Problem {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => {
    starts[index + 1] = (starts[index] as number) + row.ids.length;
  });
  const total = starts[rows.length] as number;
  const ids = new Int32Array(total);
  const values = new Float32Array(total);
  const squares = new Float64Array(rows.length);
  rows.forEach((row, index) => {
    ids.set(row.ids, starts[index]);
    values.set(row.values, starts[index]);
    let sum = 1;
    for (const value of row.values) sum += value * value;
    squares[index] = sum;
  });
  return { starts, ids, values, squares, rowWeights };
}

/**
 * L2-regularised squared-hinge SVM of one class against the rest, by dual coordinate descent with shrinking
 * (Hsieh et al. 2008, "A dual coordinate descent method for large-scale linear SVM"). Returns the bias; fills `w`.
 */
function trainClass(
  problem: Problem,
  isPositive: (row: number) => boolean,
  w: Float64Array,
  options: SvmOptions,
): number {
  const { starts, ids, values, squares, rowWeights } = problem;
  const count = squares.length;
  const alpha = new Float64Array(count);
  const order = Int32Array.from({ length: count }, (_, index) => index);
  const random = randomSequence(0x9e3779b9);
  let bias = 0;
  let active = count;
  let bound = Number.POSITIVE_INFINITY;
  w.fill(0);
  for (let epoch = 0; epoch < options.maxEpochs; epoch += 1) {
    let highest = Number.NEGATIVE_INFINITY;
    let lowest = Number.POSITIVE_INFINITY;
    for (let i = active - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      const swap = order[i] as number;
      order[i] = order[j] as number;
      order[j] = swap;
    }
    for (let s = 0; s < active; s += 1) {
      const row = order[s] as number;
      const y = isPositive(row) ? 1 : -1;
      const weight = (rowWeights[row] as number) * (y > 0 ? options.positiveWeight : 1);
      const diagonal = 1 / (2 * options.cost * weight);
      const end = starts[row + 1] as number;
      let dot = bias;
      for (let k = starts[row] as number; k < end; k += 1) {
        dot += (w[ids[k] as number] as number) * (values[k] as number);
      }
      const old = alpha[row] as number;
      const gradient = y * dot - 1 + diagonal * old;
      let projected = gradient;
      if (old === 0) {
        if (gradient > bound) {
          active -= 1;
          order[s] = order[active] as number;
          order[active] = row;
          s -= 1;
          continue;
        }
        projected = Math.min(gradient, 0);
      }
      if (projected > highest) highest = projected;
      if (projected < lowest) lowest = projected;
      if (Math.abs(projected) < 1e-12) continue;
      const next = Math.max(old - gradient / ((squares[row] as number) + diagonal), 0);
      const step = (next - old) * y;
      if (step === 0) continue;
      alpha[row] = next;
      bias += step;
      for (let k = starts[row] as number; k < end; k += 1) {
        const id = ids[k] as number;
        w[id] = (w[id] as number) + step * (values[k] as number);
      }
    }
    if (highest - lowest <= options.tolerance) {
      if (active === count) break;
      active = count;
      bound = Number.POSITIVE_INFINITY;
      continue;
    }
    bound = highest <= 0 ? Number.POSITIVE_INFINITY : highest;
  }
  return bias;
}

/**
 * Trains one classifier a class, yielding after each so that a caller may let other work in between.
 *
 * @param rows the vectors.
 * @param labels the class of each row; -1 belongs to none (a foreign message).
 * @param features how many features there are.
 */
export function* trainLinear(
  rows: readonly SparseVector[],
  labels: Int32Array,
  classes: number,
  features: number,
  options: SvmOptions = DEFAULT_SVM,
  rowWeights: Float32Array = new Float32Array(rows.length).fill(1),
): Generator<void, LinearModel> {
  const problem = packRows(rows, rowWeights);
  const weights = new Float32Array(features * classes);
  const bias = new Float32Array(classes);
  const w = new Float64Array(features);
  for (let c = 0; c < classes; c += 1) {
    bias[c] = trainClass(problem, (row) => labels[row] === c, w, options);
    for (let f = 0; f < features; f += 1) weights[f * classes + c] = w[f] as number;
    yield;
  }
  return { classes, features, weights, bias };
}

/** The score of every class for a vector. */
export function linearScores(model: LinearModel, vector: SparseVector): Float64Array {
  const { classes, weights } = model;
  const scores = Float64Array.from(model.bias);
  for (let k = 0; k < vector.ids.length; k += 1) {
    const value = vector.values[k] as number;
    const from = (vector.ids[k] as number) * classes;
    for (let c = 0; c < classes; c += 1)
      scores[c] = (scores[c] as number) + value * (weights[from + c] as number);
  }
  return scores;
}

/** Runs a generator to its end. */
export function runNow<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
