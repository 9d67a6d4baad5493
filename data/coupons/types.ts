import type { DeskId } from '../desks/types';
import type { Result } from '../result';

export type CouponStatus = 'saved' | 'rejected';

/** One lesson given, entered by the tutor (facts A038-A044). */
export interface Coupon {
  readonly id: string;
  readonly reference: string;
  readonly assignmentId: string;
  readonly personId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: CouponStatus;
  /** Entered after the last day of the lesson's month: not paid the following month (A044). */
  readonly late: boolean;
  readonly createdAt: Date;
  /** Why an advisor refused it; null while it counts. */
  readonly rejection: CouponRejection | null;
}

/** A refused coupon takes no time and none of the assignment's coupons. */
export interface CouponRejection {
  readonly reason: string;
  readonly at: Date;
}

/** A lesson as somebody proposes to enter it. Instants; the month's deadline is reckoned in Europe/Paris. */
export interface CouponDraft {
  readonly assignmentId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Why a coupon cannot be saved. */
export type CouponFault =
  | { readonly code: 'unknown-assignment' }
  | { readonly code: 'in-future' }
  | { readonly code: 'ends-before-start' }
  | { readonly code: 'implausible-length'; readonly minutes: number }
  | { readonly code: 'overlap'; readonly with: Coupon }
  | { readonly code: 'no-coupon-left' }
  | { readonly code: 'end-report-due' };

/** What is true of a draft that may be saved, said to the tutor before she confirms. */
export interface CouponOutlook {
  readonly late: boolean;
  /** The last instant at which it counts as on time: 23:59:59.999 Paris on the month's last day. */
  readonly deadline: Date;
  readonly couponsLeftAfter: number;
  /** Saving it makes the start report due (A045). */
  readonly opensStartReport: boolean;
}

export interface CouponService {
  /** Checks a draft against the rules without saving. */
  check(personId: string, draft: CouponDraft, now: Date): Promise<Result<CouponOutlook, CouponFault>>;
  /** Saves once per idempotency key; the same key again returns the same coupon. Tells advisors through the outbox. */
  enter(command: {
    idempotencyKey: string;
    personId: string;
    draft: CouponDraft;
    now: Date;
  }): Promise<Result<Coupon, CouponFault>>;
  ofPerson(personId: string): Promise<readonly Coupon[]>;
  /** With who and for whom; null when there is none of that id or reference. */
  find(idOrReference: string): Promise<CouponRow | null>;
  /** Newest first, with who and for whom: what an advisor of these desks sees. */
  recent(deskIds: readonly string[], limit: number): Promise<readonly CouponRow[]>;
  /**
   * Every coupon of the lessons of a month, in the order of the lessons, read page by page: the file for payroll.
   *
   * @param month as 2026-11, reckoned in Europe/Paris as the deadline is (@see isMonth); null: every month.
   */
  ofMonth(deskIds: readonly string[], month: string | null): AsyncIterable<CouponRow>;
  /**
   * Refuses a saved coupon, once, with a reason that the tutor is told in the chat. The same refusal again is the same coupon; another
   * advisor's, or another reason, is `already-rejected`.
   */
  reject(command: {
    couponId: string;
    advisorId: string;
    reason: string;
    now: Date;
  }): Promise<Result<CouponRow, RejectFault>>;
  /**
   * Plans the reminders of month end that are near (see reminders.ts) for everybody whom they concern. Planned again, they are planned once.
   *
   * @returns how many people are to be reminded.
   */
  planReminders(now: Date): Promise<number>;
}

export type RejectFault =
  { readonly code: 'not-found' } | { readonly code: 'already-rejected'; readonly current: CouponRow };

export interface CouponRow extends Coupon {
  readonly deskId: DeskId;
  readonly personName: string;
  readonly family: string;
  readonly pupil: string;
  readonly subject: string;
}
