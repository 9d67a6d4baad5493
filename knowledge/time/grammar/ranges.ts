import type { Clock, Content, DateExpr } from '../expressions';
import { endsAsHour } from './clock';
import { bareClock, fullClock, hour24, withDot } from './clock-forms';
import { calendarDate, dayAlone, fullDate, weekdayDay } from './dates';
import { any, lexeme, map, opt, type Pattern, role, seq, where } from './engine';
import { edgedMonth } from './months';
import { relativeDay } from './relative';
import { weekdayDate } from './weekdays';
import { dayNumber, endsAsDay, has } from './words';

const clockEnd: Pattern<Clock> = any<Clock>(fullClock, hour24);
const opening = seq(
  opt(role('filler')),
  role('de', 'between', 'fromOn', 'du', 'at'),
  opt(role('about', 'filler')),
);
const separator = seq(
  any(
    role('at', 'dash', 'to', 'until', 'slash', 'et'),
    map(seq(role('until'), role('at')), () => 0),
    map(seq(role('comma'), role('until')), () => 0),
  ),
  opt(role('about')),
);

/** "et" separates only after "entre". */
const joins = (input: readonly { roles: object }[], at: number, separatorAt: number): boolean =>
  !has(input as never, separatorAt, 'et') || has(input as never, at, 'between');

const shareHalf = (from: Clock, to: Clock): Clock =>
  to.half !== null && from.half === null && !from.certain && from.hour <= to.hour
    ? { ...from, half: to.half }
    : from;

const content = (from: Clock, to: Clock): Content => ({
  time: { kind: 'clock-range', from: shareHalf(from, to), to },
});

/** "2h à 17h mardi": a length, then the hour. */
const isLengthThenHour = (from: Clock, to: Clock): boolean =>
  !from.certain && from.half === null && from.hour < 5 && to.certain && to.hour > 12;

/** de 14h à 16h, 14h-16h, entre midi et deux, 9:30 - 11:00, from 2 to 4pm. */
const fullRange: Pattern<Content> = any<Content>(
  map(seq(opt(opening), clockEnd, separator, clockEnd), ([lead, from, , to], input, at, next) => {
    const et = input
      .slice(at, next)
      .some((found) => found.roles.et !== undefined && found.roles.at === undefined);
    const isLength =
      lead === null &&
      isLengthThenHour(from, to) &&
      input.slice(at, next).some((found) => found.roles.at !== undefined && found.text === 'a');
    return (et && lead === null) || isLength ? null : content(from, to);
  }),
  map(
    seq(opt(opening), withDot, separator, any(withDot, clockEnd)),
    ([lead, from, , to], input, _at, next) =>
      lead === null && !has(input, next - 2, 'dot') ? null : content(from, to),
  ),
);

/** de 14 à 16h, 14-16h: the first hour without its mark. */
const firstBare: Pattern<Content> = map(
  seq(opt(opening), bareClock, separator, fullClock),
  ([lead, from, , to], input, at, next) => {
    const before = has(input, at - 1, 'le', 'slash', 'dash', 'month', 'colon', 'monthShort', 'dot');
    const numeral = input.slice(at, next).find((found) => found.roles.num !== undefined);
    // "la session du 12 à 14h" is a day and its hour.
    if (has(input, at, 'du') || before || (lead === null && numeral?.glued && at > 0)) return null;
    return content(from, to);
  },
);

/** de 14h à 16, entre midi et deux: the second without. */
const lastBare: Pattern<Content> = map(
  seq(opt(opening), fullClock, separator, bareClock),
  ([lead, from, , to], input, at, next) => {
    const sep = input.slice(at, next).some((found) => found.roles.et !== undefined);
    if ((sep && lead === null) || !endsAsHour(input, next)) return null;
    return to.hour <= 24 ? content(from, to) : null;
  },
);

/** de 14 à 16, from 2 to 4, 14-16: hours without any mark, only after such words. */
const bothBare: Pattern<Content> = map(
  seq(role('de', 'between', 'fromOn'), opt(role('about')), bareClock, separator, bareClock),
  ([, , from, , to], input, at, next) => {
    const english = ['from', 'between'].includes(input[at]!.text);
    const mark = (clock: Clock): Clock =>
      english && clock.hour <= 12 ? { ...clock, english: true, certain: false } : clock;
    const counting = has(input, next, 'du') || from.hour === to.hour;
    return endsAsHour(input, next) && joins(input, at, next - 2) && !counting
      ? content(mark(from), mark(to))
      : null;
  },
);

/** "hier 14-16", "lundi 14 - 16": two bare hours after a day. */
const afterDay: Pattern<Content> = map(
  seq(bareClock, role('dash', 'to'), bareClock),
  ([from, , to], input, at, next) => {
    const day = has(input, at - 1, 'relativeDay', 'weekday', 'part');
    return day && endsAsHour(input, next) && to.hour > from.hour && from.hour >= 7 ? content(from, to) : null;
  },
);

/** "lundi 14h 16h": no word between them; probably a range. */
const sideBySide: Pattern<Content> = map(seq(fullClock, fullClock), ([from, to]) =>
  to.hour > from.hour && from.hour >= 7 ? { ...content(from, to), doubtful: true } : null,
);

/** "17h jusqu'à 18h30" is read above; "jusqu'à 16h" alone bounds the end. */
export const clockRangeRules: readonly Pattern<Content>[] = [
  fullRange,
  firstBare,
  lastBare,
  bothBare,
  afterDay,
  sideBySide,
];

const dateOpening = seq(any(role('du', 'de', 'between', 'fromOn', 'le')), opt(role('le')));
const dateSeparator = any(seq(role('au', 'at', 'dash', 'to', 'until', 'et'), opt(role('le', 'au', 'en'))));
const plainDay: Pattern<DateExpr> = map(
  seq(opt(role('le')), opt(role('weekday')), opt(role('le')), dayNumber),
  ([, weekday, , day]) => ({
    kind: 'calendar',
    day,
    month: null,
    year: null,
    weekday,
    american: 'no',
  }),
);

const isEt = (input: readonly { roles: object }[], at: number, next: number): boolean =>
  input.slice(at, next).some((found) => 'et' in found.roles) &&
  !input.slice(at, next).some((found) => 'between' in found.roles);

/** du 3 au 7 novembre, 13-15 juillet, du lundi 1er au mercredi 10 juillet, du 20 décembre au 3 janvier. */
const dated: Pattern<DateExpr> = map(
  seq(opt(dateOpening), any(fullDate, plainDay), dateSeparator, fullDate),
  ([, from, , to], input, at, next) => (isEt(input, at, next) ? null : { kind: 'range', from, to }),
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
      role('weekday'),
      where(lexeme('weekday'), (found) => found.hyphened),
    ),
    ([from, to]) => ({
      kind: 'range',
      from: { kind: 'weekday', weekday: from, which: 'bare', weeks: 0 },
      to: { kind: 'weekday', weekday: to.roles.weekday!, which: 'bare', weeks: 0 },
    }),
  ),
);

/** de fin novembre à mi-décembre, d'octobre à décembre, du 3 à fin novembre. */
const months: Pattern<DateExpr> = map(
  seq(role('de', 'du', 'between', 'fromOn'), any(edgedMonth, calendarDate), dateSeparator, edgedMonth),
  ([, from, , to], input, at, next) => (isEt(input, at, next) ? null : { kind: 'range', from, to }),
);

/** What ranges of days say. */
export const dateRangeRules: readonly Pattern<Content>[] = [
  map(any(dated, numbered, named, months), (date) => ({ date })),
];
