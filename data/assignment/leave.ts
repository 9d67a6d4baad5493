import { inTransaction, type Database, type Transaction } from '../prisma/database';
import type { ChangeFeed } from '../services';
import { leaveTicket } from './assign';

const UNSETTLED = ['new', 'open', 'waiting'];

/** Requests in the hands of somebody who answers no longer, or not on their desk, by advisor and desk. */
async function leftBehind(
  db: Database,
  advisorId: string | null,
): Promise<readonly { readonly assigneeId: string; readonly deskId: string }[]> {
  const held = await db.ticket.groupBy({
    by: ['assigneeId', 'deskId'],
    where: { assigneeId: advisorId ?? { not: null }, status: { in: UNSETTLED } },
  });
  const pairs = held.flatMap(({ assigneeId, deskId }) =>
    assigneeId === null ? [] : [{ assigneeId, deskId }],
  );
  const advisors = await db.advisor.findMany({
    where: { id: { in: pairs.map(({ assigneeId }) => assigneeId) }, active: true },
    select: { id: true, desks: { select: { deskId: true } } },
  });
  return pairs.filter(
    ({ assigneeId, deskId }) =>
      !advisors.some(({ id, desks }) => id === assigneeId && desks.some((desk) => desk.deskId === deskId)),
  );
}

/** The requests that are to go to others, of everybody or of one advisor. */
export async function ticketsLeftBehind(
  db: Database,
  limit: number,
  advisorId: string | null = null,
): Promise<readonly { readonly id: string; readonly deskId: string }[]> {
  const pairs = await leftBehind(db, advisorId);
  if (pairs.length === 0) return [];
  return db.ticket.findMany({
    where: { OR: pairs.map((pair) => ({ ...pair })), status: { in: UNSETTLED } },
    orderBy: { updatedAt: 'asc' },
    take: limit,
    select: { id: true, deskId: true },
  });
}

/** No call waits for more than these; the watch does the rest. */
const AT_ONCE = 50;

/** Gives the requests of somebody who has left to others: at once a few of them, the others within seconds. */
export async function leaveTickets(
  db: Database,
  feed: ChangeFeed,
  advisorId: string,
  now: Date,
): Promise<void> {
  for (const { id, deskId } of await ticketsLeftBehind(db, AT_ONCE, advisorId)) {
    const moved = await inTransaction(db, (tx: Transaction) => leaveTicket(tx, id, now));
    if (moved) feed.publish({ kind: 'ticket', deskId, ticketId: id });
  }
}
