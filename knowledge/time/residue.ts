import type { Piece } from './grammar/scan';
import { has } from './grammar/words';
import type { Lexeme } from './lexer';
import { UNITS } from './roles';
import { leavesSuspect } from './suspects';
import { isTurnedByContext } from './unread-context';
import { isUsedAsNoun } from './unread-nouns';
import { leavesNumber } from './unread-numbers';
import { isPartlyExcluded } from './unread-refusals';
import { leavesMeaning } from './unread-words';

/** A word that may be a mistyped "avant" or "après" which the lexicon does not know: "avzn hier". */
const mayBeBeforeOrAfter = (word: string): boolean =>
  /^a[vp]\p{L}{0,4}$/u.test(word) && (slipsBetween(word, 'avant') <= 2 || slipsBetween(word, 'apres') <= 2);

/** Days as people shorten them: a short unknown word made of their letters in order may be one ("dm", "vdi", "aujd"). */
const DAYS =
  'demain apresdemain hier avanthier aujourdhui lundi mardi mercredi jeudi vendredi samedi dimanche tomorrow today tonight yesterday'.split(
    ' ',
  );
const LONGEST_SHORTENING = 6;
const NO_SHORTENING = new Set([
  'me',
  'je',
  'se',
  'si',
  'mi',
  'mme',
  'ma',
  'mi',
  'ti',
  'ad',
  'hi',
  'dr',
  'vi',
]);

function isShortened(word: string, day: string): boolean {
  let at = 0;
  for (const letter of day) if (letter === word[at]) at += 1;
  return at === word.length && word[0] === day[0];
}

/** Letters left out, added, changed or swapped between two short words. */
function slipsBetween(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const changed = rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2]![j - 2]! + 1 : changed;
      rows[i]![j] = Math.min(changed, swapped, rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1);
    }
  }
  return rows[a.length]![b.length]!;
}

/** One slip in a short word, two in a longer one: "heir", "dumanche". */
const lettersOf = (word: string): string => [...word].sort().join('');

const isNear = (word: string, day: string): boolean =>
  (word.length === day.length && lettersOf(word) === lettersOf(day)) || isSlipOf(word, day);

const isSlipOf = (word: string, day: string): boolean =>
  (word[0] === day[0] || word[1] === day[0]) &&
  Math.abs(word.length - day.length) <= 2 &&
  slipsBetween(word, day) <= (word.length >= 6 ? 2 : 1);

const isUnknown = (lexeme: Lexeme | undefined): lexeme is Lexeme =>
  lexeme !== undefined && lexeme.digits === 0 && Object.keys(lexeme.roles).length === 0;

/** Whether an unknown word right before a clock time may name its day: glued to it, or a day made short. */
function mayNameDay(input: readonly Lexeme[], at: number): boolean {
  const word = input[at];
  if (!isUnknown(word) || !/^\p{L}+$/u.test(word.text) || NO_SHORTENING.has(word.text)) return false;
  if (input[at + 1]?.glued === true) return true;
  const short =
    word.text.length >= 2 && word.text.length <= LONGEST_SHORTENING && (at === 0 || !word.capital);
  // Doubled letters are slips: "demm".
  const once = word.text.replace(/(\p{L})\1+/gu, '$1');
  const vowelless =
    at === 0 && word.text.length <= 4 && !/[aeiouy]/u.test(word.text) && !GREETINGS.has(word.text);
  const slipped = !word.capital && word.text.length >= 4 && DAYS.some((day) => isNear(word.text, day));
  return slipped || (short && (vowelless || DAYS.some((day) => isShortened(once, day))));
}

const GREETINGS = new Set(['bjr', 'bsr', 'slt', 'cc', 'mrc', 'stp', 'svp', 'dsl']);

/** "lun", "ven" left unread: the day of a time said without one. */
const isShortDay = (found: Lexeme, at: number): boolean =>
  found.roles.weekdayShort !== undefined && (!found.capital || at === 0);

/** Whether a piece says a time of day and no day. */
const isTimeAlone = (piece: Piece): boolean =>
  piece.date === undefined && (piece.time !== undefined || piece.loose !== undefined);

