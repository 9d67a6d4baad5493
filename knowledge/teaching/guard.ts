import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUT_OF_SCOPE } from '../content/catalogue';
import type { Engine } from '../retrieval/engine';
import { understandExplained } from '../understand';

/** A labelled message that nobody learns from; the files of knowledge/evaluation. */
export interface GuardLine {
  readonly text: string;
  readonly topic_id: string;
  readonly desk: string;
  readonly also?: readonly string[];
}

/** How an engine does on the guard, in whole messages. */
export interface GuardFigures {
  readonly inScope: number;
  /** Messages whose topic came first. */
  readonly right: number;
  /** Messages answered with another topic. */
  readonly wronglyAnswered: number;
  readonly outOfScope: number;
  /** Messages out of scope that were answered all the same. */
  readonly answeredOutOfScope: number;
}

const FILE = 'evaluation/routing.blind.jsonl';

/** The messages that a change is measured on; none where the folder has none. */
export function readGuard(dir: string): readonly GuardLine[] {
  const file = join(dir, FILE);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GuardLine);
}

/** Measures an engine, a message at a time, so that others are answered in between. */
export function* measure(engine: Engine, guard: readonly GuardLine[]): Generator<void, GuardFigures> {
  let [inScope, right, wronglyAnswered, outOfScope, answeredOutOfScope] = [0, 0, 0, 0, 0];
  for (const { text, topic_id: topicId, desk, also = [] } of guard) {
    const { decision, topics } = understandExplained(engine, text, desk).understanding;
    const direct = decision === 'answer' || decision === 'service';
    const first = topics[0]?.id;
    if (topicId === OUT_OF_SCOPE) {
      outOfScope += 1;
      if (decision === 'answer') answeredOutOfScope += 1;
    } else {
      inScope += 1;
      const isRight = first === topicId || (first !== undefined && also.includes(first));
      if (isRight) right += 1;
      else if (direct) wronglyAnswered += 1;
    }
    yield;
  }
  return { inScope, right, wronglyAnswered, outOfScope, answeredOutOfScope };
}

/** Whether a change made anything worse: fewer right, or more answered that should not have been. */
export const isWorse = (before: GuardFigures, after: GuardFigures): boolean =>
  after.right < before.right ||
  after.wronglyAnswered > before.wronglyAnswered ||
  after.answeredOutOfScope > before.answeredOutOfScope;
