import {
  type Day,
  dayInMonth,
  dayOf,
  firstOfMonth,
  isoWeek,
  lastOfMonth,
  monthIndex,
  type MonthIndex,
  monthIndexOf,
  partsOf,
  weekdayOf,
  weekStart,
} from '../calendar';
import type { DateExpr, Edge, MonthExpr } from '../expressions';
import { type Context, type DateReadings, type DaySpan, oneDay, sure, unsure } from './context';

type Of<K extends DateExpr['kind']> = Extract<DateExpr, { kind: K }>;

/** A month so far ahead or behind is offered with the one on the other side, when that is so near. */
const LATE_DAYS = 180;
const NEAR_DAYS = 130;

const WEEK_EDGES: Readonly<Record<Edge, readonly [number, number]>> = {
  whole: [0, 6],
  start: [0, 1],
  middle: [2, 3],
  end: [3, 6],
};

/** A week from Monday to Sunday, or its beginning, middle or end. */
export function resolveWeek(expr: Of<'week'>, context: Context): DateReadings {
  const monday = weekStart(context.today) + expr.weeks * 7;
  if (expr.edge === null || expr.edge === 'whole') return sure(weekSpan(monday));
  const [from, to] = WEEK_EDGES[expr.edge];
  const edge: DaySpan = { from: monday + from, to: monday + to, grain: 'day' };
  // In Canada the end of the week is the weekend.
  const weekend: DaySpan = { from: monday + 5, to: monday + 6, grain: 'day' };
  return { spans: expr.edge === 'end' ? [edge, weekend] : [edge], unsure: false };
}

/** Monday to Sunday. */
export function weekSpan(monday: Day): DaySpan {
  return { from: monday, to: monday + 6, grain: 'week' };
}

/** Whether a span lies on the preferred side; the current one fits both. */
function fitsSpan(span: DaySpan, context: Context): boolean {
  return context.prefer === 'past' ? span.from <= context.today : (span.to ?? span.from) >= context.today;
}

/** The nearest of several spans on the preferred side. */
function nearestSpan(spans: readonly DaySpan[], context: Context): DaySpan | undefined {
  const distance = (span: DaySpan) => Math.abs(span.from - context.today);
  return [...spans].filter((span) => fitsSpan(span, context)).sort((a, b) => distance(a) - distance(b))[0];
}

/** "semaine du 12": the week in which that day lies; the current week counts on both sides. */
export function resolveWeekOf(date: DateExpr, context: Context, resolved: DateReadings): DateReadings {
  if (date.kind === 'calendar' && date.month === null) {
    const month = monthIndexOf(context.today);
    const days = [-2, -1, 0, 1, 2]
      .map((months) => dayInMonth(month + months, date.day))
      .filter((day) => day !== null);
    const span = nearestSpan(
      days.map((day) => weekSpan(weekStart(day))),
      context,
    );
    if (span) return sure(span);
  }
  return { spans: resolved.spans.map((span) => weekSpan(weekStart(span.from))), unsure: resolved.unsure };
}

/** "semaine 47". */
export function resolveIsoWeek(expr: Of<'iso-week'>, context: Context): DateReadings {
  const year = partsOf(context.today).year;
  const years = expr.year === null ? [year - 1, year, year + 1] : [expr.year];
  const spans = years
    .map((each) => isoWeek(each, expr.week))
    .filter((monday) => monday !== null)
    .map(weekSpan);
  const span = expr.year === null ? nearestSpan(spans, context) : spans[0];
  return span ? sure(span) : unsure();
}

/** Saturday and Sunday. */
export function resolveWeekend(expr: Of<'weekend'>, context: Context): DateReadings {
  const { today } = context;
  const ofThisWeek = weekStart(today) + 5;
  const span = (saturday: Day): DaySpan => ({ from: saturday, to: saturday + 1, grain: 'day' });
  const running = weekdayOf(today) >= 6;
  if (expr.which === 'after') return sure(span(ofThisWeek + 7));
  if (expr.which === 'last') return sure(span(ofThisWeek - 7));
  if (expr.which === 'next')
    return running ? sure(span(ofThisWeek + 7)) : sure(span(ofThisWeek), span(ofThisWeek + 7));
  if (context.prefer === 'past' && !running) return sure(span(ofThisWeek - 7), span(ofThisWeek));
  return sure(span(ofThisWeek));
}

