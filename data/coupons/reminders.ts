import { DateTime } from 'luxon';
import type { Assignment } from '../people/types';
import { COUPON_ZONE, couponsLeft, lessonMonth } from './rules';
import type { Coupon } from './types';

/** How many days before the last day of the month somebody is reminded. */
export const REMINDED_DAYS_BEFORE = [3, 1] as const;
export type RemindedDaysBefore = (typeof REMINDED_DAYS_BEFORE)[number];

/** A reminder arrives at noon where she lives. */
const REMINDER_HOUR = 12;
/** A reminder is planned from this long before it is due, so that a server that was down for some hours misses none. */
const PLANNED_HOURS_AHEAD = 24;

export interface DueReminder {
  /** The month whose lessons are to be entered, as 2026-11. */
  readonly month: string;
  readonly daysLeft: RemindedDaysBefore;
  readonly dueAt: Date;
}

/**
 * The reminder to be planned now for somebody in a zone, if there is one: it is due within a day, or was due earlier on its day.
 *
 * @param zone where the person lives; the month ends in Paris (A042).
 */
export function reminderNow(now: Date, zone: string): DueReminder | null {
  const today = DateTime.fromJSDate(now, { zone: COUPON_ZONE });
  for (const day of [today, today.plus({ days: 1 })]) {
    const lastDay = day.endOf('month');
    const daysLeft = REMINDED_DAYS_BEFORE.find((days) => days === lastDay.day - day.day);
    if (daysLeft === undefined) continue;
    const date = { year: day.year, month: day.month, day: day.day };
    const dueAt = DateTime.fromObject({ ...date, hour: REMINDER_HOUR }, { zone });
    const ahead = dueAt.diff(today, 'hours').hours;
    if (ahead <= PLANNED_HOURS_AHEAD)
      return { month: day.toFormat('yyyy-MM'), daysLeft, dueAt: dueAt.toJSDate() };
  }
  return null;
}

/**
 * The running assignments because of which somebody is reminded; none: she is not.
 *
 * The records hold no timetable: nobody writes down here which lessons are planned. What can be said honestly is this: an assignment that
 * has begun, has not ended and has coupons left is one on which lessons are to be expected, and somebody who has such an assignment but
 * has not entered a single lesson of the month has either given none or forgotten. She is reminded once three days and once the day before
 * the last day; a coupon that was refused counts as not entered.
 *
 * @param month as 2026-11.
 */
export function expectingLessons(
  records: { readonly assignments: readonly Assignment[]; readonly coupons: readonly Coupon[] },
  month: string,
  now: Date,
): readonly Assignment[] {
  const entered = records.coupons.some(
    ({ status, startsAt }) => status === 'saved' && lessonMonth(startsAt) === month,
  );
  if (entered) return [];
  return records.assignments.filter(
    (assignment) => assignment.startsOn <= now && assignment.endedAt === null && couponsLeft(assignment) > 0,
  );
}
