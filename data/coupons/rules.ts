import { DateTime } from 'luxon';
import type { Assignment } from '../people/types';
import { ok, refused, type Result } from '../result';
import type { Coupon, CouponDraft, CouponFault, CouponOutlook } from './types';

/** The zone in which a lesson's month, and the month's end, are reckoned. */
export const COUPON_ZONE = 'Europe/Paris';

/** A lesson shorter or longer than this is a slip of the pen, in minutes. */
export const SHORTEST_LESSON_MINUTES = 15;
export const LONGEST_LESSON_MINUTES = 8 * 60;

/**
 * The last instant at which a lesson's coupon is on time: 23:59:59.999 in Paris on the last day of the month in which the lesson
 * began (A042, A043).
 */
export const couponDeadline = (lessonStartsAt: Date): Date =>
  DateTime.fromJSDate(lessonStartsAt, { zone: COUPON_ZONE }).endOf('month').toJSDate();

/** Whether a coupon entered at `at` is late: its hours are left out of the next month's pay (A044). */
export const isLate = (lessonStartsAt: Date, at: Date): boolean => at > couponDeadline(lessonStartsAt);

/** The month, as 2026-11, to which a lesson belongs: that in which it began, in Paris. */
export const lessonMonth = (lessonStartsAt: Date): string =>
  DateTime.fromJSDate(lessonStartsAt, { zone: COUPON_ZONE }).toFormat('yyyy-MM');

/** Whether a text names a month as 2026-11. */
export const isMonth = (text: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);

/**
 * The instants between which the lessons of a month begin.
 *
 * @param month as 2026-11.
 */
export function monthSpan(month: string): { readonly from: Date; readonly before: Date } {
  const start = DateTime.fromISO(`${month}-01`, { zone: COUPON_ZONE });
  return { from: start.toJSDate(), before: start.plus({ months: 1 }).toJSDate() };
}

/**
 * Whole days between today and the last day of the month, in Paris: 0 on the last day itself.
 */
export function daysToDeadline(now: Date): number {
  const today = DateTime.fromJSDate(now, { zone: COUPON_ZONE }).startOf('day');
  return (today.daysInMonth ?? today.day) - today.day;
}

/** How many coupons of an assignment can still be entered (A036 when none). */
export const couponsLeft = (assignment: Pick<Assignment, 'couponsTotal' | 'couponsUsed'>): number =>
  Math.max(0, assignment.couponsTotal - assignment.couponsUsed);

/** The saved lesson of hers that takes place at the same time, if there is one. Lessons that only touch do not overlap. */
export function overlapping(
  draft: Pick<CouponDraft, 'startsAt' | 'endsAt'>,
  saved: readonly Coupon[],
): Coupon | null {
  return (
    saved.find(
      (coupon) =>
        coupon.status === 'saved' && coupon.startsAt < draft.endsAt && draft.startsAt < coupon.endsAt,
    ) ?? null
  );
}

/** What the rules are checked against: the assignment named (null: not one of hers) and her coupons. */
export interface CouponRecords {
  readonly assignment: Assignment | null;
  readonly coupons: readonly Coupon[];
}

/**
 * Whether a lesson may be entered now, and what follows from it (A038-A048). Pure; the first fault found is told.
 *
 * @param now the instant of entering: a lesson that has not ended is in the future.
 */
export function checkDraft(
  draft: CouponDraft,
  { assignment, coupons }: CouponRecords,
  now: Date,
): Result<CouponOutlook, CouponFault> {
  if (!assignment) return refused({ code: 'unknown-assignment' });
  const timeFault = checkTimes(draft, now);
  if (timeFault) return refused(timeFault);
  const other = overlapping(draft, coupons);
  if (other) return refused({ code: 'overlap', with: other });
  const left = couponsLeft(assignment);
  if (left === 0) return refused({ code: 'no-coupon-left' });
  // A047: the last coupon waits for the end report.
  if (left === 1 && assignment.endReport !== 'done') return refused({ code: 'end-report-due' });
  return ok({
    late: isLate(draft.startsAt, now),
    deadline: couponDeadline(draft.startsAt),
    couponsLeftAfter: left - 1,
    // A045: the first coupon opens the first-lesson report.
    opensStartReport: assignment.couponsUsed === 0 && assignment.startReport !== 'done',
  });
}

function checkTimes({ startsAt, endsAt }: CouponDraft, now: Date): CouponFault | null {
  if (startsAt > now) return { code: 'in-future' };
  if (endsAt <= startsAt) return { code: 'ends-before-start' };
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
  if (minutes < SHORTEST_LESSON_MINUTES || minutes > LONGEST_LESSON_MINUTES) {
    return { code: 'implausible-length', minutes };
  }
  return endsAt > now ? { code: 'in-future' } : null;
}
