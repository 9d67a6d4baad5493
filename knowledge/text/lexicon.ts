import { parseTsv } from '../content/tsv';
import type { Language } from '../types';
import { stem } from './stem';
import type { Abbreviations } from './words';
import { wordsOf } from './words';

/** Words that mean the same here, in French and in English, under one concept. */
export interface Lexicon {
  /** Concepts of a stem of one language; most have one. */
  readonly ofStem: Readonly<Record<Language, ReadonlyMap<string, readonly number[]>>>;
  /** Concepts of two stems in a row, joined by a space ("mot pass" -> password). */
  readonly ofPair: Readonly<Record<Language, ReadonlyMap<string, readonly number[]>>>;
  /** Names of the concepts, by number. */
  readonly concepts: readonly string[];
}

function add(table: Map<string, number[]>, key: string, concept: number): void {
  const found = table.get(key);
  if (!found) table.set(key, [concept]);
  else if (!found.includes(concept)) found.push(concept);
}

/**
 * Builds the lexicon of rows `concept<TAB>fr<TAB>en`, words separated by commas. An entry is one word or two; little words of an entry
 * count too, so write what people write ("mot de passe" is told by its last two words).
 */
export function buildLexicon(text: string, abbreviations: Abbreviations): Lexicon {
  const concepts: string[] = [];
  const ofStem = { fr: new Map<string, number[]>(), en: new Map<string, number[]>() };
  const ofPair = { fr: new Map<string, number[]>(), en: new Map<string, number[]>() };
  for (const { cells } of parseTsv(text)) {
    if (!cells.concept) continue;
    let concept = concepts.indexOf(cells.concept);
    if (concept < 0) concept = concepts.push(cells.concept) - 1;
    for (const language of ['fr', 'en'] as const) {
      for (const entry of (cells[language] ?? '').split(',')) {
        const stems = wordsOf(entry, abbreviations).map((word) => stem(word, language));
        const last = stems.slice(-2);
        if (stems.length === 1) add(ofStem[language], stems[0] ?? '', concept);
        else if (last.length === 2) add(ofPair[language], last.join(' '), concept);
      }
    }
  }
  return { ofStem, ofPair, concepts };
}

/** A lexicon as JSON, so that the next start need not stem its words again. */
export interface StoredLexicon {
  readonly concepts: readonly string[];
  readonly stems: Readonly<Record<Language, readonly (readonly [string, readonly number[]])[]>>;
  readonly pairs: Readonly<Record<Language, readonly (readonly [string, readonly number[]])[]>>;
}

/** What `restoreLexicon` needs. */
export const storeLexicon = ({ concepts, ofStem, ofPair }: Lexicon): StoredLexicon => ({
  concepts,
  stems: { fr: [...ofStem.fr], en: [...ofStem.en] },
  pairs: { fr: [...ofPair.fr], en: [...ofPair.en] },
});

/** The lexicon that was stored. */
export const restoreLexicon = ({ concepts, stems, pairs }: StoredLexicon): Lexicon => ({
  concepts,
  ofStem: { fr: new Map(stems.fr), en: new Map(stems.en) },
  ofPair: { fr: new Map(pairs.fr), en: new Map(pairs.en) },
});
