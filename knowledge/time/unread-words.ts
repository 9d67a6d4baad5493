import type { Piece } from './grammar/scan';
import { GOES_ON, has } from './grammar/words';
import type { Lexeme } from './lexer';

/** Known words left unread that turn what was read into something else: "jeudi je peux pas", "repousser d'une heure", "appelez après". */

const CALLS =
  /^(?:appele[rz]|appel|rappele[rz]|rappel|joignable|dispo|libre|call|ring|phone|free|available)$/u;
const endsAt = (input: readonly Lexeme[], at: number): boolean =>
  at >= input.length || has(input, at, 'comma', 'dot', 'stop', 'open');

/** "le mardi avant", "demain après le cours", "Tuesday before last": beside a day, what it bounds is not read. */
function isBoundOfDay(input: readonly Lexeme[], read: Uint8Array, at: number): boolean {
  if (!has(input, at, 'before', 'after')) return false;
  // "appelez avant", said after a time.
  if (CALLS.test(input[at - 1]?.text ?? '') && endsAt(input, at + 1)) return true;
  const leads = [1, 2, 3, 4, 5].some((ahead) => read[at + ahead] === 1);
  // Behind "vendredi après" alone, the time may have been taken away by whoever asks; behind "après le cours" it never stood.
  const next = input[at + 1];
  const named =
    has(input, at + 1, 'le', 'la', 'les', 'last') ||
    (next !== undefined &&
      /^\p{L}{3,}$/u.test(next.text) &&
      Object.keys(next.roles).length === 0 &&
      !GOES_ON.test(next.text));
  const day = read[at - 1] === 1 && !has(input, at - 1, 'hour', 'num', 'meridiem', 'noon', 'midnight');
  return day && named && !leads;
}

const REACH = 4;
const movedBefore = (input: readonly Lexeme[], at: number): boolean =>
  input.slice(Math.max(0, at - REACH), at).some((found) => 'move' in found.roles);

/** "repousser d'une heure mon rdv de jeudi 14h", "décaler d'un jour": by how much, not how long. */
const isShift = (input: readonly Lexeme[], { from, ...piece }: Piece): boolean => {
  const isLength = (piece.minutes !== undefined || piece.loose !== undefined) && piece.time === undefined;
  return isLength && piece.date === undefined && has(input, from - 1, 'de') && movedBefore(input, from);
};
const isShiftOfDays = (input: readonly Lexeme[], at: number): boolean =>
  has(input, at, 'unit') &&
  has(input, at - 1, 'num', 'article') &&
  has(input, at - 2, 'de') &&
  movedBefore(input, at);

const CAN =
  /^(?:peux|peut|pourrai|pourrais|pourra|va|vas|ira|irait|iras|marche|convient|arrange|arrangerait)$/u;
const AFTER_DENIAL = /^(?:du|desole|desolee|svp|merci|mais|car|finalement|plus|c|et)$/u;

/** "jeudi je peux pas", "demain ça va pas", "vendredi non": the day named is not wanted. What follows a verb ("pas donner cours") tells of it. */
function isDenied(input: readonly Lexeme[], read: Uint8Array, at: number): boolean {
  const near = [1, 2, 3, 4, 5].some((back) => read[at - back] === 1);
  const ends = endsAt(input, at + 1) || AFTER_DENIAL.test(input[at + 1]?.text ?? '');
  if (input[at]!.text === 'pas') return near && ends && CAN.test(input[at - 1]?.text ?? '');
  if (/^(?:non|bof|nope)$/u.test(input[at]!.text))
    return read[at - 1] === 1 && endsAt(input, at + 1) && !asks(input);
  return false;
}
const asks = (input: readonly Lexeme[]): boolean => input.some((found) => found.text === '?');

/** "can't do Thursday", "cannot make Tuesday", "Thursday doesn't work". */
const ENGLISH_CAN = /^(?:do|make|manage|meet|come)$/u;
function isDeniedInEnglish(input: readonly Lexeme[], read: Uint8Array, at: number): boolean {
  const word = input[at]!.text;
  const negated =
    word === 'cannot' ||
    (word === 't' && /^(?:can|couldn|don|doesn|won|isn|aren)$/u.test(input[at - 1]?.text ?? ''));
  if (!negated) return false;
  const after =
    ENGLISH_CAN.test(input[at + 1]?.text ?? '') && [2, 3, 4].some((ahead) => read[at + ahead] === 1);
  const before =
    [2, 3].some((back) => read[at - back] === 1) &&
    /^(?:work|suit|good|possible)$/u.test(input[at + 1]?.text ?? '');
  return after || before;
}

/** "101126 17h": a date without its signs, beside an hour. */
const isDateWithoutSigns = (input: readonly Lexeme[], read: Uint8Array, at: number): boolean =>
  read[at + 1] === 1 && /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:\d\d|20\d\d)$/u.test(input[at]!.text);

/** "Mon, Wed, Fri at 5pm", "Mon 9-11am": not the French word. */
const isMonday = (input: readonly Lexeme[], at: number): boolean =>
  input[at]!.text === 'mon' &&
  input[at]!.capital &&
  (has(input, at + 1, 'comma', 'dash', 'slash', 'weekdayShort', 'weekday') ||
    (has(input, at + 1, 'num') && has(input, at + 2, 'meridiem', 'dash', 'colon', 'to')));

/** "hier seize trente": two numbers in words beside what was read. */
const isClockInWords = (input: readonly Lexeme[], read: Uint8Array, at: number): boolean =>
  [at, at + 1].every(
    (place) => has(input, place, 'num') && input[place]!.digits === 0 && read[place] === 0,
  ) && read[at - 1] === 1;

/** Whether known words left unread change what was read (`read`: 1 for each lexeme in a piece). */
export function leavesMeaning(input: readonly Lexeme[], pieces: readonly Piece[], read: Uint8Array): boolean {
  if (pieces.some((piece) => isShift(input, piece))) return true;
  return input.some(
    (_found, at) =>
      read[at] === 0 &&
      (isBoundOfDay(input, read, at) ||
        isShiftOfDays(input, at) ||
        isDenied(input, read, at) ||
        isDeniedInEnglish(input, read, at) ||
        isDateWithoutSigns(input, read, at) ||
        isMonday(input, at) ||
        isClockInWords(input, read, at)),
  );
}
