import { readFileSync, readdirSync } from 'node:fs';
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
}

const readFiles = (dir: string, pattern: RegExp): string => {
  try {
    return readdirSync(dir)
      .filter((name) => pattern.test(name))
      .sort()
      .map((name) => readFileSync(join(dir, name), 'utf8'))
      .join('\n');
  } catch {
    return '';
  }
};

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

/**
 * Reads the dictionaries of a folder (abbreviations.tsv, lexicon.tsv). A missing file is an empty dictionary.
 *
 * @param dir `knowledge/text`, or a folder like it.
 */
export function readDictionaries(dir: string): Dictionaries {
  const abbreviations = parseAbbreviations(readFiles(dir, /^abbreviations\.tsv$/));
  return { abbreviations, lexicon: buildLexicon(readFiles(dir, /^lexicon\.tsv$/), abbreviations) };
}

export const NO_DICTIONARIES: Dictionaries = {
  abbreviations: new Map(),
  lexicon: buildLexicon('', new Map()),
};