/** Whether something that looks like a time was left unread: an hour, "14:3", or an unknown word before "hier", "demain" or a time. */
export function leavesResidue(input: readonly Lexeme[], pieces: readonly Piece[]): boolean {
  const read = readPlaces(input, pieces);
  if (pieces.some((piece) => piece.date !== undefined && leavesUnit(input, read, piece.from))) return true;
  const undated = pieces.every((piece) => piece.date === undefined) && pieces.some(isTimeAlone);
  if (undated && input.some((found, at) => read[at] === 0 && isShortDay(found, at))) return true;
  if (pieces.some((piece) => isTimeAlone(piece) && leavesBefore(input, read, piece.from))) return true;
  return input.some((lexeme, at) => {
    if (read[at] === 1) {
      const before = input[at - 1];
      const unknown = isUnknown(before) && read[at - 1] === 0;
      return (
        unknown &&
        lexeme.roles.relativeDay !== undefined &&
        !before.capital &&
        mayBeBeforeOrAfter(before.text)
      );
    }
    const number = lexeme.roles.num !== undefined && lexeme.digits > 0;
    const hour = has(input, at + 1, 'hour') && read[at + 1] === 0;
    const colon =
      has(input, at + 1, 'colon') &&
      input[at + 1]!.glued &&
      has(input, at + 2, 'num') &&
      input[at + 2]!.glued;
    return number && (hour || colon);
  });
}

const LONG_UNITS: ReadonlySet<string | undefined> = new Set(['day', 'week', 'fortnight', 'month']);

/** "le premier jour ouvré de décembre", "les deux premières semaines de mars": part of the month, not all of it. */
function leavesUnit(input: readonly Lexeme[], read: Uint8Array, from: number): boolean {
  if (!has(input, from, 'de', 'du', 'of')) return false;
  const isLeft = (at: number) => {
    const unit = input[at]?.roles.unit;
    const ranked =
      has(input, at - 1, 'ordinal', 'last', 'next', 'num') || has(input, at - 2, 'ordinal', 'last', 'num');
    return read[at] === 0 && ranked && unit !== undefined && LONG_UNITS.has(UNITS[unit]);
  };
  return isLeft(from - 1) || (isUnknown(input[from - 1]) && isLeft(from - 2));
}

/** Before a time of day: a word that may name its day, or the unread first side of a range ("19-20h"). */
function leavesBefore(input: readonly Lexeme[], read: Uint8Array, from: number): boolean {
  if (read[from - 1] === 0 && mayNameDay(input, from - 1)) return true;
  const side = input[from - 2];
  return (
    read[from - 1] === 0 &&
    read[from - 2] === 0 &&
    has(input, from - 1, 'dash', 'slash') &&
    input[from - 1]!.glued &&
    side !== undefined &&
    side.digits > 0 &&
    side.digits <= 2
  );
}

/** Whether a number or "pm" beside what was read was left out: what was read is then not the whole of it. */
export function isIncomplete(
  input: readonly Lexeme[],
  pieces: readonly Piece[],
  prefer: 'past' | 'future',
): boolean {
  if (pieces.length === 0) return false;
  const read = readPlaces(input, pieces);
  return (
    input.some((_lexeme, at) => read[at] === 0 && isLooseBeside(input, read, at)) ||
    leavesSuspect(input, read) ||
    leavesNumber(input, read) ||
    leavesMeaning(input, pieces, read) ||
    isUsedAsNoun(input, pieces, read) ||
    isTurnedByContext(input, pieces, read, prefer) ||
    isPartlyExcluded(input, pieces)
  );
}

function readPlaces(input: readonly Lexeme[], pieces: readonly Piece[]): Uint8Array {
  const read = new Uint8Array(input.length);
  for (const piece of pieces) read.fill(1, piece.from, piece.to);
  return read;
}

/** A number, "am" or "pm" left beside what was read: "samedi 14 16", "4 or 5 tomorrow", "demain pm". */
function isLooseBeside(input: readonly Lexeme[], read: Uint8Array, at: number): boolean {
  const after = read[at - 1] === 1;
  const { roles, digits, glued } = input[at]!;
  if (roles.meridiem !== undefined) return after || read[at + 1] === 1;
  if (roles.num === undefined || roles.article !== undefined || roles.num > 2400 || glued) return false;
  const opens =
    at === 0 || has(input, at - 1, 'comma', 'dot', 'stop', 'ou', 'dash', 'slash', 'colon', 'open');
  const before = read[at + 1] === 1 && opens;
  // "le 12 (pardon 13)".
  if (has(input, at - 1, 'correct')) return true;
  // "mercredi de 2 à 4 ...": a range that nothing showed to be one.
  const ranged =
    has(input, at - 1, 'de', 'between', 'fromOn') &&
    read[at - 2] === 1 &&
    has(input, at + 1, 'at', 'to', 'dash', 'et') &&
    has(input, at + 2, 'num') &&
    !has(input, at + 3, 'counted', 'unit');
  if (ranged) return true;
  const joined =
    has(input, at + 1, 'ou', 'dash', 'slash') && has(input, at + 2, 'num') && (after || read[at + 3] === 1);
  const ends = at + 1 === input.length || read[at + 1] === 1 || has(input, at + 1, 'comma', 'dot', 'stop');
  // "le 30 et 31"
  const listed = has(input, at - 1, 'et', 'ou') && read[at - 2] === 1;
  if (digits === 0) return after && ends;
  return before || joined || ((after || listed) && ends);
}
