import { OUT_OF_SCOPE } from '../content/catalogue';
import { calibrate } from '../retrieval/cross-fit';
import type { Engine } from '../retrieval/engine';
import { studyTexts, trainEngine } from '../retrieval/engine';
import type { DeskExamples } from '../retrieval/examples';
import { runNow } from '../retrieval/linear-svm';
import type { Dictionaries } from '../text/dictionaries';
import { NO_DICTIONARIES } from '../text/dictionaries';
import { fold } from '../text/fold';
import { languageOf } from '../text/language';
import type { Abbreviations } from '../text/words';
import { wordsOf } from '../text/words';

/** The only desk of an engine that was trained on a file. */
export const CUSTOM_DESK = 'custom';

/** What people call the class of everything that their other classes are not. */
const CATCH_ALL = new Set([
  'none',
  'other',
  'others',
  'misc',
  'fallback',
  'aucun',
  'autre',
  'autres',
  'divers',
]);

/** The examples of a training file; lines of topic 'out-of-scope' are foreign, a topic named "none", "autre"... is the rest. */
export function customSet(
  lines: readonly { readonly text: string; readonly topic_id: string }[],
): DeskExamples {
  const classes = [...new Set(lines.map(({ topic_id }) => topic_id))]
    .filter((id) => id !== OUT_OF_SCOPE)
    .sort();
  const examples = lines.map(({ text, topic_id }) => ({ text, topicId: topic_id, weight: 1 }));
  const catchAll = classes.find((id) => CATCH_ALL.has(fold(id)));
  return { desk: CUSTOM_DESK, classes, examples, catchAll };
}

/** From so many examples on, pairs of words that are no neighbours tell more than they confuse (by cross-validation of public sets). */
const ENOUGH_TO_PAIR = 1500;

/** Below so many examples a number of a message was hardly seen before, and that there is one tells more; from some hundreds on either is alike. */
const TOO_FEW_FOR_NUMBERS = 200;

/** The texts that show that they are in the language of the examples: in another one every word of theirs is rare. */
function inLanguageOf(
  { examples }: DeskExamples,
  texts: readonly string[],
  dictionaries: Dictionaries,
): readonly string[] {
  const own = studyTexts(new Set(examples.map(({ text }) => text)), dictionaries).fallback;
  const other = own === 'en' ? 'fr' : 'en';
  return texts.filter((text) => languageOf(wordsOf(text, dictionaries.abbreviations), other) === own);
}

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
  const numbersAreOne = examples.examples.length < TOO_FEW_FOR_NUMBERS;
  const dictionaries = { ...NO_DICTIONARIES, abbreviations, wordsAreConcepts, numbersAreOne };
  const set = { ...examples, background: inLanguageOf(examples, background, dictionaries) };
  const calibration = runNow(calibrate([set], dictionaries));
  const started = performance.now();
  const engine = runNow(trainEngine([set], dictionaries, calibration));
  return { engine, trainMs: performance.now() - started };
}
