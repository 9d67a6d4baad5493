import type { Database } from '../../prisma/database';
import { Prisma } from '../../prisma/generated/client';
import type { TicketStatus } from '../types';
import { COUNT_LIMIT, type QueueCounts } from './types';

const ACTIVE: readonly TicketStatus[] = ['new', 'open', 'waiting'];
const SETTLED: readonly TicketStatus[] = ['solved', 'closed'];

interface Group {
  readonly deskId: string;
  readonly category: string;
  readonly status: string;
  readonly all: number | bigint;
  readonly hers: number | bigint;
  readonly nobodys: number | bigint;
}

/** How many tickets each view has. Only what is still to be done is counted out. */
export async function countQueue(
  db: Database,
  deskIds: readonly string[],
  advisorId: string,
  now: Date,
): Promise<QueueCounts> {
  if (deskIds.length === 0) {
    return { mine: 0, unassigned: 0, open: 0, overdue: 0, waiting: 0, solved: 0, groups: [] };
  }
  const [groups, overdue, solved] = await Promise.all([
    db.$queryRaw<Group[]>(groupsQuery(deskIds, advisorId)),
    db.ticket.count({ where: { deskId: { in: [...deskIds] }, dueAt: { lt: now } } }),
    countSettled(db, deskIds),
  ]);
  const sum = (column: 'all' | 'hers' | 'nobodys', ...statuses: readonly string[]): number =>
    groups
      .filter(({ status }) => statuses.includes(status))
      .reduce((total, group) => total + Number(group[column]), 0);
  return {
    mine: sum('hers', ...ACTIVE),
    unassigned: sum('nobodys', ...ACTIVE),
    open: sum('all', 'new', 'open'),
    overdue,
    waiting: sum('all', 'waiting'),
    solved,
    groups: openGroups(groups),
  };
}

/** Desk by desk and state by state the index hands the categories over in order: nothing is sorted, no row is read. */
export function groupsQuery(deskIds: readonly string[], advisorId: string): Prisma.Sql {
  const branches = deskIds.flatMap((deskId) =>
    ACTIVE.map(
      (status) => Prisma.sql`
        SELECT "deskId", "status", "category", COUNT(*) AS "all",
          SUM(CASE WHEN "assigneeId" = ${advisorId} THEN 1 ELSE 0 END) AS "hers",
          SUM(CASE WHEN "assigneeId" IS NULL THEN 1 ELSE 0 END) AS "nobodys"
        FROM "Ticket" WHERE "deskId" = ${deskId} AND "status" = ${status} GROUP BY "deskId", "status", "category"`,
    ),
  );
  return Prisma.join(branches, ' UNION ALL ');
}

async function countSettled(db: Database, deskIds: readonly string[]): Promise<number> {
  const rows = await db.$queryRaw<{ count: number | bigint }[]>(settledQuery(deskIds));
  return Math.min(Number(rows[0]?.count ?? 0), COUNT_LIMIT);
}

export function settledQuery(deskIds: readonly string[]): Prisma.Sql {
  const branches = deskIds.flatMap((deskId) =>
    SETTLED.map(
      (status, index) => Prisma.sql`
        SELECT 1 AS one FROM (SELECT 1 FROM "Ticket" WHERE "deskId" = ${deskId} AND "status" = ${status}
        LIMIT ${COUNT_LIMIT}) AS ${Prisma.raw(`s${index}`)}`,
    ),
  );
  return Prisma.sql`SELECT COUNT(*) AS "count" FROM (${Prisma.join(branches, ' UNION ALL ')}) AS u`;
}

function openGroups(groups: readonly Group[]): QueueCounts['groups'] {
  const open = new Map<string, QueueCounts['groups'][number]>();
  for (const { deskId, category, status, all } of groups) {
    if (status === 'waiting') continue;
    const key = `${deskId} ${category}`;
    open.set(key, { deskId, category, open: (open.get(key)?.open ?? 0) + Number(all) });
  }
  return [...open.values()];
}
