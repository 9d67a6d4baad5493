import type { Bound } from './expressions';
import type { Piece } from './grammar/scan';
import { has } from './grammar/words';
import type { Moment } from './moment';
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
  /** "17h au lieu de 18h": refused, or what was meant. */
  readonly instead?: boolean;
  /** "indisponible du 3 au 5": refused for a wish, the time itself of an absence. */
  readonly absent?: boolean;
  /** "commencé à 14h et fini à 16h". */
  readonly ends?: boolean;
  /** "juste avant 17h": nearer to it than a bound says. */
  readonly close?: boolean;
}

/** "un peu avant", "juste après", "shortly before". */
const CLOSELY = /^(?:peu|juste|bien|just|shortly|right|soon|well|immediatement|directement|aussitot)$/u;

const AVAILABLE =
  /^(?:dispo|dispos|disponible|disponibles|disponibilite|libre|libres|possible|joignable|available|free)$/u;
const ABSENT = /^(?:impossible|indisponibles?|indispos?)$/u;
const DENIES = /^(?:pas|plus|jamais|not|aucune?|ni)$/u;

/** "pas dispo", "plus libre", "pas de dispo": what follows is when it is not. */
const isDenied = (input: readonly Lexeme[], at: number): boolean =>
  AVAILABLE.test(input[at]?.text ?? '') &&
  (DENIES.test(input[at - 1]?.text ?? '') ||
    (has(input, at - 1, 'de') && DENIES.test(input[at - 2]?.text ?? '')));

/** "pas de cours avant le 14", "rien avant lundi", "no lessons before Monday". */
const isNothing = (input: readonly Lexeme[], at: number): boolean => {
  if (/^(?:rien|nothing)$/u.test(input[at]?.text ?? '')) return true;
  if (!has(input, at, 'lesson', 'counted')) return false;
  const of = has(input, at - 1, 'de') ? at - 2 : at - 1;
  return /^(?:pas|plus|aucune?|no)$/u.test(input[of]?.text ?? '');
};

const OWED =
  /^(?:hours?|lessons?|sessions?|coupons?|money|pay|payslips?|invoices?|class|classes|report|the ones?|ones?)$/u;
/** "hours from last week", "the lesson from Tuesday": of that time, not since. */
const isOrigin = (input: readonly Lexeme[], at: number, piece: Piece): boolean =>
  input[at]!.text === 'from' &&
  piece.date !== undefined &&
  OWED.test(input[at - 1]?.text ?? '') &&
  !has(input, piece.to, 'to', 'until', 'dash');

/** The word before a piece that bounds or refuses it; articles and "à" between them do not count. */
export function leadOf(input: readonly Lexeme[], piece: Piece, floor: number): Lead {
  let at = piece.from;
  // "pas la lundi" was to be "pas là".
  const noArticle = has(input, piece.from, 'weekday', 'relativeDay');
  const limit = Math.max(floor, piece.from - 3);
  const boundAt = (place: number): Bound | null => {
    // "au plus tard le 30" allows the 30th.
    if (has(input, place, 'atMost')) return piece.date === undefined ? 'before' : 'by';
    const word = input[place]?.text ?? '';
    // "the contract runs through March"
    if (/^(?:through|thru)$/u.test(word) && piece.date !== undefined && place > floor) return 'until';
    // "passé le 15 mai"
    if (/^passee?$/u.test(word) && (place === 0 || has(input, place - 1, 'comma', 'dot', 'stop', 'et')))
      return 'after';
    const name = (Object.keys(BOUNDS) as (keyof typeof BOUNDS)[]).find((each) => has(input, place, each));
    if (name === undefined) return null;
    const dayBetween = has(input, place - 1, 'relativeDay', 'weekday') && isDenied(input, place - 2);
    if (isOrigin(input, place, piece)) return null;
    if (!isDenied(input, place - 1) && !dayBetween && !(name === 'before' && isNothing(input, place - 1)))
      return BOUNDS[name];
    return name === 'before' ? 'from' : name === 'after' || name === 'fromOn' ? 'before' : BOUNDS[name];
  };
  const inside = boundAt(at);
  if (inside !== null && piece.date === undefined)
    return { bound: inside, refused: has(input, at - 1, 'not') };
  while (at - 1 >= limit) {
    at -= 1;
    const bound = boundAt(at);
    if (bound !== null) return { bound, refused: false, close: CLOSELY.test(input[at - 1]?.text ?? '') };
    if (has(input, at, 'insteadOf')) return { bound: null, refused: true, instead: true };
    if (ABSENT.test(input[at]!.text)) return { bound: null, refused: true, absent: true };
    if (has(input, at, 'not') || isOutweighed(input, at)) return { bound: null, refused: true };
    // "pas libre demain avant 18h": the hours are ruled out, not the day.
    // "mercredi pas possible jeudi ok": the day before it is denied.
    if (isDenied(input, at) && floor > 0 && floor === at - 1 && !has(input, at - 1, 'les')) break;
    if (isDenied(input, at))
      return { bound: null, refused: !has(input, piece.to, 'before', 'after', 'fromOn') };
    if (has(input, at, 'finish')) return { bound: null, refused: false, ends: true };
    if (noArticle && has(input, at, 'la') && !has(input, at, 'le')) break;
    if (!has(input, at, 'le', 'la', 'les', 'at', 'au', 'about', 'de', 'this', 'colon')) break;
  }
  return { bound: null, refused: false };
}

