import { randomUUID } from 'node:crypto';
import { enqueue } from '../outbox/enqueue';
import { ASSIGNMENT_PARTS, toAssignment } from '../people/service';
import { inTransaction, oneOf, type Database, type Transaction } from '../prisma/database';
import { nextReference } from '../prisma/next-reference';
import type { Prisma } from '../prisma/generated/client';
import { ok, type Result } from '../result';
import type { ChangeFeed } from '../services';
import { checkDraft, isLate, type CouponRecords } from './rules';
import type { Coupon, CouponDraft, CouponFault, CouponService } from './types';

type Enter = Parameters<CouponService['enter']>[0];

const STATUSES = ['saved', 'rejected'] as const;

/** Lesson coupons. The rules are checked again in the transaction that saves, so that what was true at the read-back cannot slip. */
export function createCouponService(db: Database, feed: ChangeFeed): CouponService {
  return {
    async check(personId, draft, now) {
      return checkDraft(draft, await recordsFor(db, personId, draft), now);
    },
    async enter(command) {
      const { result, deskId } = await inTransaction(db, (tx) => enter(tx, command));
      if (result.ok && deskId) feed.publish({ kind: 'coupon', deskId, couponId: result.value.id });
      return result;
    },
    async ofPerson(personId) {
      const rows = await db.coupon.findMany({ where: { personId }, orderBy: [{ startsAt: 'asc' }] });
      return rows.map(toCoupon);
    },
    async recent(deskIds, limit) {
      const rows = await db.coupon.findMany({
        where: { person: { deskId: { in: [...deskIds] } } },
        include: {
          person: { select: { displayName: true } },
          assignment: { select: { family: true, pupil: true, subject: true } },
        },
        orderBy: [{ createdAt: 'desc' }, { reference: 'desc' }],
        take: limit,
      });
      return rows.map((row) => ({
        ...toCoupon(row),
        personName: row.person.displayName,
        family: row.assignment.family,
        pupil: row.assignment.pupil,
        subject: row.assignment.subject,
      }));
    },
  };
}

const toCoupon = (row: Prisma.CouponModel): Coupon => ({
  id: row.id,
  reference: row.reference,
  assignmentId: row.assignmentId,
  personId: row.personId,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  status: oneOf(STATUSES, row.status, 'Coupon.status'),
  late: row.late,
  createdAt: row.createdAt,
});

/** Her assignment, and those of her coupons that could collide with the draft. */
async function recordsFor(tx: Transaction, personId: string, draft: CouponDraft): Promise<CouponRecords> {
  const [assignment, coupons] = await Promise.all([
    tx.assignment.findFirst({ where: { id: draft.assignmentId, personId }, include: ASSIGNMENT_PARTS }),
    tx.coupon.findMany({
      where: { personId, startsAt: { lt: draft.endsAt }, endsAt: { gt: draft.startsAt } },
      orderBy: { startsAt: 'asc' },
    }),
  ]);
  return { assignment: assignment && toAssignment(assignment), coupons: coupons.map(toCoupon) };
}

async function enter(
  tx: Transaction,
  { idempotencyKey, personId, draft, now }: Enter,
): Promise<{ result: Result<Coupon, CouponFault>; deskId: string | null }> {
  const known = await tx.coupon.findUnique({ where: { idempotencyKey } });
  if (known) return { result: ok(toCoupon(known)), deskId: null };
  const checked = checkDraft(draft, await recordsFor(tx, personId, draft), now);
  if (!checked.ok) return { result: checked, deskId: null };
  const row = await tx.coupon.create({
    data: {
      id: randomUUID(),
      reference: await nextReference(tx, 'C', now),
      idempotencyKey,
      assignmentId: draft.assignmentId,
      personId,
      startsAt: draft.startsAt,
      endsAt: draft.endsAt,
      status: 'saved',
      late: isLate(draft.startsAt, now),
      createdAt: now,
    },
    include: { person: { select: { deskId: true } } },
  });
  const deskId = row.person.deskId;
  await enqueue(tx, { kind: 'coupon-entered', couponId: row.id, deskId }, `coupon:${row.id}`, now);
  return { result: ok(toCoupon(row)), deskId };
}
