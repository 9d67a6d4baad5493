import { oneOf, type Transaction } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import { toDesk } from '../desks/rows';
import { toTicket } from '../tickets/rows';
import { TICKET_STATUSES, type Ticket } from '../tickets/types';
import { instantsOf, isOurTurn, runsOf, type StatusChange } from './clock';
import { DEFAULT_TARGETS, SLA_CLOCKS, type SlaClock } from './targets';

/**
 * Reckons a ticket's clocks anew from its history and priority, and stores them, in the transaction of what changed them. Its version and
 * the time of its last change stay: nobody changed anything.
 */
export async function reckonClocks(tx: Transaction, ticketId: string): Promise<Ticket> {
  const { desk, ...row } = await tx.ticket.findUniqueOrThrow({
    where: { id: ticketId },
    include: { desk: true },
  });
  const events = await tx.ticketEvent.findMany({
    where: { ticketId, kind: 'status-changed' },
    orderBy: { position: 'asc' },
    select: { detail: true, at: true },
  });
  const ticket = toTicket(row);
  const changes = events.map(toStatusChange);
  const clock = (name: SlaClock) =>
    instantsOf(
      toDesk(desk),
      runsOf(ticket.createdAt, changes, doneAt(ticket)[name]),
      DEFAULT_TARGETS[ticket.priority][name],
    );
  const clocks = { 'first-reply': clock('first-reply'), resolution: clock('resolution') };
  const reckoned = await tx.ticket.update({
    where: { id: ticketId },
    data: {
      firstReplyWarnAt: clocks['first-reply'].warnAt,
      firstReplyDueAt: clocks['first-reply'].dueAt,
      resolutionWarnAt: clocks.resolution.warnAt,
      resolutionDueAt: clocks.resolution.dueAt,
      dueAt: earliest(ticking({ ...ticket, clocks }).map((name) => clocks[name].dueAt)),
      slaNextAt: nextToTell({ ...ticket, clocks }, null),
    },
  });
  return toTicket(reckoned);
}

/** When what each clock measures was done. */
const doneAt = (ticket: Ticket): Readonly<Record<SlaClock, Date | null>> => ({
  'first-reply': ticket.firstRepliedAt,
  resolution: ticket.solvedAt,
});

/** The clocks that run now. */
export const ticking = (ticket: Ticket): readonly SlaClock[] =>
  isOurTurn(ticket.status) ? SLA_CLOCKS.filter((name) => doneAt(ticket)[name] === null) : [];

/** The next instant at which a running clock turns amber or runs out; of all its instants, or of those that are still to come. */
export function nextToTell(ticket: Ticket, now: Date | null): Date | null {
  const instants = ticking(ticket).flatMap((name) => [ticket.clocks[name].warnAt, ticket.clocks[name].dueAt]);
  return earliest(instants.filter((at) => at !== null && (now === null || at >= now)));
}

const earliest = (instants: readonly (Date | null)[]): Date | null =>
  instants.reduce((first, at) => (at !== null && (first === null || at < first) ? at : first), null);

const toStatusChange = (event: { detail: Prisma.JsonValue; at: Date }): StatusChange => ({
  to: oneOf(TICKET_STATUSES, String((event.detail as { to?: unknown }).to), 'TicketEvent.detail.to'),
  at: event.at,
});
