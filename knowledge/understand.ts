import { performance } from 'node:perf_hooks';
import { ANY_DESK } from './content/catalogue';
import type { Analysis } from './retrieval/analyse';
import type { Calibration } from './retrieval/confidence';
import type { Engine } from './retrieval/engine';
import { intentsOf } from './retrieval/intents';
import type { Routing } from './retrieval/router';
import type { DeskShares } from './retrieval/router';
import { toldTopics } from './retrieval/told';
import { desksOf, routeOn, withShareFrom } from './retrieval/router';
import type { RankedTopic, Understanding } from './types';

/** A desk that has no topics was named. */
export class UnknownDeskError extends Error {
  constructor(
    readonly desk: string,
    readonly known: readonly string[],
  ) {
    super(`no desk "${desk}" (there are ${[...known, ANY_DESK].join(', ')})`);
  }
}

/** A message understood, with what it was judged by. */
export interface ExplainedUnderstanding {
  readonly understanding: Understanding;
  readonly routing: Routing;
  /** The numbers that turned scores into a decision. */
  readonly calibration: Calibration;
}

/** A part of a message is judged on the desks of this share only: the whole has told which they are. */
const LEAST_SHARE_OF_PARTS = 0.2;

/** The desks that a message may be for: the one that was named, else those that it looks like. */
function possibleDesks(engine: Engine, desk: string, analysis: Analysis): DeskShares {
  if (desk === ANY_DESK) return desksOf(engine, analysis);
  const model = engine.desks.get(desk);
  if (!model) throw new UnknownDeskError(desk, [...engine.desks.keys()]);
  return new Map([[model, 1]]);
}

/** What is told of a topic: more than three digits no calibration can promise. */
const rounded = ({ id, confidence }: RankedTopic): RankedTopic => ({
  id,
  confidence: Math.round(confidence * 1000) / 1000,
});

/**
 * Understands a message: the one entry. Throws UnknownDeskError.
 *
 * @param text what was typed, as it is; an empty text is out of scope.
 * @param desk the desk that it was written to; absent or 'any': unknown.
 */
export function understandExplained(
  engine: Engine,
  text: string,
  desk: string = ANY_DESK,
): ExplainedUnderstanding {
  const started = performance.now();
  const { analyser, calibration } = engine;
  const analysis = analyser.analyse(text);
  const desks = possibleDesks(engine, desk, analysis);
  const routing = routeOn(desks, calibration, analysis);
  const desksOfParts = withShareFrom(LEAST_SHARE_OF_PARTS, desks);
  const intents = intentsOf(text, routing, (part) =>
    routeOn(desksOfParts, calibration, analyser.analyse(part)),
  );
  const ms = Math.round((performance.now() - started) * 1000) / 1000;
  return {
    understanding: {
      text,
      desk,
      decision: routing.decision,
      topics: toldTopics(routing.topics, calibration.told).map(rounded),
      intents,
      language: routing.language,
      ms,
    },
    routing,
    calibration,
  };
}
