import { randomUUID } from 'node:crypto';
import { toJson, type Transaction } from '../prisma/database';
import type { Notice, NoticeTarget } from './types';

/**
 * Plans a notice in the transaction that makes it true.
 *
 * @param status held: not due before its conversation is the assistant's again.
 * @param command.dedupeKey starts with what it is about (`appointment:ID:`), so that it can be cancelled with it; the same key again plans nothing.
 */
export async function scheduleNotice(
  tx: Transaction,
  command: { dedupeKey: string; target: NoticeTarget; notice: Notice; dueAt: Date; now: Date },
  status: 'waiting' | 'held' = 'waiting',
): Promise<void> {
  const { dedupeKey, target, notice, dueAt, now } = command;
  const known = await tx.scheduledNotice.findUnique({ where: { dedupeKey }, select: { id: true } });
  if (known) return;
  await tx.scheduledNotice.create({
    data: {
      id: randomUUID(),
      dedupeKey,
      personId: target.personId,
      conversationId: target.conversationId,
      kind: notice.kind,
      notice: toJson(notice),
      dueAt,
      status,
      createdAt: now,
    },
  });
}

/** Cancels every waiting notice whose dedupeKey starts with a prefix. */
export async function cancelNotices(tx: Transaction, dedupePrefix: string): Promise<void> {
  await tx.scheduledNotice.updateMany({
    where: { dedupeKey: { startsWith: dedupePrefix }, status: 'waiting' },
    data: { status: 'cancelled' },
  });
}
