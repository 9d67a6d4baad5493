import type { Decision, Language, RankedTopic } from '../types';
import { SERVICE_LABELS } from '../types';
import { ANY_DESK } from '../content/catalogue';
import type { Analysis } from './analyse';
import type { Calibration } from './confidence';
import { classShares, confidences } from './confidence';
import type { DeskModel, Signals } from './desk-model';
import { signalsOf } from './desk-model';
import type { Engine } from './engine';

/** A message judged against one desk. */
export interface Routing {
  readonly desk: string;
  readonly decision: Decision;
  readonly topics: readonly RankedTopic[];
  readonly scope: number;
  readonly language: Language;
  readonly signals: Signals;
  readonly model: DeskModel;
}

const SERVICE = new Set<string>(SERVICE_LABELS);
const KEPT = 5;

/** Which of the four things the assistant would do. */
export function decide(topics: readonly RankedTopic[], scope: number, calibration: Calibration): Decision {
  const [first] = topics;
  if (!first || scope < calibration.refuseBelow) return 'reject';
  if (first.confidence < calibration.answerFrom) return 'clarify';
  return SERVICE.has(first.id) ? 'service' : 'answer';
}

/** Ranks the topics of one desk for a text that has been analysed. */
export function routeOnDesk(model: DeskModel, calibration: Calibration, analysis: Analysis): Routing {
  const signals = signalsOf(model, analysis);
  const { scope, byClass } = confidences(signals, calibration);
  const topics = rankClasses(model.classes, byClass);
  return {
    desk: model.desk,
    decision: decide(topics, scope, calibration),
    topics: analysis.stems.length === 0 ? [] : topics,
    scope,
    language: analysis.language,
    signals,
    model,
  };
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

/**
 * Ranks the topics of every desk for a text: each desk's ranking counts as much as the text looks like that desk's messages.
 */
export function routeOnAnyDesk(engine: Engine, analysis: Analysis): Routing {
  const { calibration, deskChooser } = engine;
  const routings = [...engine.desks.values()].map((model) => routeOnDesk(model, calibration, analysis));
  const shares = classShares(signalsOf(deskChooser, analysis).scores, calibration.chooserSharpness);
  const confidence = new Map<string, number>();
  let scope = 0;
  deskChooser.classes.forEach((desk, index) => {
    const routing = routings.find((each) => each.desk === desk);
    const share = shares[index] ?? 0;
    scope += share * (routing?.scope ?? 0);
    for (const topic of routing?.topics ?? []) {
      confidence.set(topic.id, (confidence.get(topic.id) ?? 0) + share * topic.confidence);
    }
  });
  const topics = [...confidence]
    .map(([id, each]) => ({ id, confidence: each }))
    .sort(byConfidence)
    .slice(0, KEPT);
  const first = topics[0];
  const nearest = routings.find((each) => each.topics.some(({ id }) => id === first?.id)) ?? routings[0];
  if (!nearest) {
    const signals = signalsOf(deskChooser, analysis);
    const { language } = analysis;
    return {
      desk: ANY_DESK,
      decision: 'reject',
      topics: [],
      scope: 0,
      language,
      signals,
      model: deskChooser,
    };
  }
  return { ...nearest, desk: ANY_DESK, decision: decide(topics, scope, calibration), topics, scope };
}
