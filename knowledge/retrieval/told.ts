import { weightOfForeign } from './calibrate';
import { AS_IT_IS, logistic, logit, type Told } from './confidence';
import { fitLogistic } from './fit';
import type { RankedTopic } from '../types';

/** A message that nobody's phrases are like, and how sure the desks were of its first topic. */
export interface Heard {
  /** As `routeOn` gives it, 0 to 1. */
  readonly confidence: number;
  readonly right: boolean;
  readonly isForeign: boolean;
}

/** The confidence told of a first topic. Rising in the confidence given: it changes no order and no decision. */
export const toldConfidence = (confidence: number, [shift, scale]: Told): number =>
  logistic(shift + scale * logit(confidence));

/** The confidences told of ranked topics: the first as above, the others share what it leaves as they did. */
export function toldTopics(topics: readonly RankedTopic[], told: Told): readonly RankedTopic[] {
  const [first, ...others] = topics;
  if (!first) return [];
  const confidence = toldConfidence(first.confidence, told);
  const left = first.confidence < 1 ? (1 - confidence) / (1 - first.confidence) : 0;
  return [
    { ...first, confidence },
    ...others.map((each) => ({ ...each, confidence: Math.min(confidence, each.confidence * left) })),
  ];
}

const FEWEST = 100;
const round = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * Fits what is told to messages by other writers than the phrases'. Phrases that their own models judge are harder than what people write, so
 * they make the desks too modest.
 *
 * @returns `AS_IT_IS` where there are too few messages.
 */
export function fitTold(heard: readonly Heard[]): Told {
  const foreign = heard.filter(({ isForeign }) => isForeign).length;
  const own = heard.length - foreign;
  if (own < FEWEST) return AS_IT_IS;
  const weight = weightOfForeign(own, foreign);
  const [shift = 0, scale = 1] = fitLogistic(
    heard.map(({ confidence, right, isForeign }) => ({
      x: [1, logit(confidence)],
      y: right && !isForeign ? 1 : 0,
      weight: isForeign ? weight : 1,
    })),
  );
  return scale > 0 ? [round(shift), round(scale)] : AS_IT_IS;
}
