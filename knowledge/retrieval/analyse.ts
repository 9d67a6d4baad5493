import type { Language } from '../types';
import type { Dictionaries } from '../text/dictionaries';
import { fold } from '../text/fold';
import { isLittleWord, languageOf } from '../text/language';
import { Spelling } from '../text/spelling';
import { stem } from '../text/stem';
import { namesBehindWords, wordsOf } from '../text/words';
import { hashStep, hashString } from './hashing';

/**
 * The kinds of features. Blocks of one group share a length of 1; a feature of fewer texts than `minCount` is left out of a model: a pair
 * that stands once teaches nothing and would be half of its memory.
 */
export const BLOCKS = [
  { name: 'words', group: 0, minCount: 1 },
  { name: 'word pairs', group: 0, minCount: 2 },
  { name: 'characters', group: 1, minCount: 2 },
  { name: 'concepts', group: 2, minCount: 1 },
  { name: 'concept pairs', group: 2, minCount: 2 },
] as const;

export const CHARACTER_GROUP = 1;

/** What the features of a text are, before any weight. */
export interface Analysis {
  readonly language: Language;
  /** Stems in the order of the text. */
  readonly stems: readonly string[];
  /** Hashes of the stems, in the same order. */
  readonly stemHashes: readonly number[];
  /** Feature hashes of each block, with repetitions. */
  readonly blocks: readonly (readonly number[])[];
  /** How many words the lexicon knows. */
  readonly conceptWords: number;
}

interface Concepts {
  readonly alone: readonly number[];
  readonly pairs: readonly number[];
  readonly words: number;
}

interface WordFeatures {
  readonly stem: string;
  readonly hash: number;
  /** The hash of the stem before its spelling was read. */
  readonly asWritten: number;
  readonly characters: readonly number[];
}

const STEM_SEED = 0x811c9dc5;
const PAIR_SEED = 0x2f0b4a1d;
const CHARACTER_SEED = 0x51ed270b;
const CONCEPT_SEED = 0x6b43a9b5;
const CONCEPT_PAIR_SEED = 0x1b873593;
const CACHED_WORDS = 6000;
const MAX_GRAM_WORD = 24;
const MIN_GRAM = 2;
const MAX_GRAM = 4;
/** Pairs grow as the square: only the first concepts of a message are paired. */
const PAIRED_CONCEPTS = 12;
/** Words that are concepts of their own are paired up to so many words apart: one message gives that many pairs a word, and no more. */
const PAIRED_WORDS_APART = 5;

function characterGrams(word: string): readonly number[] {
  const padded = `_${word.slice(0, MAX_GRAM_WORD)}_`;
  const grams: number[] = [];
  for (let from = 0; from < padded.length; from += 1) {
    let hash = CHARACTER_SEED;
    const end = Math.min(padded.length, from + MAX_GRAM);
    for (let at = from; at < end; at += 1) {
      hash = hashStep(hash, padded.charCodeAt(at));
      if (at - from + 1 >= MIN_GRAM) grams.push(hash | 0);
    }
  }
  return grams;
}

/** Concepts of the lexicon that people's names stand behind, and titles, which are no concepts. */
const PERSONS = new Set(['student', 'family', 'advisor', 'child', 'mentor', 'coach', 'evaluator']);
const TITLES = new Set(['m', 'mr', 'mme', 'madame', 'monsieur', 'mrs', 'ms']);

const pairHash = (a: number, b: number): number =>
  hashStep(hashStep(CONCEPT_PAIR_SEED, Math.min(a, b)), Math.max(a, b)) | 0;

/** Words that stand near each other, in either order. */
function nearPairs(stemHashes: readonly number[]): readonly number[] {
  return stemHashes.flatMap((word, at) =>
    stemHashes
      .slice(Math.max(0, at - PAIRED_WORDS_APART), at)
      .filter((other) => other !== word)
      .map((other) => pairHash(word, other)),
  );
}

const NUMBER = /^\d+$/;

/** "from 12.04 to 12.10" as "from 0 to 0": numbers in a row are one. */
const numbersAsOne = (words: readonly string[]): readonly string[] =>
  words
    .filter((word, at) => !NUMBER.test(word) || !NUMBER.test(words[at - 1] ?? ''))
    .map((word) => (NUMBER.test(word) ? '0' : word));

/** Turns texts into feature hashes. Holds a bounded memory of words already seen; deterministic all the same. */
export class Analyser {
  private readonly seen: Readonly<Record<Language, Map<string, WordFeatures>>> = {
    fr: new Map(),
    en: new Map(),
  };

  /**
   * @param dictionaries abbreviations and concepts.
   * @param spelling the words of the phrases; empty while they are being counted.
   * @param fallback the language of a text that shows none.
   */
  constructor(
    readonly dictionaries: Dictionaries,
    private readonly spelling: Spelling = new Spelling([]),
    readonly fallback: Language = 'fr',
  ) {}

