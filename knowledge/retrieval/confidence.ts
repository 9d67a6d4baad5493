import type { Signals } from './desk-model';

/** What turns signals into probabilities. Fitted on messages that the model had not seen (calibrate.ts); a handful of numbers. */
export interface Calibration {
  /** Sharpness of the choice between topics: constant, times coverage, times the logarithm of the length. */
  readonly sharpness: readonly number[];
  /** Weights of the scope signals (see scopeSignals), the constant first. */
  readonly scope: readonly number[];
  /** confidence' = logistic(a * logit(confidence) + b). */
  readonly correction: readonly [number, number];
  /** From this confidence of the first topic on it is shown directly. */
  readonly answerFrom: number;
  /** Below this probability of being in scope a message is refused. */
  readonly refuseBelow: number;
}

/** Used where nothing could be fitted: few phrases, or a desk without foreign messages. */
export const DEFAULT_CALIBRATION: Calibration = {
  sharpness: [4, 0, 0],
  scope: [-2.2, 3.2, 3, 1.2, -2.2, -1],
  correction: [1, 0],
  answerFrom: 0.5,
  refuseBelow: 0.5,
};

/** Logistic function. */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Its inverse, kept away from the infinities. */
export const logit = (p: number): number => {
  const safe = Math.min(1 - 1e-6, Math.max(1e-6, p));
  return Math.log(safe / (1 - safe));
};

const maxOf = (values: Float64Array): number =>
  values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

/** What tells whether a message is ours: constant, known words, nearest phrase, best score, foreign score, nearest foreign phrase. */
export function scopeSignals(signals: Signals): readonly number[] {
  if (signals.scores.length === 0) return [1, 0, 0, -1, 1, 0];
  return [
    1,
    signals.coverage,
    Math.max(0, maxOf(signals.nearest)),
    Math.max(-2, maxOf(signals.linear)),
    Math.max(-2, signals.foreignScore),
    signals.foreignNearest,
  ];
}

/** What the sharpness of the choice depends on. */
export const sharpnessSignals = (signals: Signals): readonly number[] => [
  1,
  signals.coverage,
  Math.log(1 + Math.min(60, signals.length)),
];

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

/** Probability that a message belongs to the desk, before any topic is chosen. */
export const inScope = (signals: Signals, calibration: Calibration): number =>
  signals.length === 0 ? 0 : logistic(dot(calibration.scope, scopeSignals(signals)));

/** Probability of each class, given that one of them is meant. */
export function classShares(signals: Signals, calibration: Calibration): Float64Array {
  const sharpness = Math.min(30, Math.max(0.1, dot(calibration.sharpness, sharpnessSignals(signals))));
  const best = maxOf(signals.scores);
  const shares = signals.scores.map((score) => Math.exp(sharpness * (score - best)));
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / sum);
}

/** The last step: straightens what is said against what proved right. */
export const corrected = (confidence: number, calibration: Calibration): number =>
  logistic(calibration.correction[0] * logit(confidence) + calibration.correction[1]);
