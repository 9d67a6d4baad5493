import { enqueue } from '../outbox/enqueue';
import { inTransaction, type Database, type Transaction } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import { cancelNotices, scheduleNotice } from './schedule';
import type { Notice, NoticeService, ScheduledNotice } from './types';

/** Notices for later, and what people do not want to be told. */
export function createNoticeService(db: Database): NoticeService {
  return {
    schedule: (command) => inTransaction(db, (tx) => scheduleNotice(tx, command)),
    holdBack: (command) => inTransaction(db, (tx) => holdBack(tx, command)),
    async release(now, limit) {
      await freeHeld(db, now);
      const due = await db.scheduledNotice.findMany({
        where: { status: 'waiting', dueAt: { lte: now } },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
        take: limit,
      });
      for (const row of due) await releaseOne(db, row, now);
      return due.length;
    },
    async waiting(personId) {
      const rows = await db.scheduledNotice.findMany({
        where: { personId, status: 'waiting' },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(toScheduled);
    },
    async planned(dedupePrefix) {
      const rows = await db.scheduledNotice.findMany({
        where: { dedupeKey: { startsWith: dedupePrefix }, status: 'waiting' },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(toScheduled);
    },
    cancel: (dedupePrefix) => inTransaction(db, (tx) => cancelNotices(tx, dedupePrefix)),
    async refuse(personId, kind, refused, now) {
      const id = { personId_kind: { personId, kind } };
      if (refused) {
        await db.noticeRefusal.upsert({
          where: id,
          create: { personId, kind, refusedAt: now },
          update: {},
        });
      } else {
        await db.noticeRefusal.deleteMany({ where: { personId, kind } });
      }
    },
    async refuses(personId, kind) {
      return (await db.noticeRefusal.count({ where: { personId, kind } })) > 0;
    },
  };
}

const toScheduled = (row: Prisma.ScheduledNoticeModel): ScheduledNotice => ({
  id: row.id,
  personId: row.personId,
  conversationId: row.conversationId,
  notice: row.notice as Notice,
  dueAt: row.dueAt,
});

/** How the keys of notices begin that were due while an advisor answered the chat. */
const HELD = 'held:';

async function holdBack(
  tx: Transaction,
  { noticeId, target, notice, now }: Parameters<NoticeService['holdBack']>[0],
): Promise<boolean> {
  const dedupeKey = `${HELD}${noticeId}`;
  if ((await tx.scheduledNotice.count({ where: { dedupeKey } })) > 0) return true;
  const held = { id: target.conversationId, heldById: { not: null } };
  if ((await tx.conversation.count({ where: held })) === 0) return false;
  await scheduleNotice(tx, { dedupeKey, target, notice, dueAt: now, now }, 'held');
  return true;
}

/** What was held back is due where nobody holds the conversation any more, whichever way that ended. */
async function freeHeld(db: Database, now: Date): Promise<void> {
  const held = await db.conversation.findMany({ where: { heldById: { not: null } }, select: { id: true } });
  await db.scheduledNotice.updateMany({
    where: { status: 'held', conversationId: { notIn: held.map(({ id }) => id) } },
    data: { status: 'waiting', dueAt: now },
  });
}

/** From the plan to the outbox, once, whoever else looks at the same time. */
function releaseOne(db: Database, row: Prisma.ScheduledNoticeModel, now: Date): Promise<void> {
  return inTransaction(db, async (tx) => {
    const { count } = await tx.scheduledNotice.updateMany({
      where: { id: row.id, status: 'waiting' },
      data: { status: 'released' },
    });
    if (count === 0) return;
    const { id, personId, conversationId, notice } = toScheduled(row);
    // One that was held back has had its mail when it was first due.
    if (notice.kind === 'appointment-reminder' && !row.dedupeKey.startsWith(HELD)) {
      const { appointmentId, sequence, before: occasion } = notice;
      await enqueue(tx, { kind: 'appointment-mail', appointmentId, sequence, occasion }, `mail:${id}`, now);
    }
    const refused =
      personId !== null && (await tx.noticeRefusal.count({ where: { personId, kind: row.kind } })) > 0;
    if (refused) return;
    await enqueue(
      tx,
      { kind: 'notice', noticeId: id, personId, conversationId, notice },
      `notice:${id}`,
      now,
    );
  });
}