/** The months that an expression can mean, nearest on the preferred side first. */
function monthsOf(expr: MonthExpr, context: Context): readonly MonthIndex[] {
  const current = monthIndexOf(context.today);
  if (expr.kind === 'relative') return [current + expr.months];
  if (expr.year !== null) return [monthIndex(expr.year, expr.month)];
  const year = partsOf(context.today).year;
  const near = [-2, -1, 0, 1, 2].map((years) => monthIndex(year + years, expr.month));
  if (expr.toward === 'next') return near.filter((index) => index > current).slice(0, 1);
  if (expr.toward === 'last') return near.filter((index) => index < current).slice(-1);
  return near;
}

function portionOf(index: MonthIndex, edge: Edge | null): DaySpan {
  const first = firstOfMonth(index);
  const last = lastOfMonth(index);
  switch (edge) {
    case 'start':
      return { from: first, to: first + 9, grain: 'day' };
    case 'middle':
      return { from: first + 9, to: first + 19, grain: 'day' };
    case 'end':
      return { from: first + 20, to: last, grain: 'day' };
    default:
      return { from: first, to: last, grain: 'month' };
  }
}

/** A whole month, or "début", "mi", "fin". */
export function resolveMonth(expr: Of<'month'>, context: Context): DateReadings {
  const months = monthsOf(expr.month, context);
  if (
    expr.month.kind === 'relative' &&
    expr.month.months === 0 &&
    expr.edge !== null &&
    expr.edge !== 'whole'
  ) {
    // "fin du mois" looking back on the 5th is the month before's.
    const here = portionOf(months[0]!, expr.edge);
    if (fitsSpan(here, context)) return sure(here);
    const there = portionOf(months[0]! + (context.prefer === 'past' ? -1 : 1), expr.edge);
    return sure(there, here);
  }
  if (months.length === 1) return sure(portionOf(months[0]!, expr.edge));
  const spans = months.map((index) => portionOf(index, expr.edge));
  const span = nearestSpan(spans, context);
  if (!span) return unsure();
  return withOpposite(spans, span, context);
}

/** "octobre" said in November, looking forward: the one that has just been is offered too. */
function withOpposite(spans: readonly DaySpan[], span: DaySpan, context: Context): DateReadings {
  const opposite = nearestSpan(spans, { ...context, prefer: context.prefer === 'past' ? 'future' : 'past' });
  const late = Math.abs(span.from - context.today) > LATE_DAYS;
  const other =
    opposite && opposite.from !== span.from && Math.abs(opposite.from - context.today) < NEAR_DAYS;
  return late && other ? sure(span, opposite) : sure(span);
}

/** "le 5 du mois prochain". */
export function resolveDayOfMonth(day: number, month: MonthExpr, context: Context): DateReadings {
  const [index] = monthsOf(month, context);
  const found = index === undefined ? null : dayInMonth(index, day);
  return found === null ? unsure() : sure(oneDay(found));
}

/** "la première quinzaine d'avril". */
export function resolveHalfMonth(expr: Of<'half-month'>, context: Context): DateReadings {
  const half = (index: MonthIndex): DaySpan => ({
    from: firstOfMonth(index) + (expr.half === 1 ? 0 : 15),
    to: expr.half === 1 ? firstOfMonth(index) + 14 : lastOfMonth(index),
    grain: 'day',
  });
  const spans = monthsOf(expr.month, context).map(half);
  const span = spans.length === 1 ? spans[0] : nearestSpan(spans, context);
  return span ? withOpposite(spans, span, context) : unsure();
}

