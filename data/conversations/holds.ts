import { DESK_IDS } from '../desks/types';
import { enqueue } from '../outbox/enqueue';
import { inTransaction, oneOf, type Database, type Transaction } from '../prisma/database';
import { ok, refused, type Result } from '../result';
import type { ChangeFeed } from '../services';
import { move, record, type Actor } from '../tickets/changes';
import { toTicket } from '../tickets/rows';
import { canBeTaken, endOfHold } from './hold-rules';
import type { Hold, HoldEnd, HoldFault, HoldService } from './hold-types';

type Take = Parameters<HoldService['take']>[0];
type Release = Parameters<HoldService['release']>[0];

/** Where one advisor talks to one person: not in a group, nor in a channel. */
const CHATS = {
  channel: { in: ['webchat', 'teams'] },
  OR: [{ scope: null }, { scope: 'personal' }],
};

/** Chats that advisors answer themselves. What of a hold is not on the conversation is read from the ticket's history. */
export function createHoldService(db: Database, feed: ChangeFeed): HoldService {
  const announce = (hold: Hold): void =>
    feed.publish({ kind: 'ticket', deskId: hold.deskId, ticketId: hold.ticketId });

  const service: HoldService = {
    of: (conversationId) => holdOf(db, conversationId),
    async canTake(ticketId) {
      const ticket = await db.ticket.findUnique({ where: { id: ticketId } });
      return ticket !== null && canBeTaken(toTicket(ticket).status) && (await chatOf(db, ticket)) !== null;
    },
    async take(command) {
      const taken = await inTransaction(db, (tx) => take(tx, command));
      if (taken.ok) announce(taken.value);
      return taken;
    },
    async release(command) {
      const released = await inTransaction(db, (tx) => release(tx, command));
      if (released !== null) announce(released);
      return released;
    },
    async releaseAllOf(advisorId, reason, now) {
      const held = await db.conversation.findMany({ where: { heldById: advisorId }, select: { id: true } });
      for (const { id } of held) await service.release({ conversationId: id, advisorId, reason, now });
      return held.length;
    },
    async watch(now, limit) {
      const held = await db.conversation.findMany({
        where: { heldById: { not: null } },
        select: { id: true },
        orderBy: { heldSince: 'asc' },
      });
      let released = 0;
      for (const { id } of held) {
        if (released >= limit) break;
        const hold = await inTransaction(db, (tx) => lapse(tx, id, now));
        if (hold === null) continue;
        released += 1;
        announce(hold);
      }
      return released;
    },
  };
  return service;
}

async function take(tx: Transaction, command: Take): Promise<Result<Hold, HoldFault>> {
  const { advisor, from, now } = command;
  const row = await tx.ticket.findUnique({ where: { id: command.ticketId } });
  if (row === null) return refused({ code: 'not-found' });
  const ticket = toTicket(row);
  const conversationId = await chatOf(tx, row);
  if (conversationId === null) return refused({ code: 'no-chat' });
  if (!canBeTaken(ticket.status)) return refused({ code: 'ended', status: ticket.status });
  const held = await holdOf(tx, conversationId);
  if (held?.advisor.id === advisor.id) return ok(held);
  if (held !== null && held.advisor.id !== from) return refused({ code: 'held', by: held });
  const actor: Actor & { kind: 'advisor' } = { kind: 'advisor', id: advisor.id };
  await tx.conversation.update({
    where: { id: conversationId },
    data: { heldById: advisor.id, heldSince: now },
  });
  await record(tx, ticket, 'taken-over', actor, { from: held?.advisor.id ?? null, to: advisor.id }, now);
  if (ticket.assigneeId === null) {
    await tx.ticket.update({
      where: { id: ticket.id },
      data: { assigneeId: advisor.id, updatedAt: now, version: { increment: 1 } },
    });
    await record(tx, ticket, 'assigned', actor, { from: null, to: advisor.id }, now);
  }
  if (ticket.status === 'new' || ticket.status === 'solved') {
    const fresh = await tx.ticket.findUniqueOrThrow({ where: { id: ticket.id } });
    await move(tx, toTicket(fresh), 'open', actor, now);
  }
  const hold: Hold = {
    conversationId,
    deskId: ticket.deskId,
    ticketId: ticket.id,
    ticketReference: ticket.reference,
    advisor: { id: advisor.id, name: advisor.name },
    since: now,
  };
  await tell(tx, hold, { change: 'taken', reason: null }, now);
  return ok(hold);
}

async function release(tx: Transaction, command: Release): Promise<Hold | null> {
  const { conversationId, advisorId, reason, now } = command;
  const hold = await holdOf(tx, conversationId);
  if (hold === null || (advisorId !== null && hold.advisor.id !== advisorId)) return null;
  await tx.conversation.update({
    where: { id: conversationId },
    data: { heldById: null, heldSince: null },
  });
  const ticket = await tx.ticket.findUnique({ where: { id: hold.ticketId } });
  if (ticket !== null) {
    const detail = { from: hold.advisor.id, because: reason };
    await record(tx, ticket, 'handed-back', actorOf(hold, reason, ticket.personId), detail, now);
  }
  // Where she asked for the assistant herself, its answer says so.
  if (reason !== 'requester') await tell(tx, hold, { change: 'handed-back', reason }, now);
  return hold;
}

