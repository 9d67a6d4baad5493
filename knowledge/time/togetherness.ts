/** What tells whether a piece goes with the one before it: another day with its own hours, a list, a count from a named day. */

import type { Piece } from './grammar/scan';
import { has } from './grammar/words';
import { wordsBetween } from './leads';
import type { Lexeme } from './lexer';
import type { Moment } from './moment';
/**
 * "lundi 17h-18h, mardi 18h-19h", "je finis à 16h donc vendredi 17h": a time stands before, and the day has its own behind it. Without a
 * day of its own, the time before must stand apart.
 */
export const beginsAnother = (moment: Moment, piece: Piece, next: Piece | undefined): boolean =>
  (moment.date !== undefined || piece.from > moment.to) &&
  moment.time !== undefined &&
  piece.date !== undefined &&
  piece.time === undefined &&
  next?.time !== undefined &&
  next.date === undefined &&
  next.from <= piece.to + 1;

/** Two hours so far apart are no lesson: "lundi 9 à 18h" is the 9th. */
const LONGEST_RIVAL = 4 * 60;

/** "jeudi 17 à 18h30": the hours that it may be instead of the 17th. */
export function rivalHours(input: readonly Lexeme[], moment: Moment, piece: Piece): Moment['orHours'] {
  const { date } = moment;
  if (date?.kind !== 'calendar' || date.weekday === null || date.month !== null || moment.time !== undefined)
    return undefined;
  if (piece.time?.kind !== 'clock' || piece.from !== moment.to || input[piece.from]!.text !== 'a')
    return undefined;
  const to = piece.time.clock;
  const length = (to.hour - date.day) * 60 + to.minute;
  if (length <= 0 || length > LONGEST_RIVAL) return undefined;
  const from = { hour: date.day, minute: 0, half: null, certain: date.day >= 8, english: false };
  return { kind: 'clock-range', from, to };
}

/** Whether a sentence ends between two places. */
export const startsSentence = (input: readonly Lexeme[], from: number, to: number): boolean =>
  input.slice(from, to).some((found) => 'dot' in found.roles || 'stop' in found.roles);

/** "pas lundi et mardi", "indisponible le 3 et le 4": both are refused. */
export const isListedWith = (input: readonly Lexeme[], to: number, from: number): boolean =>
  to > 0 &&
  from > to &&
  from - to <= 2 &&
  has(input, to, 'et') &&
  input[to]!.text === 'et' &&
  (from - to === 1 || has(input, to + 1, 'le', 'du'));

/** "le onze novembre étant férié, le lendemain à 18h": counted from the day said before. */
export function besideNamed(moments: readonly Moment[], piece: Piece): Piece {
  const named = moments[moments.length - 1]?.date;
  return piece.beside === undefined || named === undefined
    ? piece
    : { ...piece, date: { kind: 'shifted', days: piece.beside, date: named } };
}

/** "mardi mercredi et jeudi", "le 3 le 5 et le 12": listed without a comma. */
export const isListedAfter = (current: Moment, piece: Piece): boolean =>
  piece.from === current.to &&
  current.time === undefined &&
  (piece.date?.kind === 'weekday' || piece.date?.kind === 'calendar') &&
  current.date?.kind === piece.date.kind;

/** Words between a length and the lesson that it measures: "1h30 de maths avec Léo hier à 17h". */
const MOST_WORDS_OF_LENGTH = 4;

/** "25 minutes à 180°, et on recommence mardi à 11h": a length so far before a day or an hour is probably another thing's. */
export const isLengthApart = (input: readonly Lexeme[], moment: Moment, piece: Piece): boolean =>
  moment.minutes !== undefined &&
  moment.date === undefined &&
  moment.time === undefined &&
  (piece.date !== undefined || piece.time !== undefined) &&
  wordsBetween(input, moment.to, piece.from) > MOST_WORDS_OF_LENGTH;
