import type { Content, DateExpr } from '../expressions';
import type { Lexeme } from '../lexer';
import { any, lexeme, map, memo, opt, type Pattern, role, seq, where } from './engine';
import { calendarDate } from './dates';
import { relativeWeek } from './periods';
import { PARTS, UNITS } from '../roles';
import { amount, has } from './words';

const det = opt(role('le', 'this', 'on', 'du'));

/** "mar. et jeu. 17h" */
const isListed = (input: readonly Lexeme[], next: number): boolean =>
  has(input, next, 'et', 'ou', 'comma', 'dash', 'slash') && has(input, next + 1, 'weekday', 'weekdayShort');

/** "le jeu", "la mer": a number beside them makes them days, an article does not. */
const NOUNS = /^(?:jeu|mer)$/u;
const HOUR_REACH = 5;
const LEADS_TO_HOURS = [
  'comma',
  'colon',
  'open',
  'dash',
  'de',
  'at',
  'about',
  'between',
  'fromOn',
  'edge',
  'before',
  'after',
  'during',
  'et',
] as const;

/** "lun, 17h-18h", "17h30 lun", "ven début 17h": a clock time right before it, or soon after it. */
function isBesideHours(input: readonly Lexeme[], at: number, next: number): boolean {
  const marks = (found: Lexeme) =>
    'hour' in found.roles || 'noon' in found.roles || 'colon' in found.roles || 'meridiem' in found.roles;
  const before =
    has(input, at - 1, 'hour', 'meridiem', 'noon') ||
    (has(input, at - 1, 'num') && input.slice(Math.max(0, at - 3), at).some(marks));
  const ends = next === input.length || !has(input, next, 'de', 'le', 'la');
  const leads = has(input, next, ...LEADS_TO_HOURS) || has(input, next, 'finish');
  const timed = input
    .slice(next, next + HOUR_REACH)
    .some(
      (found, index, all) =>
        marks(found) &&
        (!('colon' in found.roles) || (found.glued && all[index + 1]?.glued === true && index > 0)),
    );
  return (before && ends) || (leads && timed);
}

/** "Urgent: Sat 9am", but "with Sam 9am" and "avec Sun". */
const isEnglishDay = (input: readonly Lexeme[], at: number, next: number): boolean =>
  /^(?:tues?|weds?|thur?s?|fri|sat|sun)$/u.test(input[at]!.text) &&
  ((has(input, next, 'num') && has(input, next + 1, 'meridiem', 'colon', 'dash', 'to', 'dot')) ||
    (has(input, next, 'at') && has(input, next + 1, 'num')) ||
    isListed(input, next) ||
    (has(input, at - 1, 'comma', 'dash', 'slash', 'et', 'ou') &&
      has(input, at - 2, 'weekday', 'weekdayShort'))) &&
  !/^(?:with|avec|chez|eleve|student)$/u.test(input[at - 1]!.text);

/** A weekday in full, or abbreviated beside what shows that it is one ("sam 14h", but not "avec Sam"). */
export const weekdayName: Pattern<number> = any<number>(
  role('weekday'),
  map(lexeme('weekdayShort'), (found, input, at, next) => {
    if (found.capital && at > 0 && !isEnglishDay(input, at, next)) return null;
    if (isBesideHours(input, at, next)) return found.roles.weekdayShort!;
    const beside =
      has(input, next, 'num', 'part', 'next', 'last') ||
      (has(input, next, 'at', 'about', 'de') && has(input, next + 1, 'num', 'noon')) ||
      (has(input, at - 1, 'le', 'before', 'by') && !NOUNS.test(found.text)) ||
      isListed(input, next);
    return beside || input.length === 1 ? found.roles.weekdayShort! : null;
  }),
);

/** "lundi", "ce lundi", "le lundi". */
export const plainWeekday: Pattern<DateExpr> = map(
  seq(opt(role('this', 'le', 'on', 'du')), weekdayName),
  ([lead, weekday], input, at) => ({
    kind: 'weekday',
    weekday,
    which: lead !== null && has(input, at, 'this') ? 'this' : 'bare',
    weeks: 0,
  }),
);

/** "le cours de samedi passe à 11h au lieu de 10h": a verb. */
const movesTo = (input: readonly Lexeme[], next: number): boolean =>
  input[next - 1]!.text === 'passe' &&
  has(input, next, 'at', 'de') &&
  input.slice(next, next + 6).some(({ roles }) => 'insteadOf' in roles);