function actorOf(hold: Hold, reason: HoldEnd, personId: string | null): Actor {
  if (reason === 'advisor' || reason === 'signed-out') return { kind: 'advisor', id: hold.advisor.id };
  return reason === 'requester' ? { kind: 'requester', id: personId } : { kind: 'assistant', id: null };
}

/** Hands one conversation back when its hold has come to an end. */
async function lapse(tx: Transaction, conversationId: string, now: Date): Promise<Hold | null> {
  const hold = await holdOf(tx, conversationId);
  if (hold === null) return null;
  const ticket = await tx.ticket.findUnique({ where: { id: hold.ticketId } });
  const written = await tx.conversationActivity.findFirst({
    where: { conversationId, author: { in: ['tutor', 'advisor'] }, text: { not: '' } },
    orderBy: { sequence: 'desc' },
    select: { at: true },
  });
  const reason = endOfHold(
    {
      since: hold.since,
      ticketStatus: ticket === null ? 'closed' : toTicket(ticket).status,
      lastWrittenAt: written?.at ?? null,
      advisorSeenAt: await lastSeen(tx, hold.advisor.id, now),
    },
    now,
  );
  return reason === null ? null : release(tx, { conversationId, advisorId: null, reason, now });
}

/** When one of her open sessions was last seen; a fresh one counts from its beginning. */
async function lastSeen(tx: Transaction, advisorId: string, now: Date): Promise<Date | null> {
  const sessions = await tx.advisorSession.findMany({
    where: { advisorId, revokedAt: null, expiresAt: { gt: now }, advisor: { active: true } },
    select: { createdAt: true, lastSeenAt: true },
  });
  const seen = sessions.map(({ createdAt, lastSeenAt }) => (lastSeenAt ?? createdAt).getTime());
  return seen.length === 0 ? null : new Date(Math.max(...seen));
}

/** The conversation in which a ticket's requester can be talked to; null: there is none. */
async function chatOf(
  tx: Transaction | Database,
  ticket: { readonly conversationId: string | null; readonly deskId: string },
): Promise<string | null> {
  if (ticket.conversationId === null) return null;
  const chat = await tx.conversation.findFirst({
    // One that has become another desk's is no longer this ticket's.
    where: { id: ticket.conversationId, deskId: ticket.deskId, ...CHATS },
    select: { id: true },
  });
  return chat?.id ?? null;
}

async function holdOf(tx: Transaction | Database, conversationId: string): Promise<Hold | null> {
  const conversation = await tx.conversation.findUnique({
    where: { id: conversationId },
    select: { deskId: true, heldById: true, heldSince: true },
  });
  if (conversation === null || conversation.heldById === null || conversation.heldSince === null) return null;
  const { heldById, heldSince } = conversation;
  const advisor = await tx.advisor.findUnique({ where: { id: heldById }, select: { name: true } });
  const tickets = await tx.ticket.findMany({ where: { conversationId }, select: { id: true } });
  const taken = await tx.ticketEvent.findFirst({
    where: {
      ticketId: { in: tickets.map(({ id }) => id) },
      kind: 'taken-over',
      actorId: heldById,
      at: heldSince,
    },
    orderBy: { position: 'desc' },
    include: { ticket: true },
  });
  if (taken === null) return null;
  const ticket = await endOfMerges(tx, taken.ticket);
  return {
    conversationId,
    deskId: oneOf(DESK_IDS, conversation.deskId, 'Conversation.deskId'),
    ticketId: ticket.id,
    ticketReference: ticket.reference,
    advisor: { id: heldById, name: advisor?.name ?? '' },
    since: heldSince,
  };
}

type TicketHead = {
  readonly id: string;
  readonly reference: string;
  readonly mergedIntoId: string | null;
};

/** A ticket that was merged meanwhile goes on in another one, and so does what is held from it. */
async function endOfMerges(tx: Transaction | Database, ticket: TicketHead): Promise<TicketHead> {
  const seen = new Set<string>();
  let last = ticket;
  while (last.mergedIntoId !== null && !seen.has(last.id)) {
    seen.add(last.id);
    const next = await tx.ticket.findUnique({ where: { id: last.mergedIntoId } });
    if (next === null) break;
    last = next;
  }
  return last;
}

/** Tells the requester in her conversation, between what was said before and what is said next. */
async function tell(
  tx: Transaction,
  hold: Hold,
  what: { readonly change: 'taken' | 'handed-back'; readonly reason: HoldEnd | null },
  now: Date,
): Promise<void> {
  const { conversationId, ticketReference, advisor } = hold;
  const key = `hold-${conversationId}-${hold.since.getTime()}-${advisor.id}-${what.change}`;
  await enqueue(
    tx,
    {
      kind: 'conversation-hold',
      conversationId,
      activityId: key,
      advisorName: advisor.name,
      ticketReference,
      ...what,
    },
    key,
    now,
  );
}
