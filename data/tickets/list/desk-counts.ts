import type { Database } from '../../prisma/database';
import { Prisma } from '../../prisma/generated/client';
import type { ChangeFeed } from '../../services';
import { ACTIVE, COUNT_LIMIT, SETTLED } from './types';

/** How many tickets of a desk are in one state, of one category, with one advisor. */
export interface Group {
  readonly deskId: string;
  readonly category: string;
  readonly status: string;
  readonly assigneeId: string | null;
  readonly count: number;
}

/** What one desk has, for all of its advisors. */
export interface DeskCounts {
  /** What is still to be done. */
  readonly groups: readonly Group[];
  /** Solved and closed, up to COUNT_LIMIT of each. */
  readonly settled: number;
  readonly overdue: number;
  /** When one more is overdue; null: none will be by itself. */
  readonly nextDue: Date | null;
}

interface Kept {
  readonly at: Date;
  readonly counts: Promise<DeskCounts>;
}

/** Milliseconds. What another process changes, an import for example, is not announced in this one. */
const LONGEST_KEPT = 10_000;

/** Counts desk by desk, once for everybody who looks at it, and again when a ticket of the desk has changed or a deadline has passed. */
export class DeskCounters {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly db: Database,
    feed: Pick<ChangeFeed, 'subscribe'>,
  ) {
    feed.subscribe((change) => {
      if (change.kind === 'ticket') this.kept.delete(change.deskId);
    });
  }

  async of(deskId: string, now: Date): Promise<DeskCounts> {
    const kept = this.kept.get(deskId);
    if (kept && Math.abs(now.getTime() - kept.at.getTime()) <= LONGEST_KEPT) {
      const counts = await kept.counts;
      if (now >= kept.at && (counts.nextDue === null || now <= counts.nextDue)) return counts;
    }
    return this.count(deskId, now);
  }

  /** A change while it is counted takes the entry away, so that what may be too old is not kept. */
  private count(deskId: string, now: Date): Promise<DeskCounts> {
    const entry: Kept = { at: now, counts: countDesk(this.db, deskId, now) };
    this.kept.set(deskId, entry);
    entry.counts.catch(() => {
      if (this.kept.get(deskId) === entry) this.kept.delete(deskId);
    });
    return entry.counts;
  }
}

async function countDesk(db: Database, deskId: string, now: Date): Promise<DeskCounts> {
  const [groups, settled, overdue, next] = await Promise.all([
    db.$queryRaw<(Omit<Group, 'count'> & { readonly count: number | bigint })[]>(groupsQuery(deskId)),
    db.$queryRaw<{ readonly count: number | bigint }[]>(settledQuery(deskId)),
    db.ticket.count({ where: { deskId, dueAt: { lt: now } } }),
    db.ticket.findFirst({
      where: { deskId, dueAt: { gte: now } },
      orderBy: { dueAt: 'asc' },
      select: { dueAt: true },
    }),
  ]);
  return {
    groups: groups.map((group) => ({ ...group, count: Number(group.count) })),
    settled: Number(settled[0]?.count ?? 0),
    overdue,
    nextDue: next?.dueAt ?? null,
  };
}

/** State by state the index hands the categories and advisors over in order: nothing is sorted, no row is read. */
export function groupsQuery(deskId: string): Prisma.Sql {
  const branches = ACTIVE.map(
    (status) => Prisma.sql`
      SELECT "deskId", "status", "category", "assigneeId", COUNT(*) AS "count"
      FROM "Ticket" WHERE "deskId" = ${deskId} AND "status" = ${status}
      GROUP BY "deskId", "status", "category", "assigneeId"`,
  );
  return Prisma.join(branches, ' UNION ALL ');
}

export function settledQuery(deskId: string): Prisma.Sql {
  const branches = SETTLED.map(
    (status, index) => Prisma.sql`
      SELECT 1 AS one FROM (SELECT 1 FROM "Ticket" WHERE "deskId" = ${deskId} AND "status" = ${status}
      LIMIT ${COUNT_LIMIT}) AS ${Prisma.raw(`s${index}`)}`,
  );
  return Prisma.sql`SELECT COUNT(*) AS "count" FROM (${Prisma.join(branches, ' UNION ALL ')}) AS u`;
}
