import { enqueue } from '../outbox/enqueue';
import type { Transaction } from '../prisma/database';
import { redact } from '../redaction';
import { ok, refused, type Result } from '../result';
import { ROW_PARTS, toCouponRow } from './rows';
import type { CouponRow, CouponService, RejectFault } from './types';

type Reject = Parameters<CouponService['reject']>[0];

/**
 * Refuses a saved coupon and has the tutor told, in one transaction.
 *
 * @returns also whether anything was written: the same refusal again writes nothing.
 */
export async function reject(
  tx: Transaction,
  { couponId, advisorId, now, ...command }: Reject,
): Promise<{ readonly result: Result<CouponRow, RejectFault>; readonly written: boolean }> {
  const reason = redact(command.reason);
  const row = await tx.coupon.findUnique({ where: { id: couponId }, include: ROW_PARTS });
  if (row === null) return { result: refused({ code: 'not-found' }), written: false };
  if (row.status === 'rejected') {
    const current = toCouponRow(row);
    const isSame = row.rejectedById === advisorId && row.rejectedReason === reason;
    return {
      result: isSame ? ok(current) : refused({ code: 'already-rejected', current }),
      written: false,
    };
  }
  const after = await tx.coupon.update({
    where: { id: couponId },
    data: { status: 'rejected', rejectedReason: reason, rejectedById: advisorId, rejectedAt: now },
    include: ROW_PARTS,
  });
  const noticeId = `coupon-rejected-${couponId}`;
  await enqueue(
    tx,
    {
      kind: 'notice',
      noticeId,
      personId: row.personId,
      conversationId: null,
      notice: { kind: 'coupon-rejected', couponId, reason },
    },
    noticeId,
    now,
  );
  return { result: ok(toCouponRow(after)), written: true };
}
