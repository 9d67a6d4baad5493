import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTsv } from '../content/tsv';
import { fold } from './fold';
import type { Lexicon } from './lexicon';
import { buildLexicon } from './lexicon';
import type { Abbreviations } from './words';

/** What is known of words before any phrase has been read. */
export interface Dictionaries {
  readonly abbreviations: Abbreviations;
  readonly lexicon: Lexicon;
  /**
   * Whether every word is a concept of its own, so that words that stand near each other are paired in any order: for subjects that no
   * lexicon was written for.
   */
  readonly wordsAreConcepts?: boolean;
  /** Whether every number is one and the same word: for subjects of which the examples are too few to tell what each number means. */
  readonly numbersAreOne?: boolean;
}

/** The dictionary files as they stand. */
export interface DictionaryTexts {
  readonly abbreviations: string;
  readonly lexicon: string;
}

/**
 * Reads the dictionaries of a folder (abbreviations.tsv, lexicon.tsv). A missing file is an empty dictionary.
 *
 * @param dir `knowledge/text`, or a folder like it.
 * @param previous what was in use until now; a file that cannot be read keeps its words.
 */
export function readDictionaryTexts(dir: string, previous?: DictionaryTexts): DictionaryTexts {
  const read = (name: keyof DictionaryTexts): string => {
    try {
      return readFileSync(join(dir, `${name}.tsv`), 'utf8');
    } catch {
      return previous?.[name] ?? '';
    }
  };
  return { abbreviations: read('abbreviations'), lexicon: read('lexicon') };
}

/** Reads `form<TAB>words` rows; the first row of a form counts. */
export function parseAbbreviations(text: string): Abbreviations {
  const table = new Map<string, readonly string[]>();
  for (const { cells } of parseTsv(text)) {
    const form = fold(cells.form ?? '');
    const words = (cells.words ?? '').split(/\s+/).filter((word) => word !== '');
    if (form !== '' && words.length > 0 && !table.has(form)) table.set(form, words);
  }
  return table;
}

/** Makes dictionaries of their texts. */
export function buildDictionaries(texts: DictionaryTexts): Dictionaries {
  const abbreviations = parseAbbreviations(texts.abbreviations);
  return { abbreviations, lexicon: buildLexicon(texts.lexicon, abbreviations) };
}

/** The dictionaries of a folder; see `readDictionaryTexts`. */
export const readDictionaries = (dir: string): Dictionaries => buildDictionaries(readDictionaryTexts(dir));

export const NO_DICTIONARIES: Dictionaries = {
  abbreviations: new Map(),
  lexicon: buildLexicon('', new Map()),
};
