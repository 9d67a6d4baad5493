import type { Language } from '../types';
import type { Dictionaries } from '../text/dictionaries';
import { languageOf } from '../text/language';
import type { CountedWord } from '../text/spelling';
import { Spelling } from '../text/spelling';
import type { Analysis } from './analyse';
import { Analyser } from './analyse';
import type { Calibration } from './confidence';
import { CHOOSER, chooserExamples } from './desk-chooser';
import type { DeskModel } from './desk-model';
import { trainDesk } from './desk-model';
import type { DeskExamples } from './examples';

/** Everything that routing needs: one model a desk, what analyses texts, and what turns scores into confidence. */
export interface Engine {
  readonly analyser: Analyser;
  readonly desks: ReadonlyMap<string, DeskModel>;
  /** Tells which desk a message is for, when nobody said: its classes are the desks. */
  readonly deskChooser: DeskModel;
  readonly calibration: Calibration;
  /** What the analyser's spelling was made of, to make it again from a cache. */
  readonly words: readonly CountedWord[];
}

/** Counts the words of the phrases, and tells which language most of them are in. */
export function studyTexts(
  texts: Iterable<string>,
  dictionaries: Dictionaries,
): { readonly words: readonly CountedWord[]; readonly fallback: Language } {
  const analyser = new Analyser(dictionaries);
  const counts = new Map<string, number>();
  let english = 0;
  let all = 0;
  for (const text of texts) {
    const words = analyser.words(text);
    all += 1;
    if (languageOf(words) === 'en') english += 1;
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return { words: [...counts], fallback: english * 2 > all ? 'en' : 'fr' };
}

/** Learns every desk, yielding between small pieces of work. */
export function* trainEngine(
  sets: readonly DeskExamples[],
  dictionaries: Dictionaries,
  calibration: Calibration,
): Generator<void, Engine> {
  const texts = new Set(sets.flatMap(({ examples }) => examples.map(({ text }) => text)));
  const { words, fallback } = studyTexts(texts, dictionaries);
  const analyser = new Analyser(dictionaries, new Spelling(words), fallback);
  const desks = new Map<string, DeskModel>();
  const once = rememberingAnalyser(analyser);
  for (const set of sets) desks.set(set.desk, yield* trainDesk(set, once));
  const deskChooser = yield* trainDesk(chooserExamples(sets), once, CHOOSER);
  return { analyser, desks, deskChooser, calibration, words };
}

/** Analyses each text once: service labels and foreign messages stand in every desk. */
function rememberingAnalyser(analyser: Analyser): Pick<Analyser, 'analyse'> {
  const known = new Map<string, Analysis>();
  return {
    analyse: (text) => {
      const analysis = known.get(text) ?? analyser.analyse(text);
      known.set(text, analysis);
      return analysis;
    },
  };
}
