import type { Calibration } from './confidence';
import {
  classShares,
  confidences,
  DEFAULT_CALIBRATION,
  inScope,
  scopeSignals,
  trustSignals,
} from './confidence';
import type { Signals } from './desk-model';
import type { FitRow } from './fit';
import { fitLogistic, minimise } from './fit';

/** What was measured on a message that the model had not seen, and what it is about. */
export interface HeldOut {
  readonly signals: Signals;
  /** The place of its class; -1 for a foreign message. */
  readonly label: number;
}

/** Of the messages that come in, the share that no desk answers: what confidence is calibrated for. */
const FOREIGN_SHARE = 0.15;
/** Of the direct answers, the share that shall be right. */
const WANTED_PRECISION = 0.96;
/** Of the real requests, the share that may be refused. */
const LOST_REQUESTS = 0.03;
const FEWEST = 30;

const round = (value: number): number => Math.round(value * 1000) / 1000;

/** The weight of a foreign message that makes them the share of all that is expected, by how many there are of own and of foreign ones. */
export const weightOfForeign = (own: number, foreign: number): number =>
  foreign === 0 ? 0 : (FOREIGN_SHARE / (1 - FOREIGN_SHARE)) * (own / foreign);

function foreignWeight(samples: readonly HeldOut[]): number {
  const foreign = samples.filter(({ label }) => label < 0).length;
  return weightOfForeign(samples.length - foreign, foreign);
}

function fitScope(samples: readonly HeldOut[]): readonly number[] {
  const foreign = samples.filter(({ label }) => label < 0).length;
  if (foreign < FEWEST || samples.length - foreign < FEWEST) return DEFAULT_CALIBRATION.scope;
  const weight = foreignWeight(samples);
  const rows: FitRow[] = samples.map(({ signals, label }) => ({
    x: scopeSignals(signals),
    y: label < 0 ? 0 : 1,
    weight: label < 0 ? weight : 1,
  }));
  return fitLogistic(rows);
}

/** How sharply scores decide between classes, from messages that belong to one of them. */
export function fitSharpnessOf(samples: readonly HeldOut[]): number {
  const own = samples.filter(({ label }) => label >= 0);
  if (own.length < FEWEST) return DEFAULT_CALIBRATION.sharpness;
  const surprise = (sharpness: number): number =>
    own.reduce((sum, { signals, label }) => {
      const share = classShares(signals.scores, sharpness)[label] ?? 0;
      return sum - Math.log(Math.max(1e-6, share));
    }, 0);
  return round(minimise(surprise, 0.5, 25));
}

const argMax = (values: Float64Array): number =>
  values.reduce(
    (best, value, index) => (value > (values[best] ?? Number.NEGATIVE_INFINITY) ? index : best),
    0,
  );

function fitTrust(samples: readonly HeldOut[], calibration: Calibration): readonly number[] {
  if (samples.length < FEWEST) return DEFAULT_CALIBRATION.trust;
  const weight = foreignWeight(samples);
  const rows: FitRow[] = samples.map(({ signals, label }) => {
    const scope = inScope(signals, calibration);
    const shares = classShares(signals.scores, calibration.sharpness);
    return {
      x: trustSignals(signals, scope, shares),
      y: label >= 0 && argMax(shares) === label ? 1 : 0,
      weight: label < 0 ? weight : 1,
    };
  });
  return fitLogistic(rows);
}

/** The lowest confidence above which direct answers are right as often as wanted. */
function fitAnswerFrom(samples: readonly HeldOut[], calibration: Calibration): number {
  const weight = foreignWeight(samples);
  const judged = samples
    .map(({ signals, label }) => {
      const { byClass } = confidences(signals, calibration);
      const best = argMax(byClass);
      return { confidence: byClass[best] ?? 0, right: label === best, weight: label < 0 ? weight : 1 };
    })
    .sort((a, b) => b.confidence - a.confidence);
  let right = 0;
  let all = 0;
  let from = 0.9;
  for (const { confidence, right: isRight, weight: each } of judged) {
    all += each;
    if (isRight) right += each;
    if (all > 20 && right / all >= WANTED_PRECISION) from = confidence;
  }
  return Math.min(0.95, Math.max(0.3, from));
}

/** The scope below which only the allowed share of real requests lies. */
function fitRefuseBelow(samples: readonly HeldOut[], calibration: Calibration): number {
  const own = samples.filter(({ label }) => label >= 0);
  if (own.length < FEWEST || own.length === samples.length) return own.length === samples.length ? 0.02 : 0.4;
  const scopes = own.map(({ signals }) => inScope(signals, calibration)).sort((a, b) => a - b);
  const cut = scopes[Math.floor(scopes.length * LOST_REQUESTS)] ?? 0.4;
  return Math.min(0.7, Math.max(0.05, cut));
}

/** Fits every number of a calibration on messages that the models had not seen. Deterministic. */
export function fitCalibration(samples: readonly HeldOut[]): Calibration {
  const scope = fitScope(samples).map(round);
  const sharpness = fitSharpnessOf(samples);
  const first: Calibration = { ...DEFAULT_CALIBRATION, scope, sharpness };
  const trust = fitTrust(samples, first).map(round);
  const second: Calibration = { ...first, trust };
  return {
    ...second,
    answerFrom: round(fitAnswerFrom(samples, second)),
    refuseBelow: round(fitRefuseBelow(samples, second)),
  };
}
