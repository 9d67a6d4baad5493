import { type Day, dayInMonth, monthIndexOf, partsOf, weekdayOf, weekStart } from '../calendar';
import { parseWall, wallTimeAt } from '../zone';
import type { DateExpr } from '../expressions';
import { type Context, type DateReadings, type DaySpan, oneDay, sure, unsure } from './context';
import {
  resolveCalendar,
  resolveHoliday,
  resolveMonthsAway,
  resolveStretch,
  resolveWeekday,
  type TodayFits,
} from './days';
import {
  resolveDayOfMonth,
  resolveHalfMonth,
  resolveIsoWeek,
  resolveMonth,
  resolveNth,
  resolveTerm,
  resolveWeek,
  resolveWeekend,
  resolveWeekOf,
  resolveYear,
} from './periods';

/** Places a date on the calendar: its readings, likelier first. */
export function resolveDate(expr: DateExpr, context: Context, todayFits: TodayFits): DateReadings {
  switch (expr.kind) {
    case 'relative-day':
      return sure(oneDay(context.today + expr.days));
    case 'relative-months':
      return resolveMonthsAway(expr.months, context);
    case 'weekday':
      return resolveWeekday(expr, context, todayFits);
    case 'weekday-of': {
      const week = resolveDate(expr.week, context, todayFits);
      return { spans: week.spans.map((span) => oneDay(span.from + expr.weekday - 1)), unsure: week.unsure };
    }
    case 'calendar':
      return resolveCalendar(expr, context, todayFits);
    case 'week':
      return resolveWeek(expr, context);
    case 'week-of':
      return resolveWeekOf(expr.date, context, resolveDate(expr.date, context, null));
    case 'iso-week':
      return resolveIsoWeek(expr, context);
    case 'weekday-beside': {
      const found = resolveDate(expr.date, context, todayFits);
      const beside = ({ from }: DaySpan): DaySpan => {
        const ahead = (expr.weekday - weekdayOf(from) + 7) % 7;
        return oneDay(expr.direction > 0 ? from + (ahead || 7) : from + ahead - 7);
      };
      return { ...found, spans: found.spans.map(beside) };
    }
    case 'weekend-of': {
      const found = resolveDate(expr.date, context, todayFits);
      return { ...found, spans: found.spans.map(weekendAround) };
    }
    case 'instant':
      return sure(oneDay(parseWall(wallTimeAt(new Date(expr.utc), context.zone))?.day ?? context.today));
    case 'weekend':
      return resolveWeekend(expr, context);
    case 'month':
      return resolveMonth(expr, context);
    case 'half-month':
      return resolveHalfMonth(expr, context);
    case 'term':
      return resolveTerm(expr, context);
    case 'year':
      return resolveYear(expr, context);
    case 'nth':
      return resolveNth(expr, context);
    case 'holiday':
      return resolveHoliday(expr, context, todayFits);
    case 'stretch':
      return resolveStretch(expr, context);
    case 'shifted': {
      const found = resolveDate(expr.date, context, todayFits);
      return { spans: found.spans.map((span) => oneDay(span.from + expr.days)), unsure: found.unsure };
    }
    case 'within':
      return resolveWithin(expr, context, todayFits);
    case 'toward':
      return resolveDate(expr.date, { ...context, prefer: expr.prefer }, null);
    case 'day-of-month':
      return resolveDayOfMonth(expr.day, expr.month, context);
    case 'several': {
      const found = expr.dates.map((date) => resolveDate(date, context, todayFits));
      return { spans: found.flatMap((each) => each.spans), unsure: found.some((each) => each.unsure) };
    }
    case 'sibling': {
      const found = resolveDate(context.prefer === 'past' ? expr.first : expr.last, context, todayFits);
      const day = found.spans[0] ? dayInMonth(monthIndexOf(found.spans[0].from), expr.day) : null;
      return day === null ? unsure() : { spans: [oneDay(day)], unsure: found.unsure };
    }
    case 'range':
      return resolveRange(expr, context);
  }
}

/** The day named within each reading of the span; without one, the span and doubt. */
function resolveWithin(
  expr: Extract<DateExpr, { kind: 'within' }>,
  context: Context,
  todayFits: TodayFits,
): DateReadings {
  const whole = expr.of.kind === 'month' ? { ...expr.of, edge: null } : expr.of;
  const found = resolveDate(whole, context, todayFits);
  const days = found.spans.flatMap((span) => {
    const inside = Array.from(
      { length: (span.to ?? span.from) - span.from + 1 },
      (_, index) => span.from + index,
    );
    return inside.filter(
      (day) =>
        (expr.day === null || partsOf(day).day === expr.day) &&
        (expr.month === undefined || partsOf(day).month === expr.month) &&
        (expr.weekday === null || weekdayOf(day) === expr.weekday),
    );
  });
  return days.length > 0
    ? { spans: days.map(oneDay), unsure: found.unsure }
    : unsure(...resolveDate(expr.of, context, todayFits).spans);
}

