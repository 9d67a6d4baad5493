import type { LinearModel } from './linear-svm';
import type { SparseVector } from './vectors';

const SMOOTHING = 0.05;
const MOST = 0.07;
/** Chosen by cross-validation here and on public sets: 1 to 6 differ by less than half a point. */
const OF_EACH_CLASS = 3;

/**
 * How much naive Bayes counts beside the SVM: a generative model wins while rows are few (Ng & Jordan 2001), so its weight falls with the
 * rows that a class has.
 */
export const bayesWeight = (rows: number, classes: number): number =>
  Math.min(MOST, (OF_EACH_CLASS * classes) / Math.max(1, rows));

/**
 * Adds multinomial naive Bayes to the weights of a linear model in place: both are linear in the features, so scoring costs nothing more.
 *
 * @param labels the class of each row; rows of a class that naive Bayes does not cover (`classes` or above) are left out.
 * @param classes how many of the model's classes, from the first, it covers.
 */
export function addNaiveBayes(
  model: LinearModel,
  rows: readonly SparseVector[],
  labels: Int32Array,
  rowWeights: Float32Array,
  classes: number,
): void {
  const { features } = model;
  const counts = new Float64Array(features * classes);
  const totals = new Float64Array(classes);
  rows.forEach(({ ids, values }, row) => {
    const label = labels[row] as number;
    if (label < 0 || label >= classes) return;
    for (let k = 0; k < ids.length; k += 1) {
      const value = (values[k] as number) * (rowWeights[row] as number);
      const at = (ids[k] as number) * classes + label;
      counts[at] = (counts[at] as number) + value;
      totals[label] = (totals[label] as number) + value;
    }
  });
  const weight = bayesWeight(rows.length, classes);
  const bases = totals.map((total) => Math.log(total + SMOOTHING * features));
  const logs = new Float64Array(classes);
  for (let f = 0; f < features; f += 1) {
    let mean = 0;
    for (let c = 0; c < classes; c += 1) {
      logs[c] = Math.log((counts[f * classes + c] as number) + SMOOTHING) - (bases[c] as number);
      mean += (logs[c] as number) / classes;
    }
    for (let c = 0; c < classes; c += 1) {
      const at = f * model.classes + c;
      model.weights[at] = (model.weights[at] as number) + weight * ((logs[c] as number) - mean);
    }
  }
}
