import { fold } from './fold';

/** Longest text that is looked at, in letters and in words: more of a message than that does not change what it is about. */
const MAX_TEXT = 6000;
const HEAD_TEXT = 4000;
const MAX_WORDS = 300;
const HEAD_WORDS = 200;
/** A longer word is pasted noise, of which the beginning is enough. */
const MAX_LETTERS = 60;
/** The most words that one text gives, abbreviations written out and apostrophes split. */
export const MOST_WORDS = 600;

const ELIDED = new Set([
  'l',
  'd',
  'j',
  'm',
  't',
  's',
  'n',
  'c',
  'qu',
  'jusqu',
  'lorsqu',
  'puisqu',
  'quoiqu',
  'presqu',
]);
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:'[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
const LINK = /\b(?:https?:\/\/|www\.)\S{1,500}/g;
const ADDRESS = /[^\s@]{1,64}@[^\s@]{1,200}/g;

/** Replacement words of one written form: `rdv` -> `rendez`, `vous`. Keys have no accents. */
export type Abbreviations = ReadonlyMap<string, readonly string[]>;

const ENGLISH_ENDINGS: Readonly<Record<string, string>> = {
  t: 'not',
  m: 'am',
  ve: 'have',
  re: 'are',
  ll: 'will',
  s: '',
  d: '',
};

/** Splits at apostrophes: elisions ("l'iban"), English contractions ("don't"), and keeps "aujourd'hui" whole. */
function splitApostrophes(word: string): readonly string[] {
  if (!word.includes("'")) return [word];
  if (word.startsWith("aujourd'")) return [word.replace("'", '')];
  const parts = word.split("'");
  const [first = '', second = ''] = parts;
  if (parts.length === 2 && !ELIDED.has(first)) {
    const ending = ENGLISH_ENDINGS[second];
    if (ending !== undefined) {
      const head = second === 't' ? (first === 'can' ? 'can' : first.replace(/n$/, '')) : first;
      return ending === '' ? [head] : [head, ending];
    }
  }
  return parts;
}

const collapseRepeats = (word: string): string => word.replace(/(\p{L})\1{2,}/gu, '$1');

const withoutMiddle = (text: string): string =>
  text.length <= MAX_TEXT ? text : `${text.slice(0, HEAD_TEXT)} ${text.slice(HEAD_TEXT - MAX_TEXT)}`;

const NAME_BEHIND_WORD = /([\p{L}\p{M}]{1,30})\.?\s(\p{Lu}[\p{L}\p{M}]{1,30})/gu;

/** What is written like a name, with a capital, and the word before it; both in lower case. */
export function namesBehindWords(text: string): readonly { readonly role: string; readonly name: string }[] {
  return [...withoutMiddle(text).matchAll(NAME_BEHIND_WORD)].map(([, role = '', name = '']) => ({
    role: role.toLowerCase(),
    name: name.toLowerCase(),
  }));
}

/**
 * The words of a text, lower case with their accents, abbreviations written out. Long texts are cut in the middle, so that no text takes
 * long.
 *
 * @param abbreviations forms that stand for other words.
 */
export function wordsOf(text: string, abbreviations: Abbreviations): readonly string[] {
  // Normal forms may be longer than what was typed.
  const clean = withoutMiddle(withoutMiddle(text).normalize('NFKC'))
    .toLowerCase()
    .replace(/[’ʼ‘`´]/g, "'")
    .replace(LINK, ' lien ')
    .replace(ADDRESS, ' email ');
  const raw = clean.match(WORD) ?? [];
  const kept =
    raw.length <= MAX_WORDS
      ? raw
      : [...raw.slice(0, HEAD_WORDS), ...raw.slice(raw.length - (MAX_WORDS - HEAD_WORDS))];
  const words: string[] = [];
  for (const long of kept) {
    if (words.length >= MOST_WORDS) break;
    const each = long.slice(0, MAX_LETTERS);
    const whole = abbreviations.get(fold(each));
    if (whole) {
      words.push(...whole);
      continue;
    }
    for (const part of splitApostrophes(collapseRepeats(each))) {
      if (part === '') continue;
      const written = ELIDED.has(part) && each !== part ? undefined : abbreviations.get(fold(part));
      if (written) words.push(...written);
      else words.push(part);
    }
  }
  return words.slice(0, MOST_WORDS);
}
