import { DESK_IDS } from '../desks/types';
import { inTransaction, oneOf, type Database } from '../prisma/database';
import type { ChangeFeed } from '../services';
import { link, linksOf, unlink } from './links';
import { merge, unmerge } from './merge';
import type { TicketRelations } from './relations';
import { ROW_NAMES, toTicket, toTicketRow } from './rows';
import { split } from './split';
import type { Ticket, TicketStatus } from './types';

const ONGOING: TicketStatus[] = ['new', 'open', 'waiting'];
/** Duplicates that are suggested at once. */
const MOST_SUGGESTED = 10;

/** What binds tickets to each other. Live screens hear of every ticket that a command has touched. */
export function createTicketRelations(db: Database, feed: ChangeFeed): TicketRelations {
  async function announce(...ids: readonly (string | null)[]): Promise<void> {
    const rows = await db.ticket.findMany({ where: { id: { in: ids.filter((id) => id !== null) } } });
    for (const { id, deskId } of rows) feed.publish({ kind: 'ticket', deskId, ticketId: id });
  }

  return {
    async duplicatesOf(ticketId) {
      const ticket = await db.ticket.findUnique({ where: { id: ticketId } });
      if (!ticket) return [];
      const { deskId, personId, conversationId } = ticket;
      if (personId === null && conversationId === null) return [];
      const rows = await db.ticket.findMany({
        where: {
          deskId,
          id: { not: ticketId },
          status: { in: ONGOING },
          ...(personId === null ? { personId: null, conversationId } : { personId }),
        },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      });
      return rows
        .map(toTicket)
        .sort((one, other) => likeness(other, ticket) - likeness(one, ticket))
        .slice(0, MOST_SUGGESTED);
    },
    async merge(command) {
      const merged = await inTransaction(db, (tx) => merge(tx, command));
      if (merged.ok) await announce(command.ticketId, command.intoId);
      return merged;
    },
    async unmerge(command) {
      const into = await db.ticket.findUnique({ where: { id: command.ticketId } });
      const apart = await inTransaction(db, (tx) => unmerge(tx, command));
      if (apart.ok) await announce(command.ticketId, into?.mergedIntoId ?? null);
      return apart;
    },
    async split(command) {
      const second = await inTransaction(db, (tx) => split(tx, command));
      if (second.ok) await announce(command.ticketId, second.value.id);
      return second;
    },
    links: (ticketId) => linksOf(db, ticketId),
    async link(command) {
      const linked = await inTransaction(db, (tx) => link(tx, command));
      if (linked.ok) await announce(command.ticketId, command.otherId);
      return linked;
    },
    async unlink(command) {
      const unlinked = await inTransaction(db, (tx) => unlink(tx, command));
      if (unlinked.ok) await announce(command.ticketId, command.otherId);
      return unlinked;
    },
    async ofSameTopic(ticketId, limit) {
      const ticket = await db.ticket.findUnique({ where: { id: ticketId } });
      if (!ticket) return [];
      const rows = await db.ticket.findMany({
        where: { deskId: ticket.deskId, topicId: ticket.topicId, status: { in: ONGOING } },
        include: ROW_NAMES,
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        take: limit,
      });
      return rows.map(toTicketRow);
    },
    async onTopicsOf(ticketIds, deskIds, limit) {
      const topics = await db.ticket.findMany({
        where: { id: { in: [...ticketIds] }, deskId: { in: [...deskIds] }, status: { in: ONGOING } },
        distinct: ['deskId', 'topicId'],
        select: { deskId: true, topicId: true },
      });
      if (topics.length === 0) return [];
      const rows = await db.ticket.findMany({
        where: { status: { in: ONGOING }, OR: topics },
        select: { id: true, subject: true, topicId: true, deskId: true, createdAt: true },
        orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
        take: limit,
      });
      return rows.map((row) => ({ ...row, deskId: oneOf(DESK_IDS, row.deskId, 'Ticket.deskId') }));
    },
  };
}

/** How likely two tickets of one person are the same request: about the same topic, at least of one category, or neither. */
function likeness(ticket: Ticket, other: { readonly topicId: string; readonly category: string }): number {
  if (ticket.topicId === other.topicId) return 2;
  return ticket.category === other.category ? 1 : 0;
}
