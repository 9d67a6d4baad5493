import type { Clock, Content } from '../expressions';
import type { Lexeme } from '../lexer';
import { any, glued, lexeme, map, opt, type Pattern, role, seq, where } from './engine';
import { has, speaksOfHours } from './words';
import {
  clock,
  halfSaid,
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
  'quarter',
  'half',
] as const;

/** Whether a bare number at `next` may still be an hour: nothing is counted by it. */
export function endsAsHour(input: readonly Lexeme[], next: number): boolean {
  const after = input[next];
  if (after === undefined) return true;
  if (has(input, next, 'dot')) return !input[next + 1]?.glued;
  if (has(input, next, 'num', 'article'))
    return !has(input, next, 'num') || after.roles.article !== undefined ? false : !after.glued;
  return Object.keys(after.roles).length > 0 && !has(input, next, ...MAKES_NO_HOUR);
}

/** "à 17", "at 5", "vers 15": a number alone is an hour only after these words and before nothing that it counts. */
const bareHour: Pattern<Content> = map(
  seq(role('at', 'about'), opt(role('about')), plainHour, opt(halfSaid)),
  ([, , hour, half], input, at, next) => {
    const value = hour.roles.num!;
    // The second side of a count: "passée de 8 à 12".
    if (has(input, at - 1, 'num') && has(input, at - 2, 'de')) return null;
    if (value > 23 || hour.roles.article !== undefined || !(half || endsAsHour(input, next))) return null;
    const english = ['at', 'around', 'about', '@'].includes(input[at]!.text);
    const found = {
      ...clock(value, 0, isCertain(value, hour.padded) && !(english && value <= 12)),
      english: english && value <= 12,
      half,
    };
    const weak = half === null && !has(input, at, 'about') && !speaksOfHours(input, at, next);
    return { time: { kind: 'clock', clock: found }, ...(weak ? { weak } : {}) };
  },
);

const isLed = (input: readonly Lexeme[], at: number): boolean =>
  has(input, at, 'at', 'about') || has(input, at - 1, 'fromOn', 'before', 'after', 'until', 'by', 'colon');

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
  if (!open || found.half || (found.certain && !counted) || isLed(input, at))
    return { time: { kind: 'clock', clock: found } };
  return { loose: found, minutes: found.hour * 60 + found.minute };
};

const clockContent: Pattern<Content> = any<Content>(
  map(
    seq(lead, any(withColon, namedHour, withMeridiem, oclock, spoken), opt(halfSaid)),
    ([, found, half]) => ({
      time: { kind: 'clock' as const, clock: half ? { ...found, half: found.half ?? half } : found },
    }),
  ),
  map(seq(lead, withMark, opt(halfSaid)), ([, found, half], input, at, next) =>
    found.clock === null
      ? { trouble: 'impossible-time' as const }
      : looseOr(half ? { ...found.clock, half } : found.clock, found.bare, input, at, next),
  ),
  bareHour,
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
const lessonAt: Pattern<Content> = map(seq(role('lesson'), role('de'), marked), ([, , found]) => {
  const long = found.hour > 5 || (found.hour === 5 && found.minute > 0);
  return long
    ? { time: { kind: 'clock' as const, clock: found } }
    : { minutes: found.hour * 60 + found.minute };
});

/** What clock times say. */
export const clockRules: readonly Pattern<Content>[] = [clockContent, lessonAt];
