import { oneOf, type Transaction } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import { toDesk, WITH_EXCEPTIONS } from '../desks/rows';
import { toTicket } from '../tickets/rows';
import { TICKET_STATUSES, type Ticket } from '../tickets/types';
import { instantsOf, isOurTurn, runsOf, type StatusChange } from './clock';
import { targetsOf } from './desk-targets';
import { SLA_CLOCKS, type SlaClock } from './targets';

/**
 * Reckons a ticket's clocks anew from its history and priority, and stores them, in the transaction of what changed them. Its version and
 * the time of its last change stay: nobody changed anything.
 */
export async function reckonClocks(tx: Transaction, ticketId: string): Promise<Ticket> {
  const { desk, ...row } = await tx.ticket.findUniqueOrThrow({
    where: { id: ticketId },
    include: { desk: { include: WITH_EXCEPTIONS } },
  });
  const events = await tx.ticketEvent.findMany({
    where: { ticketId, kind: 'status-changed' },
    orderBy: { position: 'asc' },
    select: { detail: true, at: true },
  });
  const ticket = toTicket(row);
  const changes = events.map(toStatusChange);
  const hours = toDesk(desk);
  const { value: targets } = await targetsOf(tx, hours.id);
  const clock = (name: SlaClock) =>
    instantsOf(
      hours,
      runsOf(ticket.createdAt, changes, doneAt(ticket)[name]),
      targets[ticket.priority][name],
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

/** Before any instant that is looked for: tickets marked with it are the first to be looked at. */
const AT_ONCE = new Date(0);

/**
 * Marks the open tickets of a desk, in the transaction of what changes their clocks: the watch (service.ts) reckons them in batches, also
 * after a crash. Thousands of them would hold the database for minutes.
 *
 * @returns how many there are.
 */
export async function reckonLater(tx: Transaction, deskId: string): Promise<number> {
  const open = { deskId, status: { in: ['new', 'open', 'waiting'] } };
  return (await tx.ticket.updateMany({ where: open, data: { slaNextAt: AT_ONCE } })).count;
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
