import type { Clock, Content } from '../expressions';
import type { Lexeme } from '../lexer';
import { lengthOfTime } from './durations';
import { any, glued, lexeme, map, opt, type Pattern, role, seq, where } from './engine';
import { GOES_ON, has, speaksOfHours } from './words';
import {
  clock,
  halfSaid,
  halvedHour,
  isCertain,
  marked,
  namedHour,
  oclock,
  plainHour,
  spoken,
  withColon,
  withDot,
  withMark,
  withMeridiem,
} from './clock-forms';

const lead = seq(opt(role('at', 'about')), opt(role('about', 'filler')), opt(role('les', 'le')));

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
  if (has(input, next, 'dot')) return !(input[next + 1]?.glued && has(input, next + 1, 'num'));
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
  const led = has(input, at - 1, 'hour') || (has(input, at - 1, 'num') && has(input, at - 2, 'at', 'about'));
  const value = hour.roles.num!;
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

/** "5 min après 17h", "un quart d'heure avant midi", "10 minutes before 5pm". */
const besideHour: Pattern<Content> = map(
  seq(
    lengthOfTime,
    role('after', 'before', 'past'),
    opt(role('les', 'at')),
    any(
      withColon,
      map(withMark, (found) => found.clock),
      namedHour,
      withMeridiem,
      oclock,
    ),
  ),
  ([minutes, , , hour], input, at, next) => {
    const lead = input
      .slice(at, next)
      .find((each) => 'after' in each.roles || 'before' in each.roles || 'past' in each.roles)!;
    const total = hour.hour * 60 + hour.minute + ('before' in lead.roles ? -minutes : minutes);
    if (minutes > 180 || total < 0 || total >= 1440) return null;
    return { time: { kind: 'clock', clock: { ...hour, hour: Math.floor(total / 60), minute: total % 60 } } };
  },
);

/** "environ 2h" may be a length, "vers 2h" is none. */
const LENGTHENS = /^(?:environ|env)$/u;

const isLed = (input: readonly Lexeme[], at: number): boolean =>
  (has(input, at, 'at', 'about') && !LENGTHENS.test(input[at]!.text)) ||
  has(input, at - 1, 'fromOn', 'before', 'after', 'until', 'by', 'colon');

const BESIDE_HOURS = [
  'relativeDay',
  'weekday',
  'weekdayShort',
  'part',
  'num',
  'ordinal',
  'month',
  'monthShort',
  'lesson',
  'comma',
  'ou',
  'but',
  'correct',
  'filler',
] as const;

/** "12 heures" in words, in the middle of a sentence, counts hours unless a day or a lesson stands beside it. */
function countsHours(input: readonly Lexeme[], at: number, next: number): boolean {
  const inWords = has(input, next - 1, 'unit') && next - at < input.length;
  return inWords && !has(input, at - 1, ...BESIDE_HOURS) && !has(input, next, ...BESIDE_HOURS, 'this', 'le');
}

/** "2h" without "à" may be a length; under five hours, and after "payé", "il reste", it is kept open. */
const looseOr = (
  found: Clock,
  bare: boolean,
  input: readonly Lexeme[],
  at: number,
  next: number,
): Content => {
  const counted = bare && (has(input, at - 1, 'worked') || countsHours(input, at, next));
  const open = (found.hour > 0 && found.hour < 5) || counted;
  // "hier : 1h30 à 17h"
  const before17h = has(input, at - 1, 'colon') && has(input, next, 'at') && has(input, next + 1, 'num');
  if (!open || found.half || (found.certain && !counted) || (isLed(input, at) && !before17h))
    return { time: { kind: 'clock', clock: found } };
  return { loose: found, minutes: found.hour * 60 + found.minute };
};

/** "1:30 hier à 17h": in colons, a length before an hour. */
const isLengthInColons = (
  found: Clock,
  half: 'am' | 'pm' | null,
  input: readonly Lexeme[],
  at: number,
  next: number,
): boolean =>
  half === null &&
  found.half === null &&
  !found.certain &&
  found.hour < 4 &&
  has(input, at, 'num') &&
  has(input, at + 1, 'colon') &&
  !isLed(input, at) &&
  input.slice(next, next + 5).some((each) => 'hour' in each.roles || 'colon' in each.roles);

/** "16h3": half of the minutes is missing. */
const isCutShort = (input: readonly Lexeme[], next: number): boolean =>
  input[next - 1]!.digits === 1 && input[next - 1]!.glued && has(input, next - 2, 'hour');

const clockContent: Pattern<Content> = any<Content>(
  map(
    seq(lead, any(withColon, namedHour, withMeridiem, oclock, spoken), opt(halfSaid)),
    ([, found, half], input, at, next) =>
      isLengthInColons(found, half, input, at, next)
        ? { loose: found, minutes: found.hour * 60 + found.minute }
        : {
            time: { kind: 'clock' as const, clock: half ? { ...found, half: found.half ?? half } : found },
          },
  ),
  map(seq(lead, withMark, opt(halfSaid)), ([, found, half], input, at, next) =>
    found.clock === null
      ? { trouble: 'impossible-time' as const }
      : {
          ...looseOr(half ? { ...found.clock, half } : found.clock, found.bare, input, at, next),
          ...(isCutShort(input, next) ? { doubtful: true } : {}),
        },
  ),
  bareHour,
  orHour,
  hourish,
  hourOfPart,
  afterPart,
  besideHour,
  map(seq(role('at', 'about', 'fromOn', 'before', 'after', 'until'), withDot), ([, found]) => ({
    time: { kind: 'clock' as const, clock: found },
  })),
  map(withDot, (found, input, at, next) =>
    (at === 0 && next === input.length && (found.minute > 12 || found.minute === 0)) ||
    has(input, at - 1, 'relativeDay', 'weekday', 'num', 'month', 'part')
      ? { time: { kind: 'clock' as const, clock: found }, doubtful: true }
      : null,
  ),
  // "14:75", "25:00": written as a time, and none.
  map(
    seq(
      plainHour,
      glued(role('colon')),
      where(lexeme('num'), (found) => found.glued && found.digits === 2),
    ),
    ([hour, , minute]) =>
      hour.roles.num! > 23 || minute.roles.num! > 59 ? { trouble: 'impossible-time' as const } : null,
  ),
);

/** "le cours de 17h": after a lesson's "de" up to five hours are a length, more is a clock time. */
const lessonAt: Pattern<Content> = map(
  seq(role('lesson'), role('de'), marked),
  ([, , found], input, _at, next) => {
    // "cours de 17h à 19h" is a range.
    if (
      has(input, next, 'at', 'dash', 'to', 'until', 'slash') &&
      has(input, next + 1, 'num', 'noon', 'midnight', 'at')
    )
      return null;
    const long = found.hour > 5 || (found.hour === 5 && found.minute > 0);
    return long
      ? { time: { kind: 'clock' as const, clock: found } }
      : { minutes: found.hour * 60 + found.minute };
  },
);

/** What clock times say. */
export const clockRules: readonly Pattern<Content>[] = [clockContent, lessonAt];
