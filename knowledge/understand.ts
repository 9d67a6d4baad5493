import { performance } from 'node:perf_hooks';
import { ANY_DESK } from './content/catalogue';
import type { Engine } from './retrieval/engine';
import { intentsOf } from './retrieval/intents';
import type { Routing } from './retrieval/router';
import { routeOnAnyDesk, routeOnDesk } from './retrieval/router';
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
}

function route(engine: Engine, desk: string, text: string): Routing {
  const analysis = engine.analyser.analyse(text);
  if (desk === ANY_DESK) return routeOnAnyDesk(engine, analysis);
  const model = engine.desks.get(desk);
  if (!model) throw new UnknownDeskError(desk, [...engine.desks.keys()]);
  return routeOnDesk(model, engine.calibration, analysis);
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
  const routing = route(engine, desk, text);
  const intents = intentsOf(text, routing, (clause) => route(engine, desk, clause));
  const ms = Math.round((performance.now() - started) * 1000) / 1000;
  return {
    understanding: {
      text,
      desk,
      decision: routing.decision,
      topics: routing.topics.map(rounded),
      intents,
      language: routing.language,
      ms,
    },
    routing,
  };
}