/** A year, or its first two or last two months. */
export function resolveYear(expr: Of<'year'>, context: Context): DateReadings {
  const year = expr.year ?? partsOf(context.today).year + (expr.years ?? 0);
  const at = (month: number, day: number) => dayOf(year, month, day)!;
  switch (expr.edge) {
    case 'start':
      return sure({ from: at(1, 1), to: lastOfMonth(monthIndex(year, 2)), grain: 'month' });
    case 'middle':
      return sure({ from: at(6, 1), to: lastOfMonth(monthIndex(year, 7)), grain: 'month' });
    case 'end':
      return sure({ from: at(11, 1), to: at(12, 31), grain: 'month' });
    default:
      return sure({ from: at(1, 1), to: at(12, 31), grain: 'month' });
  }
}

/** The nth day, week, weekend or weekday within one month; null when the month has no such one. */
function nthIn(index: MonthIndex, nth: number, of: Of<'nth'>['of']): readonly DaySpan[] {
  const first = firstOfMonth(index);
  const last = lastOfMonth(index);
  if (of === 'day') {
    const day = nth < 0 ? last : dayInMonth(index, nth);
    return day === null ? [] : [oneDay(day)];
  }
  if (of === 'week') return nthWeekIn(index, nth);
  const weekday = of === 'weekend' ? 6 : of;
  const firstSuch = first + ((weekday - weekdayOf(first) + 7) % 7);
  const lastSuch = last - ((weekdayOf(last) - weekday + 7) % 7);
  const day = nth < 0 ? lastSuch : firstSuch + (nth - 1) * 7;
  if (day > last) return [];
  return of === 'weekend' ? [{ from: day, to: day + 1, grain: 'day' }] : [oneDay(day)];
}

/** A week shared by two months belongs to that with more of its days; the other way of counting is offered too. */
function nthWeekIn(index: MonthIndex, nth: number): readonly DaySpan[] {
  const shared = nth < 0 ? weekStart(lastOfMonth(index)) : weekStart(firstOfMonth(index)) + (nth - 1) * 7;
  const inner = shared + (nth < 0 ? -7 : 7);
  const edge = nth < 0 ? lastOfMonth(index) - shared + 1 : 8 - weekdayOf(firstOfMonth(index));
  if (edge === 7) return [weekSpan(shared)];
  return edge >= 4 ? [weekSpan(shared), weekSpan(inner)] : [weekSpan(inner), weekSpan(shared)];
}

/** "le premier lundi de décembre", "le dernier vendredi du mois", "le 3e jeudi". */
export function resolveNth(expr: Of<'nth'>, context: Context): DateReadings {
  const current = monthIndexOf(context.today);
  const months =
    expr.month === null ? [-2, -1, 0, 1, 2].map((step) => current + step) : monthsOf(expr.month, context);
  if (months.length === 1) {
    const spans = nthIn(months[0]!, expr.nth, expr.of);
    return spans.length > 0 ? sure(...spans) : unsure();
  }
  const found = months.map((index) => nthIn(index, expr.nth, expr.of)).filter((spans) => spans.length > 0);
  const chosen = nearestSpan(
    found.map((spans) => spans[0]!),
    context,
  );
  const spans = found.find((each) => each[0] === chosen);
  if (!spans || !chosen) return unsure();
  const [, opposite] = withOpposite(
    found.map((each) => each[0]!),
    chosen,
    context,
  ).spans;
  return opposite ? sure(...spans, opposite) : sure(...spans);
}

/** Three or six months of the calendar: the nth of a year on the preferred side, or so many beside the current ones. */
export function resolveTerm(expr: Extract<DateExpr, { kind: 'term' }>, context: Context): DateReadings {
  const current = Math.floor(monthIndexOf(context.today) / expr.months);
  const perYear = 12 / expr.months;
  const inYear = current - (current % perYear) + (expr.nth ?? 1) - 1;
  const past = context.prefer === 'past';
  const away = past ? inYear > current : inYear < current;
  const index =
    expr.nth === null ? current + expr.steps : away ? inYear + (past ? -perYear : perYear) : inYear;
  const first = index * expr.months;
  return sure({ from: firstOfMonth(first), to: lastOfMonth(first + expr.months - 1), grain: 'month' });
}
