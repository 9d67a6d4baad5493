import type { CouponRow } from '../../data/coupons/types';
import type { CouponView } from './contract';

/** A coupon as the advisors' screens show it. */
export const couponView = (row: CouponRow): CouponView => ({
  id: row.id,
  reference: row.reference,
  desk: row.deskId,
  personName: row.personName,
  family: row.family,
  pupil: row.pupil,
  subject: row.subject,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  late: row.late,
  status: row.status,
  rejection: row.rejection && { reason: row.rejection.reason, at: row.rejection.at.toISOString() },
  createdAt: row.createdAt.toISOString(),
});
