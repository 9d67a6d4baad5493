import type { DateExpr } from './expressions';

type CalendarDate = Extract<DateExpr, { kind: 'calendar' }>;

/** A day so much later in its month than the one that follows it lies in the month before: "le 30 ou le 1er décembre". */
const ACROSS_MONTHS = 20;

/** The month of a day said right before a date ("le 12 ou le 13 novembre"): that of the date, or the one before it. */
export function monthOfDayBefore(
  day: number,
  { day: next, month, year }: Pick<CalendarDate, 'day' | 'month' | 'year'>,
): Pick<CalendarDate, 'month' | 'year'> {
  if (month === null || day - next < ACROSS_MONTHS) return { month, year };
  return month > 1 ? { month: month - 1, year } : { month: 12, year: year === null ? null : year - 1 };
}

/** Days in the order in which they are said, with their months, when the month is said behind the last. */
export function datesOfList(
  days: readonly number[],
  month: number | null,
  year: number | null,
): readonly CalendarDate[] {
  const dates: CalendarDate[] = [];
  for (const day of [...days].reverse()) {
    const next = dates[0] ?? { day, month, year };
    dates.unshift({
      kind: 'calendar',
      day,
      ...monthOfDayBefore(day, next),
      weekday: null,
      american: 'no',
    });
  }
  return dates;
}
