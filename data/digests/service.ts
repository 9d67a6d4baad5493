import { toAdvisor, WITH_DESKS } from '../advisors/rows';
import { toDesk, WITH_EXCEPTIONS } from '../desks/rows';
import { enqueue } from '../outbox/enqueue';
import { inTransaction, oneOf, type Database } from '../prisma/database';
import { toTicket } from '../tickets/rows';
import { DEFAULT_DIGEST, DIGEST_MODES, isDigestDue, type DigestMode } from './rules';
import type { DigestService } from './types';

const modeOf = (value: string | null): DigestMode =>
  value === null ? DEFAULT_DIGEST : oneOf(DIGEST_MODES, value, 'Advisor.digest');

/** Summaries of what waits, planned from the records. */
export function createDigestService(db: Database): DigestService {
  return {
    async mode(advisorId) {
      const row = await db.advisor.findUniqueOrThrow({ where: { id: advisorId }, select: { digest: true } });
      return modeOf(row.digest);
    },
    async setMode(advisorId, mode) {
      await db.advisor.update({ where: { id: advisorId }, data: { digest: mode } });
    },
    async watch(now, limit) {
      const rows = await db.advisor.findMany({
        where: { active: true, OR: [{ digest: null }, { digest: { not: 'off' } }] },
        include: { desks: { include: { desk: { include: WITH_EXCEPTIONS } }, orderBy: { deskId: 'asc' } } },
      });
      const due = rows.filter(({ digest, lastDigestAt, desks }) =>
        desks.some(({ desk }) => isDigestDue(modeOf(digest), toDesk(desk), lastDigestAt, now)),
      );
      for (const { id } of due.slice(0, limit)) await plan(db, id, now);
      return Math.min(due.length, limit);
    },
    async of(advisorId, now) {
      const row = await db.advisor.findUnique({
        where: { id: advisorId, active: true },
        include: WITH_DESKS,
      });
      if (!row) return null;
      const advisor = toAdvisor(row);
      const waiting = { deskId: { in: [...advisor.deskIds] }, status: { in: ['new', 'open'] } };
      const [mine, overdue, unassigned] = await Promise.all([
        db.ticket.findMany({
          where: { ...waiting, assigneeId: advisorId },
          orderBy: { waitingSince: 'asc' },
        }),
        db.ticket.count({ where: { ...waiting, assigneeId: advisorId, dueAt: { lt: now } } }),
        db.ticket.count({ where: { ...waiting, assigneeId: null } }),
      ]);
      if (mine.length === 0 && unassigned === 0) return null;
      return { advisor, mine: mine.map(toTicket), overdue, unassigned };
    },
  };
}

function plan(db: Database, advisorId: string, now: Date): Promise<void> {
  return inTransaction(db, async (tx) => {
    await tx.advisor.update({ where: { id: advisorId }, data: { lastDigestAt: now } });
    const at = now.toISOString();
    await enqueue(tx, { kind: 'advisor-digest', advisorId, at }, `digest:${advisorId}:${at}`, now);
  });
}
