import type { Content } from '../expressions';
import type { Lexeme } from '../lexer';
import { clock, halfSaid, halvedHour, isCertain, plainHour } from './clock-forms';
import { any, lexeme, map, opt, type Pattern, role, seq } from './engine';
import { GOES_ON, has, speaksOfHours } from './words';

const MAKES_NO_HOUR = [
  'unit',
  'counted',
  'slash',
  'month',
  'monthShort',
  'num',
  'hour',
  'e',
  'dot',
  'colon',
  'weekdays',
  'travel',
  'share',
  'meridiem',
  'oclock',
  'quarter',
  'half',
] as const;

/** Whether a bare number at `next` may still be an hour: nothing is counted by it. */
export function endsAsHour(input: readonly Lexeme[], next: number): boolean {
  const after = input[next];
  if (after === undefined) return true;
  // "18.30", "22,50": a dot or a comma between two numbers.
  if (has(input, next, 'dot', 'comma') && after.glued)
    return !(input[next + 1]?.glued && has(input, next + 1, 'num'));
  if (has(input, next, 'num', 'article'))
    return !has(input, next, 'num') || after.roles.article !== undefined ? false : !after.glued;
  if (GOES_ON.test(after.text)) return true;
  return Object.keys(after.roles).length > 0 && !has(input, next, ...MAKES_NO_HOUR);
}

/** "à cinq trente", "at five thirty": minutes in words after an hour in words. */
const wordMinutes: Pattern<number> = map(lexeme('num'), (found, input, at, next) =>
  found.digits === 0 &&
  found.roles.num! >= 10 &&
  found.roles.num! < 60 &&
  found.roles.num! % 5 === 0 &&
  input[at - 1]!.digits === 0 &&
  !has(input, next, 'hour', 'unit', 'counted', 'month', 'monthShort')
    ? found.roles.num!
    : null,
);

/** "à 17", "at 5", "vers 15", "après 17": a number alone is an hour only after these words and before nothing that it counts. */
const bareHour: Pattern<Content> = map(
  seq(
    any<unknown>(
      role('at', 'about'),
      seq(role('before', 'after', 'until', 'fromOn'), opt(role('at', 'about', 'les'))),
    ),
    opt(role('about')),
    plainHour,
    opt(wordMinutes),
    opt(role('ish')),
    opt(halfSaid),
  ),
  ([, , hour, minutes, , half], input, at, next) => {
    const value = hour.roles.num!;
    // "les cours des 3, 10 et 17": no "dès".
    if (input[at]!.text === 'des') return null;
    // The second side of a count: "passée de 8 à 12".
    if (has(input, at - 1, 'num') && has(input, at - 2, 'de')) return null;
    if (value > 23 || hour.roles.article !== undefined || !(half || endsAsHour(input, next))) return null;
    const english = [
      'at',
      'around',
      'about',
      '@',
      'before',
      'after',
      'until',
      'till',
      'til',
      'from',
    ].includes(input[at]!.text);
    const found = {
      ...clock(value, minutes ?? 0, isCertain(value, hour.padded) && !(english && value <= 12)),
      english: english && value <= 12,
      half,
    };
    const sure = half !== null || minutes !== null || has(input, at, 'about') || has(input, next - 1, 'ish');
    const weak = !sure && !speaksOfHours(input, at, next);
    return { time: { kind: 'clock', clock: found }, ...(weak ? { weak } : {}) };
  },
);

/** "à 10 ou 11", "10h ou 11": the second of two hours. */
const orHour: Pattern<Content> = map(seq(role('ou'), plainHour), ([, hour], input, at, next) => {
  const led =
    (has(input, at - 1, 'hour') && has(input, at - 2, 'num')) ||
    (has(input, at - 1, 'num') && has(input, at - 2, 'at', 'about'));
  const value = hour.roles.num!;
  // "payé 12 heures ou 15": counted.
  if (has(input, at - 3, 'worked')) return null;
  if (!led || hour.digits === 0 || value < 1 || value > 23 || !endsAsHour(input, next)) return null;
  return { time: { kind: 'clock', clock: clock(value, 0, isCertain(value, hour.padded)) } };
});

/** "5ish", "around 5-ish". */
const hourish: Pattern<Content> = map(seq(plainHour, role('ish'), opt(halfSaid)), ([hour, , half]) =>
  hour.roles.num! >= 1 && hour.roles.num! <= 23
    ? {
        time: {
          kind: 'clock',
          clock: { ...clock(hour.roles.num!, 0, hour.roles.num! > 12), english: hour.roles.num! <= 12, half },
        },
      }
    : null,
);

/** "8 du soir", "9 in the morning": the part of the day makes the number an hour; "le 12 au soir" is a day. */
const hourOfPart: Pattern<Content> = map(halvedHour, (found, input, at, next) => {
  const day =
    has(input, at - 1, 'weekday', 'weekdayShort', 'le') || has(input, at + 1, 'au', 'at', 'this', 'part');
  const said = input
    .slice(at + 1, next)
    .some((each) => ['du', 'de', 'in', 'inEnglish'].some((name) => name in each.roles));
  return day || !said ? null : { time: { kind: 'clock', clock: found } };
});

/** "mercredi matin 10", "demain 9": an hour perhaps. */
const afterPart: Pattern<Content> = map(plainHour, (hour, input, at, next) => {
  const beside =
    has(input, at - 1, 'relativeDay') ||
    (has(input, at - 1, 'part') && has(input, at - 2, 'weekday', 'relativeDay', 'weekdayShort'));
  const alone = next === input.length || has(input, next, 'comma', 'dot', 'stop');
  const value = hour.roles.num!;
  return beside && alone && hour.digits > 0 && value >= 1 && value <= 23
    ? { time: { kind: 'clock', clock: clock(value, 0, isCertain(value, hour.padded)) }, doubtful: true }
    : null;
});

/** Hours without their mark: only where the words around show them. */
export const bareHours: readonly Pattern<Content>[] = [bareHour, orHour, hourish, hourOfPart, afterPart];
