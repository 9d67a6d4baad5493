import type { Edge } from '../expressions';
import type { Lexeme } from '../lexer';
import type { Role } from '../roles';
import { any, lexeme, map, memo, opt, type Pattern, role, seq, where } from './engine';

/** Whether the lexeme at a place has one of these roles. */
export function has(input: readonly Lexeme[], at: number, ...names: readonly Role[]): boolean {
  const roles = input[at]?.roles;
  return roles !== undefined && names.some((name) => roles[name] !== undefined);
}

const MAKES_NO_DATE: readonly Role[] = [
  'hour',
  'unit',
  'counted',
  'colon',
  'slash',
  'meridiem',
  'oclock',
  'e',
];

/** Words after which a number said before them may still be an hour: nothing is counted by it. */
export const GOES_ON =
  /^(?:avec|chez|pour|mais|car|parce|comme|j|je|on|il|elle|nous|vous|ils|elles|c|ca|cela|merci|svp|stp|donc|en|si|qui|est|etait|sera|n|ne|y|aussi|environ|me|te|lui|marche|convient|irait|fonctionne|m|max|with|for|works|work|would|will|should|can|could|suits|sounds|seems|looks|are|then|but|so|for|because|i|we|he|she|they|it|please|thanks|thank|is|was|my|her|his|if|ok|okay)$/u;

/** A number that goes on ("12.5", "12:30"), is counted ("12 élèves") or is an hour ("12h") is no day of a month. */
export function endsAsDay(input: readonly Lexeme[], next: number): boolean {
  // "le 12 : 17h"
  if (has(input, next, 'colon') && !(input[next]!.glued && input[next + 1]?.glued)) return true;
  if (has(input, next, ...MAKES_NO_DATE) && !(has(input, next, 'lesson') && !input[next]!.glued))
    return false;
  const sign = input[next];
  // "le 24 bis": a house.
  if (sign !== undefined && /^(?:bis|ter|quater)$/u.test(sign.text)) return false;
  if (
    sign?.glued &&
    has(input, next, 'dot', 'comma') &&
    input[next + 1]?.glued &&
    has(input, next + 1, 'num')
  ) {
    // "le 12,14h": the comma parts two things.
    return (
      has(input, next, 'comma') &&
      (has(input, next + 2, 'hour', 'colon', 'meridiem', 'dash') || input[next + 1]!.digits === 4)
    );
  }
  return true;
}

const MEETING =
  /^(?:cours|rdv|rendez|vois|voit|voyons|verra|retrouve|vient|viens|venir|arrive|arrives|appelle|appelez|appeler|rappelez|dispo|dispos|disponible|disponibles|libre|libres|heure|horaire|travaille|enseigne|see|meet|call|available|free|start|starts|lesson|class|come|commence|debute)$/u;
const NEAR_WORDS = 5;

/** Whether a number without a mark may be an hour: it is the whole text, or a lesson or a meeting is named right before it. */
export function speaksOfHours(input: readonly Lexeme[], at: number, next: number): boolean {
  if (
    at === 0 &&
    input.slice(next).every((found) => found.roles.stop !== undefined || found.roles.dot !== undefined)
  )
    return true;
  return input
    .slice(Math.max(0, at - NEAR_WORDS), at)
    .some((found) => found.roles.lesson !== undefined || MEETING.test(found.text));
}

/** "17h 12/11": a date follows; not in "17 h 45 / 19 h 15", where another clock time does. */
export function slashesIntoDate(input: readonly Lexeme[], at: number): boolean {
  if (!has(input, at, 'slash')) return false;
  const clockTime =
    has(input, at + 2, 'hour') ||
    (has(input, at + 2, 'colon') && input[at + 2]!.glued && has(input, at + 3, 'num'));
  return !(has(input, at + 1, 'num') && clockTime);
}

/** A day of the month: "12", "douze", "1er", "premier", "12th". */
export const dayNumber: Pattern<number> = map(
  any(
    map(lexeme('num'), (found) =>
      found.digits <= 2 && found.roles.article === undefined ? found.roles.num! : null,
    ),
    role('ordinal'),
  ),
  (value) => (value >= 1 && value <= 31 ? value : null),
);

/** Any name of a month, abbreviated or not. */
export const monthName: Pattern<number> = role('month', 'monthShort');

/** A year in four digits. */
export const fullYear: Pattern<number> = where(
  map(lexeme('num'), (found) => (found.digits === 4 || found.digits === 0 ? found.roles.num! : null)),
  (value) => value >= 1900 && value <= 2199,
);

/** The year of two digits in "12/11/26": this century, or the last one when it would lie far ahead. */
export function centuryOf(twoDigits: number): number {
  return twoDigits > 69 ? 1900 + twoDigits : 2000 + twoDigits;
}

/** "le", "du", "the" before a date. */
export const article: Pattern<number> = role('le', 'la', 'du', 'de');

const EDGES: readonly Edge[] = ['start', 'middle', 'end', 'whole'];

/** début, mi, fin, courant, en fin de, end of. */
export const edge: Pattern<Edge> = memo(
  map(
    seq(opt(role('en', 'le', 'la', 'au', 'at')), opt(role('le', 'la')), role('edge')),
    ([, , value]) => EDGES[value + 1]!,
  ),
);

/** de, du, d', de la, of, of the: what joins "fin" to "mois". */
export const linkOf = opt(seq(role('de', 'du', 'of', 'la', 'le'), opt(role('la', 'le'))));

/** A whole number in digits or words, "un" and "a" included. */
export const amount: Pattern<number> = map(any(lexeme('num'), lexeme('article')), (found) =>
  found.digits > 3 ? null : (found.roles.num ?? 1),
);
