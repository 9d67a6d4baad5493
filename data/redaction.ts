/** What stands where a number was. */
export const MASKED_IBAN = '[IBAN masqué]';
export const MASKED_NIR = '[numéro de sécurité sociale masqué]';

/**
 * Masks IBANs and French social-security numbers (NIR) before a text is stored, logged or shown: only whether they are known
 * matters here, never the numbers (A019, A023). Pure; linear in the length of the text; masking twice changes nothing.
 *
 * Numbers are told from others by their keys (both are modulo 97), however they are spaced. A number whose key is wrong is a slip
 * of the same person's pen: it is masked when its shape or the words before it leave no doubt.
 *
 * @example redact('mon iban : fr76 3000 6000 0112 3456 7890 189') // 'mon iban : [IBAN masqué]'
 */
export function redact(text: string): string {
  return maskWhere(maskWhere(text, ibanEnd, MASKED_IBAN), nirEnd, MASKED_NIR);
}

/** Finds the end of a number that begins at `start`, or -1. */
type Finder = (text: string, start: number) => number;

function maskWhere(text: string, endOf: Finder, mask: string): string {
  let masked = '';
  let kept = 0;
  for (let start = 0; start < text.length; start += 1) {
    const end = endOf(text, start);
    if (end === -1) continue;
    masked += text.slice(kept, start) + mask;
    kept = end;
    start = end - 1;
  }
  return masked + text.slice(kept);
}

/** Between two characters of one number: nothing, or up to three of these. */
const SEPARATOR = /[\s.\-_/\u2010-\u2015]/;
const MOST_SEPARATORS = 3;

const isLetterOrDigit = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

const isAsciiDigit = (character: string): boolean => character >= '0' && character <= '9';

const isAsciiLetter = (character: string): boolean =>
  (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');

const isAsciiLetterOrDigit = (character: string): boolean =>
  isAsciiDigit(character) || isAsciiLetter(character);

interface Run {
  /** The characters without their separators, in capitals. */
  readonly characters: string;
  /** Where in the text each of them ends. */
  readonly ends: readonly number[];
}

/** The letters and digits from `start` on, separators left out, at most `most` of them. */
function runFrom(text: string, start: number, most: number): Run {
  let characters = '';
  const ends: number[] = [];
  let separators = 0;
  for (let at = start; at < text.length && characters.length < most; at += 1) {
    const character = text.charAt(at);
    if (isAsciiLetterOrDigit(character)) {
      characters += character.toUpperCase();
      ends.push(at + 1);
      separators = 0;
    } else {
      separators += 1;
      if (separators > MOST_SEPARATORS || !SEPARATOR.test(character)) break;
    }
  }
  return { characters, ends };
}

/** Lengths of IBANs by country (SWIFT's registry). */
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BR: 29,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  DO: 28,
  DZ: 26,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MA: 28,
  MC: 27,
  MD: 24,
  ME: 22,
  MG: 27,
  MK: 19,
  MR: 27,
  MT: 31,
  MU: 30,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  SA: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  SN: 28,
  TN: 24,
  TR: 26,
  UA: 29,
  XK: 20,
};

function ibanEnd(text: string, start: number): number {
  if (!isAsciiLetter(text.charAt(start))) return -1;
  const head = runFrom(text, start, 4).characters;
  const length = /^[A-Z]{2}\d{2}$/.test(head) ? IBAN_LENGTHS[head.slice(0, 2)] : undefined;
  if (length === undefined) return -1;
  const { characters, ends } = runFrom(text, start, length);
  const end = ends[length - 1];
  if (end === undefined) return -1;
  if (hasIbanKey(characters)) return end;
  const standsAlone = !isLetterOrDigit(text[start - 1]) && !isLetterOrDigit(text[end]);
  return standsAlone && looksLikeIban(characters) ? end : -1;
}

/** Nearly all digits: words that happen to follow something like "au12" are not. */
const looksLikeIban = (characters: string): boolean =>
  characters.replace(/\D/g, '').length >= characters.length - 4;

/** Whether an IBAN without separators passes its key (ISO 13616: modulo 97 is 1). */
export const hasIbanKey = (iban: string): boolean =>
  remainder97(
    (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)),
  ) === 1;

/** Sex (7 and 8 are provisional numbers), year, month, department, commune, order: 13 characters; Corsica writes 2A and 2B. */
const NIR_BODY = /^[1-478]\d{2}(?:0[1-9]|1[0-2]|20|3\d|4[0-2]|[5-9]\d)(?:\d{2}|2[AB])\d{6}$/;
const NIR_LENGTH = 13;
const NIR_KEY_LENGTH = 15;

/** The groups in which the number stands on a card: 1 85 05 78 006 084 36. */
const NIR_GROUPS =
  /^\d[\s.\-]\d{2}[\s.\-]\d{2}[\s.\-](?:\d{2}|2[AB])[\s.\-]\d{3}[\s.\-]\d{3}(?:[\s.\-]\d{2})?$/i;

/** Words that announce the number, in the text before it. */
const NIR_WORDS = /s[ée]cu|social|immatriculation|insee|\bnir\b|\bssn\b/i;
const WORDS_WITHIN = 60;

function nirEnd(text: string, start: number): number {
  if (!isAsciiDigit(text.charAt(start)) || isLetterOrDigit(text[start - 1])) return -1;
  const { characters, ends } = runFrom(text, start, NIR_KEY_LENGTH);
  const body = characters.slice(0, NIR_LENGTH);
  if (!NIR_BODY.test(body)) return -1;
  const endOf = (length: number): number => {
    const end = ends[length - 1];
    return end === undefined || isLetterOrDigit(text[end]) ? -1 : end;
  };
  const key = characters.slice(NIR_LENGTH);
  const withKey = /^\d{2}$/.test(key) ? endOf(NIR_KEY_LENGTH) : -1;
  if (withKey !== -1 && Number(key) === nirKey(body)) return withKey;
  const end = withKey !== -1 ? withKey : endOf(NIR_LENGTH);
  if (end === -1) return -1;
  const announced = NIR_WORDS.test(text.slice(Math.max(0, start - WORDS_WITHIN), start));
  return announced || NIR_GROUPS.test(text.slice(start, end)) ? end : -1;
}

/** The key of a NIR's 13 characters: 97 less their remainder; 2A counts as 19 and 2B as 18. */
export const nirKey = (body: string): number =>
  97 - remainder97(body.toUpperCase().replace('2A', '19').replace('2B', '18'));

/** The remainder by 97 of a number of any length, written in digits. */
function remainder97(digits: string): number {
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}
