import type { Signals } from './desk-model';

/** What turns the confidence that phrases taught into the one that is told (told.ts): its logit times the second number, plus the first. */
export type Told = readonly [number, number];

/** Told as it is. */
export const AS_IT_IS: Told = [0, 1];

/** What turns signals into probabilities. Fitted on messages that the models had not seen (calibrate.ts); a handful of numbers. */
export interface Calibration {
  /** Weights of `scopeSignals`: the logit of being in scope. */
  readonly scope: readonly number[];
  /** How much a difference of scores decides between topics. */
  readonly sharpness: number;
  /** The same between desks, when nobody said which. */
  readonly chooserSharpness: number;
  /** Weights of `trustSignals`: the logit of the first topic being right. */
  readonly trust: readonly number[];
  /** From this confidence of the first topic on it is shown directly. */
  readonly answerFrom: number;
  /** Below this probability of being in scope a message is refused. */
  readonly refuseBelow: number;
  readonly told: Told;
}

/** Used where nothing could be fitted: few phrases, or no foreign messages. */
export const DEFAULT_CALIBRATION: Calibration = {
  scope: [-3, 4, 4, 1, -2, -2, 1, 0],
  sharpness: 5,
  chooserSharpness: 5,
  trust: [0, 1, 0, 0, 0],
  answerFrom: 0.6,
  refuseBelow: 0.4,
  told: AS_IT_IS,
};

/** Logistic function. */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Its inverse, kept away from the infinities. */
export const logit = (p: number): number => {
  const safe = Math.min(1 - 1e-4, Math.max(1e-4, p));
  return Math.log(safe / (1 - safe));
};

const maxOf = (values: Float64Array): number =>
  values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

/**
 * What tells whether a message is ours: constant, known words, nearest phrase, best score, foreign score, nearest foreign phrase, words that
 * the lexicon knows, length.
 */
export function scopeSignals(signals: Signals): readonly number[] {
  if (signals.scores.length === 0) return [1, 0, 0, -1, 1, 0, 0, 0];
  return [
    1,
    signals.coverage,
    Math.max(0, maxOf(signals.nearest)),
    Math.max(-2, maxOf(signals.linear)),
    Math.max(-2, signals.foreignScore),
    signals.foreignNearest,
    signals.conceptShare,
    Math.log(1 + Math.min(60, signals.length)),
  ];
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

/** Probability that a message belongs to the desk, before any topic is chosen. No words: none. */
export const inScope = (signals: Signals, calibration: Calibration): number =>
  signals.length === 0 ? 0 : logistic(dot(calibration.scope, scopeSignals(signals)));

/** Share of each class, given that one of them is meant. */
export function classShares(scores: Float64Array, sharpness: number): Float64Array {
  const best = maxOf(scores);
  const shares = scores.map((score) => Math.exp(sharpness * (score - best)));
  const sum = shares.reduce((a, b) => a + b, 0);
  return shares.map((share) => share / sum);
}

/** What tells whether the first topic is right: constant, logit of its share in scope, scope, nearest phrase, how far the second is. */
export function trustSignals(signals: Signals, scope: number, shares: Float64Array): readonly number[] {
  let first = 0;
  let second = 0;
  for (const share of shares) {
    if (share > first) {
      second = first;
      first = share;
    } else if (share > second) second = share;
  }
  return [1, logit(scope * first), scope, Math.max(0, maxOf(signals.nearest)), first - second];
}

/**
 * The confidence of every class: the first class gets what trust says, the others share what is left as their shares are.
 */
export function confidences(
  signals: Signals,
  calibration: Calibration,
): { scope: number; byClass: Float64Array } {
  const scope = inScope(signals, calibration);
  const shares = classShares(signals.scores, calibration.sharpness);
  const top = maxOf(shares);
  const trusted =
    signals.length === 0 ? 0 : logistic(dot(calibration.trust, trustSignals(signals, scope, shares)));
  // Never nothing, so that the order of the others is kept.
  const rest = 1 - top > 1e-9 ? (scope * (1 - trusted)) / (1 - top) : 0;
  const byClass = shares.map((share) => (share === top ? trusted : Math.min(trusted, share * rest)));
  return { scope, byClass };
}
