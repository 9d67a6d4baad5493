import type { Content, DateExpr, Edge } from '../expressions';
import type { Lexeme } from '../lexer';
import { calendarDate, dayAlone, englishMonth, fullDate, oneFullDate, weekdayDay } from './dates';
import { any, lexeme, map, opt, type Pattern, role, seq, where } from './engine';
import { edgedMonth } from './months';
import { calendar } from './numeric-dates';
import { relativeDay } from './relative';
import { weekdayDate } from './weekdays';
import { dayNumber, edge, endsAsDay, has, linkOf, monthName } from './words';

const dateOpening = seq(any(role('du', 'de', 'between', 'fromOn', 'le')), opt(role('le')));
const dateSeparator = any(seq(role('au', 'at', 'dash', 'to', 'until', 'et'), opt(role('le', 'au', 'en'))));
const plainDay: Pattern<DateExpr> = map(
  seq(opt(role('le')), opt(role('weekday', 'weekdayShort')), opt(role('le')), dayNumber),
  ([, weekday, , day]) => calendar(day, null, null, weekday),
);

const isEt = (input: readonly Lexeme[], at: number, next: number): boolean =>
  input.slice(at, next).some((found) => 'et' in found.roles) &&
  !input.slice(at, next).some((found) => 'between' in found.roles);

/** du 3 au 7 novembre, 13-15 juillet, du lundi 1er au mercredi 10 juillet, du 20 décembre au 3 janvier. */
const dated: Pattern<DateExpr> = map(
  seq(opt(dateOpening), any(oneFullDate, plainDay), dateSeparator, oneFullDate),
  ([, from, , to], input, at, next) => (isEt(input, at, next) ? null : { kind: 'range', from, to }),
);

/** du 15 février au 20, le 15 février jusqu'au 20: the month said first holds for both. */
const monthFirst: Pattern<DateExpr> = map(
  seq(opt(dateOpening), oneFullDate, role('au', 'until'), opt(role('le', 'au')), plainDay),
  ([, from, , , to], input, _at, next) =>
    endsAsDay(input, next) && !has(input, next, 'month', 'monthShort') ? { kind: 'range', from, to } : null,
);

/** Feb 10-12, from November 3rd to the 7th: the month said before both. */
const englishDays: Pattern<DateExpr> = map(
  seq(
    opt(role('du', 'de', 'between', 'fromOn', 'on')),
    // "mar 10-12" are the hours of a Tuesday.
    where(englishMonth, (_value, input, at) => !has(input, at, 'weekdayShort')),
    opt(role('le')),
    dayNumber,
    role('dash', 'to', 'until', 'at', 'et'),
    opt(role('le')),
    dayNumber,
  ),
  ([, month, , from, , , to], input, at, next) =>
    from < to &&
    !isEt(input, at, next) &&
    endsAsDay(input, next) &&
    !has(input, next, 'month', 'monthShort', 'hour', 'colon', 'meridiem')
      ? { kind: 'range', from: calendar(from, month, null, null), to: calendar(to, month, null, null) }
      : null,
);

/** 15/20 février: two days, as what follows is their month. */
const slashedDays: Pattern<DateExpr> = map(
  seq(opt(role('le', 'du')), dayNumber, role('slash'), dayNumber, monthName),
  ([, from, , to, month]) =>
    from < to
      ? { kind: 'range', from: calendar(from, null, null, null), to: calendar(to, month, null, null) }
      : null,
);

/** du 3 au 7: the words must show it. */
const numbered: Pattern<DateExpr> = map(
  seq(
    any(
      role('du'),
      map(seq(role('fromOn'), role('le')), () => 0),
      map(seq(role('between'), role('le')), () => 0),
    ),
    any(plainDay, weekdayDay),
    any(seq(role('au', 'et', 'until', 'to'), opt(role('le')))),
    any(weekdayDay, plainDay),
  ),
  ([, from, , to], input, at, next) =>
    isEt(input, at, next) || !endsAsDay(input, next) ? null : { kind: 'range', from, to },
);

