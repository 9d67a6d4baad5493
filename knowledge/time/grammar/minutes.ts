import type { Lexeme } from '../lexer';
import { UNITS } from '../roles';
import { any, lexeme, map, opt, type Pattern, role, seq, where } from './engine';
import { has, slashesIntoDate } from './words';

/** A number below sixty, of at most two digits or in words. */
export const sixty = where(lexeme('num'), (found) => found.roles.num! < 60 && found.digits <= 2);

const minuteUnit = where(role('unit'), (value) => UNITS[value] === 'minute');

/** "quinze heures trente point": a full stop as it is dictated, no point that is counted. */
const isDictatedMark = (minutes: Lexeme, mark: Lexeme): boolean =>
  minutes.digits === 0 && minutes.roles.num! > 2 && mark.text === 'point';

const isMinutesWritten = (input: readonly Lexeme[], at: number): boolean =>
  has(input, at, 'num') && input[at]!.digits === 2 && !input[at]!.glued && input[at]!.roles.num! % 5 === 0;

/** Minutes right after the hour: "14h30", "14 h 30", "quatorze heures trente"; not "17h 30 novembre", not "14h 2 élèves". */
const minutesAfter: Pattern<number> = map(sixty, (found, input, _at, next) => {
  const written = found.glued || found.digits === 0 || found.digits === 2;
  // "8h30 heure locale"
  const named = found.glued && has(input, next, 'hour') && /^heures?$/u.test(input[next]!.text);
  if (!written || found.roles.article !== undefined || (has(input, next, 'hour') && !named)) return null;
  // "16h 17 30": the end of a range, not minutes.
  if (!found.glued && found.digits > 0 && isMinutesWritten(input, next)) return null;
  const more =
    slashesIntoDate(input, next) ||
    has(input, next, 'month', 'monthShort', 'hour', 'meridiem') ||
    // "dix-neuf heures trente : Monsieur ...": a clock time in words has no colon of its own.
    (has(input, next, 'colon') && found.digits > 0) ||
    (has(input, next, 'counted') && !has(input, next, 'lesson') && !isDictatedMark(found, input[next]!));
  // "9h1/2"
  if (found.glued && found.digits === 1 && has(input, next, 'slash') && input[next]!.glued) return null;
  // "11h 12.11.2026"
  const dated =
    has(input, next, 'dot', 'dash') &&
    input[next]!.glued &&
    input[next + 1]?.glued &&
    has(input, next + 1, 'num');
  // "16h trois quarts d'heure"
  if (has(input, next, 'quarter')) return null;
  if (!found.glued && dated) return null;
  const otherUnit = has(input, next, 'unit') && !minuteUnit.match(input, next);
  return !found.glued && (more || otherUnit) ? null : found.roles.num!;
});

/** et quart, et demie, moins le quart, moins dix, trois quarts. */
export const adjustment: Pattern<number> = any<number>(
  map(seq(opt(role('et')), role('half')), () => 30),
  map(seq(role('et'), opt(role('article')), role('quarter')), () => 15),
  map(seq(role('minus'), opt(role('le')), role('quarter')), () => -15),
  map(seq(role('minus'), sixty), ([, minutes], input, _at, next) =>
    // "16h moins 15 min de pause"
    minuteUnit.match(input, next) && has(input, next + 1, 'de', 'travel') ? null : -minutes.roles.num!,
  ),
  map(
    seq(
      opt(role('et')),
      where(role('num'), (value) => value === 3),
      where(
        role('quarter'),
        (_value, input, _at, next) => !(has(input, next, 'de') && has(input, next + 1, 'hour')),
      ),
    ),
    () => 45,
  ),
  // "16h + 30 min" is rather half an hour more.
  map(seq(role('et'), sixty, minuteUnit), ([, minutes], input, at) =>
    input[at]!.text === '+' ? null : minutes.roles.num!,
  ),
  map(
    seq(
      where(role('last'), (_v, input, at) => input[at]!.text === 'passe'),
      role('de'),
      sixty,
      opt(minuteUnit),
    ),
    ([, , minutes]) => minutes.roles.num!,
  ),
  // "16h 30 min late"
  map(seq(minutesAfter, opt(minuteUnit)), ([minutes], input, _at, next) =>
    has(input, next - 1, 'unit') &&
    (has(input, next, 'travel') || (has(input, next, 'de') && has(input, next + 1, 'travel')))
      ? null
      : minutes,
  ),
);