  /** The words of a text as they are counted. */
  words(text: string): readonly string[] {
    return wordsOf(text, this.dictionaries.abbreviations);
  }

  analyse(text: string): Analysis {
    const raw = this.words(text);
    const language = languageOf(raw, this.fallback);
    const split = language === 'fr' ? raw.flatMap((word) => this.splitElision(word)) : raw;
    const strangers = this.strangersIn(text, language);
    const own = strangers.size > 0 ? split.filter((word) => !strangers.has(fold(word))) : split;
    const words = this.dictionaries.numbersAreOne ? numbersAsOne(own) : own;
    const stems: string[] = [];
    const stemHashes: number[] = [];
    const wordBlock: number[] = [];
    const pairs: number[] = [];
    const characters: number[] = [];
    let previous = STEM_SEED;
    for (const word of words) {
      const features = this.wordFeatures(word, language);
      stems.push(features.stem);
      stemHashes.push(features.hash);
      wordBlock.push(features.hash);
      if (features.asWritten !== features.hash) wordBlock.push(features.asWritten);
      pairs.push(hashStep(hashStep(PAIR_SEED, previous), features.hash) | 0);
      previous = features.hash;
      for (const gram of features.characters) characters.push(gram);
    }
    const concepts = this.dictionaries.wordsAreConcepts
      ? { alone: [], pairs: nearPairs(stemHashes), words: 0 }
      : this.concepts(stems, language);
    return {
      language,
      stems,
      stemHashes,
      blocks: [wordBlock, pairs, characters, concepts.alone, concepts.pairs],
      conceptWords: concepts.words,
    };
  }

  /**
   * Names that no phrase has, right behind a word for a person: "mon étudiante Rose". They say nothing of what is asked, and unknown words
   * speak against a message. Anywhere else a strange capital may be a shop or a film: it stays.
   */
  private strangersIn(text: string, language: Language): ReadonlySet<string> {
    const strangers = new Set<string>();
    for (const { role, name } of namesBehindWords(text)) {
      if (!TITLES.has(role) && !this.isPerson(role, language)) continue;
      if (this.spelling.count(fold(name)) === 0) strangers.add(fold(name));
    }
    return strangers;
  }

  private isPerson(word: string, language: Language): boolean {
    const { ofStem, concepts } = this.dictionaries.lexicon;
    const found = ofStem[language].get(stem(word, language)) ?? [];
    return found.some((concept) => PERSONS.has(concepts[concept] ?? ''));
  }

  private wordFeatures(word: string, language: Language): WordFeatures {
    const seen = this.seen[language];
    const known = seen.get(word);
    if (known) return known;
    const root = stem(this.spelling.correct(word), language);
    const asWritten = hashString(stem(word, language), STEM_SEED);
    const features = {
      stem: root,
      hash: hashString(root, STEM_SEED),
      asWritten,
      characters: characterGrams(fold(word)),
    };
    if (seen.size >= CACHED_WORDS) seen.clear();
    seen.set(word, features);
    return features;
  }

  /** "liban" -> l + iban, where the phrases know "iban" well and "liban" hardly. */
  private splitElision(word: string): readonly string[] {
    const match = /^([ldjmtsnc]|qu)([aeiouyhàâéèêëîïôûœ].{2,})$/.exec(word);
    if (!match || word.length > MAX_GRAM_WORD || isLittleWord(word)) return [word];
    const [, prefix = '', rest = ''] = match;
    const alone = this.spelling.count(fold(rest));
    return alone >= 3 && alone >= 5 * this.spelling.count(fold(word)) ? [prefix, rest] : [word];
  }

  /** Concepts, pairs of them in any order, and how many words gave them. */
  private concepts(stems: readonly string[], language: Language): Concepts {
    const { ofStem, ofPair } = this.dictionaries.lexicon;
    const found: number[] = [];
    let words = 0;
    const note = (concepts: readonly number[] | undefined): boolean => {
      for (const concept of concepts ?? []) if (!found.includes(concept)) found.push(concept);
      return concepts !== undefined;
    };
    stems.forEach((each, index) => {
      const alone = note(ofStem[language].get(each));
      const joined = index > 0 && note(ofPair[language].get(`${stems[index - 1]} ${each}`));
      if (alone || joined) words += 1;
    });
    const few = found.slice(0, PAIRED_CONCEPTS);
    const pairs = few.flatMap((a, index) => few.slice(index + 1).map((b) => pairHash(a, b)));
    return { alone: found.map((concept) => hashStep(CONCEPT_SEED, concept) | 0), pairs, words };
  }
}