/** "plutôt mardi que lundi": the second is what is not wanted. */
const isOutweighed = (input: readonly Lexeme[], at: number): boolean =>
  input[at]!.text === 'que' &&
  input.slice(Math.max(0, at - NEAR), at).some((found) => found.text === 'plutot');

/** "17h au plus tard", "lundi max", "14h minimum": the bound stands after what it bounds, unless another time follows it at once. */
export function trailingBound(
  input: readonly Lexeme[],
  piece: Piece,
  next: number | undefined,
): Bound | null {
  if (piece.minutes !== undefined || piece.offset !== undefined || next === piece.to + 1) return null;
  // "de 14h à 16h max": the range has its end.
  if (piece.time?.kind === 'clock-range') return null;
  const lead = has(input, piece.to, 'before', 'fromOn') && next !== undefined && next <= piece.to + 1;
  // "12h45 max 5 min": it bounds the length.
  const ofLength = has(input, piece.to + 1, 'num') && has(input, piece.to + 2, 'unit', 'hour');
  if (lead || ofLength) return null;
  if (has(input, piece.to, 'atMost')) return piece.date === undefined ? 'before' : 'by';
  return has(input, piece.to, 'atLeast') ? 'from' : null;
}

const WISHES =
  /^(?:bon|bonne|bons|bonnes|belle|excellent|excellente|joyeux|joyeuse|joyeuses|good|great|nice|happy|lovely|merry)$/u;
/** "c'est bon lundi", "sounds good Monday": agreement, no wish. */
const AGREES = /^(?:c|est|sera|serait|etait|va|si|trop|is|sounds|be|looks|s|ok|oui|ah)$/u;

/** "bon week-end", "bonne fin de semaine", "joyeux Noël". */
export function isWish(input: readonly Lexeme[], piece: Piece, next: Piece | undefined): boolean {
  const before = input[piece.from - 1];
  if (
    piece.time?.kind === 'clock' ||
    piece.time?.kind === 'clock-range' ||
    !before ||
    !WISHES.test(before.text)
  )
    return false;
  const timed = next !== undefined && next.from <= piece.to + 1 && next.date === undefined;
  return !timed && !AGREES.test(input[piece.from - 2]?.text ?? '');
}

const LASTS =
  /^(?:soit|donc|egal|total|tout|environ|seance|seances|lesson|class|atelier|session|stage|cours|de|=|x|env)$/u;
const AFTER_OTHER = /^(?:avant|apres|plus|late|early|before|after|later|trop)$/u;
const GREW = /^(?:prolonge|prolongee|plus|rallonge|depasse|deborde|\+|dont)$/u;

