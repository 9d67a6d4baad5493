import { randomUUID } from 'node:crypto';
import { enqueue } from '../outbox/enqueue';
import { ASSIGNMENT_PARTS, toAssignment } from '../people/service';
import { inTransaction, type Database, type Transaction } from '../prisma/database';
import { nextReference } from '../prisma/next-reference';
import type { Prisma } from '../prisma/generated/client';
import { ok, type Result } from '../result';
import type { ChangeFeed } from '../services';
import { planReminders } from './plan-reminders';
import { reject } from './reject';
import { ROW_PARTS, toCoupon, toCouponRow } from './rows';
import { checkDraft, isLate, monthSpan, type CouponRecords } from './rules';
import type { Coupon, CouponDraft, CouponFault, CouponRow, CouponService } from './types';

type Enter = Parameters<CouponService['enter']>[0];

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
    async find(idOrReference) {
      const row = await db.coupon.findFirst({
        where: { OR: [{ id: idOrReference }, { reference: idOrReference }] },
        include: ROW_PARTS,
      });
      return row && toCouponRow(row);
    },
    async recent(deskIds, limit) {
      const rows = await db.coupon.findMany({
        where: { person: { deskId: { in: [...deskIds] } } },
        include: ROW_PARTS,
        orderBy: [{ createdAt: 'desc' }, { reference: 'desc' }],
        take: limit,
      });
      return rows.map(toCouponRow);
    },
    ofMonth: (deskIds, month) => ofMonth(db, deskIds, month),
    async reject(command) {
      const { result, written } = await inTransaction(db, (tx) => reject(tx, command));
      if (result.ok && written) {
        feed.publish({ kind: 'coupon', deskId: result.value.deskId, couponId: result.value.id });
      }
      return result;
    },
    planReminders: (now) => planReminders(db, now),
  };
}

/** Rows read at once for a file. */
const PAGE = 500;

async function* ofMonth(
  db: Database,
  deskIds: readonly string[],
  month: string | null,
): AsyncGenerator<CouponRow, void, undefined> {
  const span = month === null ? null : monthSpan(month);
  const startsAt = span === null ? undefined : { gte: span.from, lt: span.before };
  let after: string | null = null;
  for (;;) {
    const rows: Prisma.CouponGetPayload<{ include: typeof ROW_PARTS }>[] = await db.coupon.findMany({
      where: { startsAt, person: { deskId: { in: [...deskIds] } } },
      include: ROW_PARTS,
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      take: PAGE,
      ...(after !== null && { cursor: { id: after }, skip: 1 }),
    });
    yield* rows.map(toCouponRow);
    const last = rows[rows.length - 1];
    if (last === undefined || rows.length < PAGE) return;
    after = last.id;
  }
}

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
