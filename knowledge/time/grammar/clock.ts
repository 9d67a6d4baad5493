import type { Clock, Content } from '../expressions';
import type { Lexeme } from '../lexer';
import { lengthOfTime } from './durations';
import { any, glued, lexeme, map, opt, type Pattern, role, seq, where } from './engine';
import { bareHours } from './bare-hours';
import { has } from './words';
import {
  halfSaid,
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
  'next',
  'last',
] as const;

/** "12 heures" in words, in the middle of a sentence, counts hours unless a day or a lesson stands beside it. */
function countsHours(input: readonly Lexeme[], at: number, next: number): boolean {
  const inWords = has(input, next - 1, 'unit') && next - at < input.length;
  return inWords && !has(input, at - 1, ...BESIDE_HOURS) && !has(input, next, ...BESIDE_HOURS, 'this', 'le');
}

/** "mes 14 heures", "des 10 heures payées": hours that she counts. */
const OF_HERS = /^(?:des|les|mes|ses|tes|nos|vos|leurs|ces|my|your|his|her|our|their|these|those)$/u;

/** "2h" without "à" may be a length; under five hours, and after "payé", "il reste", it is kept open. */
const looseOr = (
  found: Clock,
  bare: boolean,
  input: readonly Lexeme[],
  at: number,
  next: number,
): Content => {
  const counted =
    bare &&
    (has(input, at - 1, 'worked') || OF_HERS.test(input[at - 1]?.text ?? '') || countsHours(input, at, next));
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
  ...bareHours,
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
