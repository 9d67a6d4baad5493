import { randomUUID } from 'node:crypto';
import { enqueue } from '../outbox/enqueue';
import { toJson, type Transaction } from '../prisma/database';
import { ok, refused, type Result } from '../result';
import { reckonClocks } from '../sla/reckon';
import { announceToChannels } from '../teams/announce';
import { mayMove, solvedAtAfter } from './lifecycle';
import { toTicket } from './rows';
import type { Ticket, TicketEvent, TicketEventKind, TicketFault, TicketStatus } from './types';

/** Who did something to a ticket, for its history. */
export interface Actor {
  readonly kind: TicketEvent['actorKind'];
  readonly id: string | null;
}

/** Writes a line of the ticket's history and tells those who watch it. An advisor who does anything to it has reacted: it is not taken from her. */
export async function record(
  tx: Transaction,
  ticket: { readonly id: string; readonly deskId: string },
  kind: TicketEventKind,
  actor: Actor,
  detail: TicketEvent['detail'],
  now: Date,
): Promise<void> {
  const id = randomUUID();
  if (actor.kind === 'advisor') {
    await tx.ticket.updateMany({
      where: { id: ticket.id, releaseAt: { not: null } },
      data: { releaseAt: null },
    });
  }
  await tx.ticketEvent.create({
    data: {
      id,
      ticketId: ticket.id,
      kind,
      actorKind: actor.kind,
      actorId: actor.id,
      detail: toJson(detail),
      at: now,
    },
  });
  await enqueue(
    tx,
    { kind: 'ticket-changed', ticketId: ticket.id, deskId: ticket.deskId },
    `event:${id}`,
    now,
  );
  await announceToChannels(tx, ticket, id, now);
}

/** The ticket as it stands, or the fault that it is unknown or has been changed by somebody else since it was read. */
export async function current(
  tx: Transaction,
  ticketId: string,
  expectedVersion: number | null,
): Promise<Result<Ticket, TicketFault>> {
  const row = await tx.ticket.findUnique({ where: { id: ticketId } });
  if (!row) return refused({ code: 'not-found' });
  const ticket = toTicket(row);
  return expectedVersion !== null && expectedVersion !== ticket.version
    ? refused({ code: 'conflict', current: ticket })
    : { ok: true, value: ticket };
}

/** A second click on the same button meets the version that the first one made: that is no conflict. */
export const settledMeanwhile = (
  fault: TicketFault,
  isAsWished: (now: Ticket) => boolean,
): Result<Ticket, TicketFault> | null =>
  fault.code === 'conflict' && isAsWished(fault.current) ? ok(fault.current) : null;

/** The fault of a move that the lifecycle does not know. */
export const transitionRefused = (from: TicketStatus, to: TicketStatus): Result<never, TicketFault> =>
  refused({ code: 'transition-refused', from, to });

/** Columns that a move to `to` changes. The version tells stale screens that something is different. */
export const movedTo = (ticket: Ticket, to: TicketStatus, now: Date) => ({
  status: to,
  solvedAt: solvedAtAfter(ticket, to, now),
  updatedAt: now,
  version: { increment: 1 },
});

/** Moves a ticket along its lifecycle, with its history and its clocks. A ticket that is there already stays as it is. */
export async function move(
  tx: Transaction,
  ticket: Ticket,
  to: TicketStatus,
  actor: { readonly kind: 'requester' | 'advisor'; readonly id: string | null },
  now: Date,
): Promise<Result<Ticket, TicketFault>> {
  if (ticket.status === to) return { ok: true, value: ticket };
  if (!mayMove(ticket, to, actor.kind, now)) return transitionRefused(ticket.status, to);
  await tx.ticket.update({ where: { id: ticket.id }, data: movedTo(ticket, to, now) });
  await record(tx, ticket, 'status-changed', actor, { from: ticket.status, to }, now);
  return { ok: true, value: await reckonClocks(tx, ticket.id) };
}