/** The Saturday and Sunday of a day's week. */
const weekendAround = ({ from }: DaySpan): DaySpan => ({
  from: weekStart(from) + 5,
  to: weekStart(from) + 6,
  grain: 'day',
});

/** Beyond this, a range that runs now is meant rather than one that begins so late. */
const LATE_DAYS = 60;
/** A range so far away is offered with the one on the other side, if that is near. */
const FAR_DAYS = 180;
const NEAR_DAYS = 100;

/** "du 20 décembre au 3 janvier": the end is looked for from the start, or the start back from the end. */
function resolveRange(expr: Extract<DateExpr, { kind: 'range' }>, context: Context): DateReadings {
  const from = inheritMonth(expr.from, expr.to);
  const to = inheritMonthBack(expr.from, expr.to);
  const forward = fromStart(from, to, context);
  const backward = fromEnd(from, to, context);
  const [first, second] = context.prefer === 'past' ? [backward, forward] : [forward, backward];
  if (!first) return second ? unsure(second) : unsure();
  const runsNow = second && second.from <= context.today && second.to! >= context.today;
  if (runsNow && second.from !== first.from) {
    return Math.abs(first.from - context.today) > LATE_DAYS ? sure(second, first) : sure(first, second);
  }
  // A stay of last winter, said looking back in November: the coming one is offered too.
  const farther = Math.abs(first.from - context.today) > FAR_DAYS;
  const other = context.prefer === 'past' ? 'future' : 'past';
  const opposite = farther ? fromStart(from, to, { ...context, prefer: other }) : null;
  return opposite && Math.abs(opposite.from - context.today) < NEAR_DAYS
    ? sure(first, opposite)
    : sure(first);
}

/** "du 3 au 7 novembre": the first day takes its month and year from the last. */
function inheritMonth(from: DateExpr, to: DateExpr): DateExpr {
  if (from.kind !== 'calendar' || to.kind !== 'calendar' || from.month !== null || to.month === null)
    return from;
  if (from.day <= to.day) return { ...from, month: to.month, year: to.year };
  const before = to.month === 1 ? 12 : to.month - 1;
  return { ...from, month: before, year: to.year !== null && to.month === 1 ? to.year - 1 : to.year };
}

/** "du 15 février au 20": the last day takes its month from the first. */
function inheritMonthBack(from: DateExpr, to: DateExpr): DateExpr {
  if (from.kind !== 'calendar' || to.kind !== 'calendar' || from.month === null || to.month !== null)
    return to;
  if (from.day <= to.day) return { ...to, month: from.month, year: from.year };
  const after = from.month === 12 ? 1 : from.month + 1;
  return { ...to, month: after, year: from.year !== null && from.month === 12 ? from.year + 1 : from.year };
}

const spanOf = (from: Day, to: Day, spans: readonly DaySpan[]): DaySpan | null =>
  to < from ? null : { from, to, grain: spans.every((span) => span.grain === 'month') ? 'month' : 'day' };

function fromStart(from: DateExpr, to: DateExpr, context: Context): DaySpan | null {
  const first = resolveDate(from, context, null).spans[0];
  if (!first) return null;
  const last = resolveDate(to, { ...context, today: first.from, prefer: 'future' }, true).spans[0];
  const fixed = resolveDate(to, context, null).spans[0];
  const end = isFixed(to) ? fixed : last;
  return end ? spanOf(first.from, end.to ?? end.from, [first, end]) : null;
}

function fromEnd(from: DateExpr, to: DateExpr, context: Context): DaySpan | null {
  const last = resolveDate(to, context, null).spans[0];
  if (!last) return null;
  const first = resolveDate(
    from,
    isFixed(from) ? context : { ...context, today: last.from, prefer: 'past' },
    true,
  ).spans[0];
  return first ? spanOf(first.from, last.to ?? last.from, [first, last]) : null;
}

/** Counted from today, whatever the other end is. */
const isFixed = (expr: DateExpr): boolean =>
  expr.kind === 'relative-day' || expr.kind === 'week' || expr.kind === 'relative-months';
