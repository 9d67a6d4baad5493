import { DESK_IDS } from '../desks/types';
import { oneOf } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import type { Coupon, CouponRow } from './types';

const STATUSES = ['saved', 'rejected'] as const;

/** A coupon as it is read from the database. */
export const toCoupon = (row: Prisma.CouponModel): Coupon => ({
  id: row.id,
  reference: row.reference,
  assignmentId: row.assignmentId,
  personId: row.personId,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  status: oneOf(STATUSES, row.status, 'Coupon.status'),
  late: row.late,
  createdAt: row.createdAt,
  rejection: row.rejectedAt === null ? null : { reason: row.rejectedReason ?? '', at: row.rejectedAt },
});

/** What a coupon is read with where an advisor sees it: who gave the lesson, and to whom. */
export const ROW_PARTS = {
  person: { select: { displayName: true, deskId: true } },
  assignment: { select: { family: true, pupil: true, subject: true } },
} satisfies Prisma.CouponInclude;

/** A coupon with who and for whom. */
export const toCouponRow = (row: Prisma.CouponGetPayload<{ include: typeof ROW_PARTS }>): CouponRow => ({
  ...toCoupon(row),
  deskId: oneOf(DESK_IDS, row.person.deskId, 'Person.deskId'),
  personName: row.person.displayName,
  family: row.assignment.family,
  pupil: row.assignment.pupil,
  subject: row.assignment.subject,
});