const weekdayOf = ({ roles }: Lexeme): DateExpr => ({
  kind: 'weekday',
  weekday: (roles.weekday ?? roles.weekdayShort)!,
  which: 'bare',
  weeks: 0,
});

/** du lundi au mercredi, de lundi à vendredi, lundi-mardi, de demain à vendredi. */
const named: Pattern<DateExpr> = any<DateExpr>(
  map(
    seq(
      opt(dateOpening),
      any(weekdayDate, weekdayDay, relativeDay),
      dateSeparator,
      any(weekdayDate, weekdayDay, relativeDay, fullDate, dayAlone),
    ),
    ([, from, , to], input, at, next) =>
      isEt(input, at, next) || has(input, next, 'hour', 'colon') ? null : { kind: 'range', from, to },
  ),
  map(
    seq(
      any(lexeme('weekday'), lexeme('weekdayShort')),
      where(any(lexeme('weekday'), lexeme('weekdayShort')), (found) => found.hyphened),
    ),
    ([from, to]) => ({
      kind: 'range',
      from: weekdayOf(from),
      to: weekdayOf(to),
    }),
  ),
);

/** de fin novembre à mi-décembre, d'octobre à décembre, du 3 à fin novembre. */
const months: Pattern<DateExpr> = map(
  seq(role('de', 'du', 'between', 'fromOn'), any(edgedMonth, calendarDate), dateSeparator, edgedMonth),
  ([, from, , to], input, at, next) => (isEt(input, at, next) ? null : { kind: 'range', from, to }),
);

/** "entre Noël et aujourd'hui", "entre le 3 et demain". */
const between: Pattern<DateExpr> = map(
  seq(
    role('between'),
    opt(role('le')),
    any(calendarDate, relativeDay, weekdayDate),
    role('et'),
    opt(role('le')),
    any(relativeDay, calendarDate, weekdayDate),
  ),
  ([, , from, , , to], input, _at, next) =>
    has(input, next, 'hour', 'colon') ? null : { kind: 'range', from, to },
);

/** "fin juin, début juillet": what lies around the end of a month. */
const aroundEnd: Pattern<DateExpr> = map(
  seq(edge, linkOf, monthName, opt(role('comma', 'dash', 'slash', 'et')), edge, linkOf, monthName),
  ([first, , from, , second, , to]) =>
    first === 'end' && second === 'start' && to === (from % 12) + 1
      ? { kind: 'range', from: partOfMonth(from, 'end'), to: partOfMonth(to, 'start') }
      : null,
);

const partOfMonth = (month: number, where: Edge): DateExpr => ({
  kind: 'month',
  month: { kind: 'named', month, year: null, toward: null },
  edge: where,
});

/** "entre début et mi-février". */
const betweenEdges: Pattern<DateExpr> = map(
  seq(opt(role('between', 'de', 'du')), edge, role('et', 'at', 'dash', 'au'), edge, linkOf, monthName),
  ([, first, , second, , month]) => ({
    kind: 'range',
    from: partOfMonth(month, first),
    to: partOfMonth(month, second),
  }),
);

/** "juillet août", "juillet-août": two months that follow each other. */
const twoMonths: Pattern<DateExpr> = map(
  seq(opt(role('en')), role('month'), opt(role('dash', 'slash')), role('month')),
  ([, from, , to]) =>
    to === (from % 12) + 1
      ? {
          kind: 'range',
          from: {
            kind: 'month',
            month: { kind: 'named', month: from, year: null, toward: null },
            edge: null,
          },
          to: { kind: 'month', month: { kind: 'named', month: to, year: null, toward: null }, edge: null },
        }
      : null,
);

/** What ranges of days say. */
export const dateRangeRules: readonly Pattern<Content>[] = [
  map(
    any(
      dated,
      monthFirst,
      englishDays,
      slashedDays,
      numbered,
      named,
      months,
      between,
      twoMonths,
      aroundEnd,
      betweenEdges,
    ),
    (date) => ({ date }),
  ),
];
