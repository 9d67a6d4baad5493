import { enqueue } from '../outbox/enqueue';
import { inTransaction, type Database } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import { cancelNotices, scheduleNotice } from './schedule';
import type { Notice, NoticeService, ScheduledNotice } from './types';

/** Notices for later, and what people do not want to be told. */
export function createNoticeService(db: Database): NoticeService {
  return {
    schedule: (command) => inTransaction(db, (tx) => scheduleNotice(tx, command)),
    async release(now, limit) {
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

/** From the plan to the outbox, once, whoever else looks at the same time. */
function releaseOne(db: Database, row: Prisma.ScheduledNoticeModel, now: Date): Promise<void> {
  return inTransaction(db, async (tx) => {
    const { count } = await tx.scheduledNotice.updateMany({
      where: { id: row.id, status: 'waiting' },
      data: { status: 'released' },
    });
    if (count === 0) return;
    const { id, personId, conversationId, notice } = toScheduled(row);
    if (notice.kind === 'appointment-reminder') {
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
