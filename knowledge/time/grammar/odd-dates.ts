import type { Content, DateExpr } from '../expressions';
import { calendarDate, dayEnds } from './dates';
import { any, glued, lexeme, map, opt, type Pattern, role, seq, where } from './engine';
import { calendar, instant, numeric, twoDigits } from './numeric-dates';
import { dayNumber, endsAsDay, has, monthName } from './words';

/** "32/11", "le 45": looks like a date and is none. */
const impossibleDate: Pattern<Content> = map(
  seq(role('le'), lexeme('num'), opt(seq(role('slash'), twoDigits))),
  ([, day, month], input, _at, next) => {
    const value = day.roles.num!;
    const bad = month ? value > 31 || month[1].roles.num! > 12 : value > 31 && day.digits === 2;
    return bad && endsAsDay(input, next) ? { trouble: 'impossible' as const } : null;
  },
);

/** "mercredi 32". */
const impossibleWeekdayDay: Pattern<Content> = map(
  seq(role('weekday'), lexeme('num')),
  ([, day], input, _at, next) =>
    day.digits === 2 && day.roles.num! > 31 && endsAsDay(input, next)
      ? { trouble: 'impossible' as const }
      : null,
);

/** "le 7 de chaque mois". */
const everyMonth: Pattern<Content> = map(
  seq(role('le'), dayNumber, opt(role('de')), role('each'), role('unit')),
  () => ({
    trouble: 'habit' as const,
  }),
);

const impossibleDayMonth: Pattern<Content> = map(seq(lexeme('num'), monthName), ([day]) =>
  day.digits === 2 && day.roles.num! > 31 ? { trouble: 'impossible' as const } : null,
);

/** "demain 29 à 9h": no hour, so the day again. */
const dayAgain: Pattern<Content> = map(dayNumber, (day, input, at, next) =>
  day > 24 && input[at]!.digits === 2 && has(input, at - 1, 'relativeDay') && dayEnds(input, next)
    ? { date: calendar(day, null, null, null) }
    : null,
);

/** "24 10h": a number that begins the text, before an hour, is a day perhaps. */
const loneDay: Pattern<Content> = map(dayNumber, (day, input, at, next) => {
  const before = at === 0 && input[at]!.digits > 0 && has(input, next, 'num') && !input[next]!.glued;
  return before && has(input, next + 1, 'hour', 'colon')
    ? { date: calendar(day, null, null, null), doubtful: true }
    : null;
});

/** "12.11" as the whole text: a date perhaps. */
const loneDotted: Pattern<Content> = map(
  seq(
    twoDigits,
    glued(role('dot')),
    where(twoDigits, (found) => found.glued),
  ),
  ([day, , month], input, at, next) => {
    const date =
      at === 0 && next === input.length && month.roles.num! <= 12 ? numeric(day, month, null, null) : null;
    return date && { date, doubtful: true };
  },
);

/** What dates say. */
export const dateRules: readonly Pattern<Content>[] = [
  map(any<DateExpr>(calendarDate, instant), (date) => ({ date })),
  loneDotted,
  loneDay,
  dayAgain,
  impossibleDate,
  impossibleDayMonth,
  impossibleWeekdayDay,
  everyMonth,
];