const toward: Pattern<DateExpr> = any<DateExpr>(
  map(
    seq(
      det,
      weekdayName,
      any(
        map(role('next'), () => 'next' as const),
        map(role('last'), () => 'last' as const),
      ),
    ),
    ([, weekday, which], input, _at, next) =>
      movesTo(input, next)
        ? null
        : {
            kind: 'weekday',
            weekday,
            which,
            weeks: 0,
          },
  ),
  map(
    seq(
      opt(role('le')),
      any(
        map(role('next'), () => 'next' as const),
        map(role('last'), () => 'last' as const),
      ),
      weekdayName,
    ),
    ([, which, weekday]) => ({
      kind: 'weekday',
      weekday,
      which,
      weeks: 0,
    }),
  ),
);

/** "en huit", "en 8", "en quinze": weeks after the coming one. */
const weeksAfter: Pattern<number> = map(seq(role('en'), role('num')), ([, days]) =>
  days === 8 ? 1 : days === 15 ? 2 : null,
);

const inWeeks: Pattern<DateExpr> = any<DateExpr>(
  map(seq(det, weekdayName, opt(role('next')), weeksAfter), ([, weekday, , weeks]) => ({
    kind: 'weekday',
    weekday,
    which: 'after',
    weeks,
  })),
  map(
    seq(
      role('weekday'),
      where(role('unit'), (unit, input, at) => unit === 3 && input[at]!.text === 'week'),
    ),
    ([weekday]) => ({
      kind: 'weekday',
      weekday,
      which: 'after',
      weeks: 1,
    }),
  ),
  // "the Monday after next"
  map(seq(det, role('weekday'), role('after'), role('next')), ([, weekday]) => ({
    kind: 'weekday',
    weekday,
    which: 'after',
    weeks: 1,
  })),
  // "d'aujourd'hui en huit", "demain en quinze": a week, two weeks from that day.
  map(seq(opt(role('de')), role('relativeDay'), weeksAfter), ([, days, weeks]) => ({
    kind: 'relative-day',
    days: days + weeks * 7,
  })),
);

const ofWeek: Pattern<DateExpr> = map(
  seq(det, weekdayName, opt(role('de', 'of', 'comma')), relativeWeek),
  ([, weekday, , week]) => ({ kind: 'weekday-of', weekday, week }),
);

const isSpan = (unit: number): boolean => ['day', 'week', 'fortnight'].includes(UNITS[unit]!);

/** "a week from tomorrow", "two weeks from Monday", "a fortnight on Friday": counted from the day named. */
const fromDay: Pattern<DateExpr> = map(
  seq(
    amount,
    where(role('unit'), isSpan),
    where(role('fromOn', 'on'), (_value, input, at) => ['from', 'on'].includes(input[at]!.text)),
    any<DateExpr>(
      map(role('relativeDay'), (days) => ({ kind: 'relative-day', days })),
      map(seq(opt(role('next')), role('weekday')), ([, weekday]) => ({
        kind: 'weekday',
        weekday,
        which: 'after',
        weeks: 0,
      })),
      calendarDate,
    ),
  ),
  ([count, unit, , date], input, at) => {
    // "for two weeks from Monday" is a stretch that begins then.
    if (has(input, at - 1, 'during')) return null;
    const each = { day: 1, week: 7, fortnight: 14 }[UNITS[unit]! as 'day' | 'week' | 'fortnight'];
    return { kind: 'shifted', days: count * each, date };
  },
);

/** A day by its weekday. */
export const weekdayDate: Pattern<DateExpr> = memo(
  any<DateExpr>(plainWeekday, toward, inWeeks, ofWeek, fromDay),
);

/** "samedi soir dernier", "lundi matin prochain". */
const partToward: Pattern<Content> = map(
  seq(opt(role('le', 'on')), weekdayName, role('part'), role('next', 'last')),
  ([, weekday, part], input, _at, next) => ({
    date: { kind: 'weekday', weekday, which: has(input, next - 1, 'next') ? 'next' : 'last', weeks: 0 },
    time: { kind: 'part', part: PARTS[part]!, edge: null },
  }),
);

/** What weekdays say. */
export const weekdayRules: readonly Pattern<Content>[] = [map(weekdayDate, (date) => ({ date })), partToward];
