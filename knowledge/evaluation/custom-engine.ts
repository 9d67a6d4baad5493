import { OUT_OF_SCOPE } from '../content/catalogue';
import { calibrate } from '../retrieval/cross-fit';
import type { Engine } from '../retrieval/engine';
import { trainEngine } from '../retrieval/engine';
import type { DeskExamples } from '../retrieval/examples';
import { runNow } from '../retrieval/linear-svm';
import { NO_DICTIONARIES } from '../text/dictionaries';
import type { Abbreviations } from '../text/words';

/** The only desk of an engine that was trained on a file. */
export const CUSTOM_DESK = 'custom';

/** The examples of a training file; lines of topic 'out-of-scope' are foreign. */
export function customSet(
  lines: readonly { readonly text: string; readonly topic_id: string }[],
): DeskExamples {
  const classes = [...new Set(lines.map(({ topic_id }) => topic_id))]
    .filter((id) => id !== OUT_OF_SCOPE)
    .sort();
  const examples = lines.map(({ text, topic_id }) => ({ text, topicId: topic_id, weight: 1 }));
  return { desk: CUSTOM_DESK, classes, examples };
}

/** From so many examples on, pairs of words that are no neighbours tell more than they confuse (by cross-validation of public sets). */
const ENOUGH_TO_PAIR = 1500;

/**
 * Trains the product's engine on other data, its confidence fitted by cross-validation on the same data.
 *
 * @param background texts of any subject in the languages that the examples may be in.
 * @returns the engine, and how long learning took without the calibration, in milliseconds.
 */
export function trainCustom(
  examples: DeskExamples,
  abbreviations: Abbreviations,
  background: readonly string[],
): { engine: Engine; trainMs: number } {
  // The lexicon's concepts are those of this product's desks: on other subjects they put unlike words together.
  const wordsAreConcepts = examples.examples.length >= ENOUGH_TO_PAIR;
  const dictionaries = { ...NO_DICTIONARIES, abbreviations, wordsAreConcepts };
  const set = { ...examples, background };
  const calibration = runNow(calibrate([set], dictionaries));
  const started = performance.now();
  const engine = runNow(trainEngine([set], dictionaries, calibration));
  return { engine, trainMs: performance.now() - started };
}