/** Whether a length behind a clock time may be another one than the lesson's: "18h, j'ai attendu 20 min", "18h, prévenu 1h avant", "18h + 30 min". */
export function mayBeOtherLength(input: readonly Lexeme[], timeEnds: number, piece: Piece): boolean {
  if (piece.from < timeEnds) return false;
  const between = input
    .slice(timeEnds, piece.from)
    .filter((found) => !['comma', 'open', 'dot', 'stop', 'dash'].some((name) => name in found.roles));
  const after = input[piece.to]?.text ?? '';
  const more = after === 'de' && /^(?:plus|moins|trop)$/u.test(input[piece.to + 1]?.text ?? '');
  if (
    AFTER_OTHER.test(after) ||
    more ||
    has(input, piece.to, 'ou') ||
    between.some((found) => GREW.test(found.text))
  )
    return true;
  const named = between.some(
    (found) => LASTS.test(found.text) || 'during' in found.roles || found.text === 'pour',
  );
  return between.length > 1 && !named;
}

const MOVE_REACH = 8;

/** Marks a range after "décaler", "reporté de": it may be a move. */
export function withMove(input: readonly Lexeme[], piece: Piece): Piece {
  const isRange = piece.time?.kind === 'clock-range' || piece.date?.kind === 'range';
  if (!isRange || !(has(input, piece.from, 'de', 'du', 'fromOn') || followsDayMoved(input, piece.from)))
    return piece;
  const verb = input
    .slice(Math.max(0, piece.from - MOVE_REACH), piece.from)
    .find((found) => 'move' in found.roles);
  if (!verb) return piece;
  return {
    ...piece,
    moved: /(?:er|ez)$|^(?:move|reschedule|postpone|shift|push)$/u.test(verb.text) ? 'move' : 'range',
  };
}

/** "le cours de jeudi 17h à 18h": the day stands between "de" and the hours. */
const followsDayMoved = (input: readonly Lexeme[], at: number): boolean =>
  has(input, at - 1, 'weekday', 'relativeDay') && has(input, at - 2, 'de', 'du');

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

/** Small words that a correction may carry: "lundi... euh non, c'était mardi". */
const BESIDE_CORRECTION =
  /^(?:ah|oh|euh|heu|ben|bah|mais|c|etait|est|ou|alors|je|veux|dire|me|suis|trompe|was|it|i|mean|actually|said|plutot|hm|no|attends|attendez|attend|wait|hold|on|nan|si|celui|celle)$/u;
const LONGEST_CORRECTION = 8;
/** "le cours du 3 et celui du 10". */
const AGAIN = /^(?:celui|celle|ceux|celles|aussi|egalement)$/u;

/** "lundi, non mardi", "le 12, pardon le 13", "Monday, sorry, Tuesday": what follows replaces what was said before. */
function corrects(between: readonly Lexeme[]): boolean {
  if (between.length > LONGEST_CORRECTION || !between.some((found) => 'correct' in found.roles)) return false;
  return between.every(
    (found) =>
      [
        'correct',
        'filler',
        'comma',
        'dot',
        'stop',
        'dash',
        'open',
        'le',
        'la',
        'at',
        'de',
        'about',
        'ou',
        'but',
      ].some((name) => name in found.roles) || BESIDE_CORRECTION.test(found.text),
  );
}

/** How a piece is tied to the moment before it. */
export function linkBetween(input: readonly Lexeme[], current: Moment, to: number): Moment['link'] {
  const from = current.to;
  if (to <= from) return 'none';
  const between = input.slice(from, to);
  if (corrects(between)) return 'instead';
  if (to - from > 3) return 'none';
  const all = (...names: readonly string[]) =>
    between.every((found) => names.some((name) => name in found.roles) || AGAIN.test(found.text));
  const some = (...names: readonly string[]) =>
    between.some((found) => names.some((name) => name in found.roles));
  // "entre lundi 14h et mardi 10h"
  if (all('et', 'le') && has(input, current.from - 1, 'between')) return 'to';
  if (
    all('ou', 'comma', 'et', 'le', 'la', 'slash', 'at', 'filler', 'de') &&
    some('ou', 'et', 'comma', 'slash')
  )
    return some('ou', 'slash') ? 'or' : 'and';
  return all('at', 'au', 'to', 'until', 'dash', 'le') ? 'to' : 'none';
}
