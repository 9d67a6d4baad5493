import type { Decision, Language, RankedTopic } from '../types';
import { SERVICE_LABELS } from '../types';
import type { Analysis } from './analyse';
import type { Calibration } from './confidence';
import { classShares, confidences } from './confidence';
import type { DeskModel, Signals } from './desk-model';
import { signalsOf } from './desk-model';
import type { Engine } from './engine';

/** How likely each desk is that a message was written to. */
export type DeskShares = ReadonlyMap<DeskModel, number>;

/** What one desk makes of a message. */
export interface DeskJudgement {
  readonly model: DeskModel;
  /** How likely the message was written to this desk. */
  readonly share: number;
  readonly scope: number;
  readonly signals: Signals;
  readonly topics: readonly RankedTopic[];
}

/** A message judged against the desks that it may have been written to. */
export interface Routing {
  readonly decision: Decision;
  readonly topics: readonly RankedTopic[];
  /** Probability that it is for any of the desks. */
  readonly scope: number;
  readonly language: Language;
  /** How many words were judged. */
  readonly words: number;
  /** The likeliest desk first. */
  readonly desks: readonly DeskJudgement[];
}

const SERVICE = new Set<string>(SERVICE_LABELS);
const KEPT = 5;
/** A desk of a smaller share would change no decision and cost as much as the others. */
const LEAST_SHARE = 0.05;

/** Which of the four things the assistant would do. */
export function decide(topics: readonly RankedTopic[], scope: number, calibration: Calibration): Decision {
  const [first] = topics;
  if (!first || scope < calibration.refuseBelow) return 'reject';
  if (first.confidence < calibration.answerFrom) return 'clarify';
  return SERVICE.has(first.id) ? 'service' : 'answer';
}

const byConfidence = (a: RankedTopic, b: RankedTopic): number =>
  b.confidence - a.confidence || (a.id < b.id ? -1 : 1);

/** The most confident classes, the best first. */
export function rankClasses(classes: readonly string[], confidence: Float64Array): RankedTopic[] {
  return classes
    .map((id, index) => ({ id, confidence: confidence[index] as number }))
    .sort(byConfidence)
    .slice(0, KEPT);
}

/** The desks from a share on, the shares adding up to one again; the likeliest desk always stays. */
export function withShareFrom(least: number, shares: DeskShares): DeskShares {
  const enough = Math.min(least, Math.max(...shares.values()));
  const kept = [...shares].filter(([, share]) => share >= enough).sort(([, a], [, b]) => b - a);
  const sum = kept.reduce((total, [, share]) => total + share, 0);
  return new Map(kept.map(([model, share]) => [model, share / sum]));
}

/** Which desks a text may have been written to, when nobody said. */
export function desksOf({ deskChooser, calibration, desks }: Engine, analysis: Analysis): DeskShares {
  const shares = classShares(signalsOf(deskChooser, analysis).scores, calibration.chooserSharpness);
  const all = new Map<DeskModel, number>();
  deskChooser.classes.forEach((desk, index) => {
    const model = desks.get(desk);
    if (model) all.set(model, shares[index] as number);
  });
  return withShareFrom(LEAST_SHARE, all);
}

function judge(model: DeskModel, share: number, calibration: Calibration, analysis: Analysis): DeskJudgement {
  const signals = signalsOf(model, analysis);
  const { scope, byClass } = confidences(signals, calibration);
  const topics = analysis.stems.length === 0 ? [] : rankClasses(model.classes, byClass);
  return { model, share, scope, signals, topics };
}

/** Ranks the topics of the desks for a text that has been analysed: each desk counts as much as it is likely. */
export function routeOn(shares: DeskShares, calibration: Calibration, analysis: Analysis): Routing {
  const desks = [...shares].map(([model, share]) => judge(model, share, calibration, analysis));
  const confidence = new Map<string, number>();
  let scope = 0;
  for (const desk of desks) {
    scope += desk.share * desk.scope;
    for (const { id, confidence: each } of desk.topics)
      confidence.set(id, (confidence.get(id) ?? 0) + desk.share * each);
  }
  const topics = [...confidence]
    .map(([id, each]) => ({ id, confidence: each }))
    .sort(byConfidence)
    .slice(0, KEPT);
  const decision = decide(topics, scope, calibration);
  return { decision, topics, scope, language: analysis.language, words: analysis.stems.length, desks };
}
