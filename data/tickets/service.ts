import { inTransaction, type Database, type Transaction } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import type { Result } from '../result';
import type { ChangeFeed } from '../services';
import { current, move, record, settledMeanwhile } from './changes';
import { fileTicket } from './file';
import { conversationToTell, destination, mergedInto } from './merge';
import { requesterWrote, write } from './messages';
import { changePriority } from './priority';
import { proposeAppointment } from './proposal';
import { parseReference } from './reference';
import { changeTopic } from './topic';
import { toEvent, toMessage, toTicket } from './rows';
import type { Ticket, TicketFault, TicketService } from './types';

/** Tickets: every command is one transaction with its history and what must be told; live screens hear of it after the commit. */
export function createTicketService(db: Database, feed: ChangeFeed): TicketService {
  const announce = (ticket: Pick<Ticket, 'id' | 'deskId'>): void =>
    feed.publish({ kind: 'ticket', deskId: ticket.deskId, ticketId: ticket.id });

  /** Runs a command on one ticket and announces it when it was done. */
  async function change<T, F>(
    ticketId: string,
    work: (tx: Transaction) => Promise<Result<T, F>>,
  ): Promise<Result<T, F>> {
    const result = await inTransaction(db, work);
    if (result.ok) {
      const ticket = await db.ticket.findUnique({ where: { id: ticketId } });
      if (ticket) announce(toTicket(ticket));
    }
    return result;
  }

  return {
    async file(ticket) {
      const filed = await inTransaction(db, (tx) => fileTicket(tx, ticket));
      announce(filed);
      return filed;
    },
    async find(idOrReference) {
      const reference = parseReference(idOrReference);
      const row = await db.ticket.findUnique({
        where: reference ? { reference } : { id: idOrReference },
      });
      return row && toTicket(row);
    },
    destination: (ticketId) => destination(db, ticketId),
    async conversationToTell(ticketId) {
      const row = await db.ticket.findUnique({ where: { id: ticketId } });
      return row && conversationToTell(db, toTicket(row));
    },
    mergedInto: (ticketId) => mergedInto(db, ticketId),
    async messages(ticketId) {
      const rows = await db.ticketMessage.findMany({ where: { ticketId }, orderBy: { position: 'asc' } });
      return rows.map(toMessage);
    },
    async events(ticketId) {
      const rows = await db.ticketEvent.findMany({ where: { ticketId }, orderBy: { position: 'asc' } });
      return rows.map(toEvent);
    },
    ofPerson: (personId) => newestFirst(db, { personId }),
    ofConversation: (conversationId) => newestFirst(db, { conversationId }),
    write: (command) => change(command.ticketId, (tx) => write(tx, command)),
    requesterWrote: async (command) => {
      const goesOn = await destination(db, command.ticketId);
      return change(goesOn?.id ?? command.ticketId, (tx) => requesterWrote(tx, command));
    },
    proposeAppointment: (command) => change(command.ticketId, (tx) => proposeAppointment(tx, command)),
    assign: (command) => change(command.ticketId, (tx) => assign(tx, command)),
    changePriority: (command) => change(command.ticketId, (tx) => changePriority(tx, command)),
    changeTopic: (command) => change(command.ticketId, (tx) => changeTopic(tx, command)),
    changeStatus: (command) => change(command.ticketId, (tx) => changeStatus(tx, command)),
  };
}

async function newestFirst(db: Database, where: Prisma.TicketWhereInput): Promise<readonly Ticket[]> {
  const rows = await db.ticket.findMany({ where, orderBy: [{ createdAt: 'desc' }, { reference: 'desc' }] });
  return rows.map(toTicket);
}

/** Taking a new ticket opens it, also one that she was given by itself; giving it back leaves it open. */
async function assign(
  tx: Transaction,
  command: Parameters<TicketService['assign']>[0],
): Promise<Result<Ticket, TicketFault>> {
  const found = await current(tx, command.ticketId, command.expectedVersion);
  if (!found.ok)
    return settledMeanwhile(found.fault, (now) => now.assigneeId === command.assigneeId) ?? found;
  const ticket = found.value;
  const actor = { kind: 'advisor', id: command.advisorId } as const;
  if (ticket.assigneeId === command.assigneeId) {
    const takesOver = ticket.status === 'new' && command.assigneeId === command.advisorId;
    return takesOver ? move(tx, ticket, 'open', actor, command.now) : found;
  }
  const row = await tx.ticket.update({
    where: { id: ticket.id },
    data: { assigneeId: command.assigneeId, updatedAt: command.now, version: { increment: 1 } },
  });
  const detail = { from: ticket.assigneeId, to: command.assigneeId };
  await record(tx, ticket, 'assigned', actor, detail, command.now);
  const assigned = toTicket(row);
  return command.assigneeId !== null && assigned.status === 'new'
    ? move(tx, assigned, 'open', actor, command.now)
    : { ok: true, value: assigned };
}

async function changeStatus(
  tx: Transaction,
  command: Parameters<TicketService['changeStatus']>[0],
): Promise<Result<Ticket, TicketFault>> {
  const found = await current(tx, command.ticketId, command.expectedVersion);
  if (!found.ok) return settledMeanwhile(found.fault, (now) => now.status === command.to) ?? found;
  const moved = await move(tx, found.value, command.to, command.actor, command.now);
  if (moved.ok && command.to === 'open' && command.actor.kind === 'requester') {
    await tx.ticket.update({
      where: { id: command.ticketId },
      data: { waitingSince: found.value.waitingSince ?? command.now },
    });
  }
  return moved;
}
