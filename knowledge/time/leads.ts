import type { Bound } from './expressions';
import type { Piece } from './grammar/scan';
import { has } from './grammar/words';
import type { Moment } from './join';
import type { Lexeme } from './lexer';

/** Words between two pieces of one moment; beyond, they are joined with doubt. */
export const NEAR = 8;

const BOUNDS = {
  since: 'since',
  before: 'before',
  after: 'after',
  until: 'until',
  by: 'by',
  fromOn: 'from',
} as const;

/** What the words before a piece say about it. */
export interface Lead {
  readonly bound: Bound | null;
  readonly refused: boolean;
  /** "commencé à 14h et fini à 16h". */
  readonly ends?: boolean;
}

/** The word before a piece that bounds or refuses it; articles and "à" between them do not count. */
export function leadOf(input: readonly Lexeme[], piece: Piece, floor: number): Lead {
  let at = piece.from;
  // "pas la lundi" was to be "pas là".
  const noArticle = has(input, piece.from, 'weekday', 'relativeDay');
  const limit = Math.max(floor, piece.from - 3);
  const boundAt = (place: number): Bound | null => {
    for (const name of Object.keys(BOUNDS) as (keyof typeof BOUNDS)[]) {
      if (has(input, place, name)) return BOUNDS[name];
    }
    return null;
  };
  const inside = boundAt(at);
  if (inside !== null && piece.date === undefined)
    return { bound: inside, refused: has(input, at - 1, 'not') };
  while (at - 1 >= limit) {
    at -= 1;
    const bound = boundAt(at);
    if (bound !== null) return { bound, refused: false };
    if (has(input, at, 'not')) return { bound: null, refused: true };
    if (has(input, at, 'finish')) return { bound: null, refused: false, ends: true };
    if (noArticle && has(input, at, 'la') && !has(input, at, 'le')) break;
    if (!has(input, at, 'le', 'la', 'les', 'at', 'au', 'about', 'de', 'this')) break;
  }
  return { bound: null, refused: false };
}

/** How many words, signs not counted, stand between two places. */
export function wordsBetween(input: readonly Lexeme[], from: number, to: number): number {
  let words = 0;
  for (let at = from; at < to; at += 1)
    if (!has(input, at, 'comma', 'dash', 'open', 'dot', 'stop', 'colon')) words += 1;
  return words;
}

/** Whether two pieces stand so far apart that joining them is a guess. */
export const isFar = (input: readonly Lexeme[], from: number, to: number): boolean => {
  const words = wordsBetween(input, from, to);
  const breaks = input
    .slice(from, Math.min(to, from + 40))
    .some((found) => 'stop' in found.roles || 'dot' in found.roles);
  return words > NEAR || (breaks && words > 3);
};

/** How a piece is tied to the moment before it. */
export function linkBetween(input: readonly Lexeme[], current: Moment, to: number): Moment['link'] {
  const from = current.to;
  if (to - from > 3 || to <= from) return 'none';
  const between = input.slice(from, to);
  const all = (...names: readonly string[]) =>
    between.every((found) => names.some((name) => name in found.roles));
  // "entre lundi 14h et mardi 10h"
  if (all('et', 'le') && has(input, current.from - 1, 'between')) return 'to';
  if (
    all('ou', 'comma', 'et', 'le', 'la', 'slash', 'at', 'filler', 'de') &&
    between.some((found) => ['ou', 'et', 'comma', 'slash'].some((name) => name in found.roles))
  ) {
    return 'or';
  }
  return all('at', 'au', 'to', 'until', 'dash', 'le') ? 'to' : 'none';
}
