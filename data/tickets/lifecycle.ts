import type { TicketStatus } from './types';

/** Who moves a ticket. */
export type LifecycleActor = 'requester' | 'advisor';

/** How long after it was solved a ticket can be reopened by its requester; later she opens a new one. In days. */
export const REOPEN_DAYS = 14;

const BOTH: readonly LifecycleActor[] = ['requester', 'advisor'];
const ADVISOR: readonly LifecycleActor[] = ['advisor'];

/**
 * Every transition, and who may make it. A status without an entry is final.
 *
 * new: filed, nobody has taken it · open: somebody works on it · waiting: for the requester · solved: answered, may be reopened ·
 * closed: done for good · withdrawn: no longer wanted · merged: continues in another ticket.
 */
const TRANSITIONS: Readonly<
  Record<TicketStatus, Partial<Readonly<Record<TicketStatus, readonly LifecycleActor[]>>>>
> = {
  new: { open: ADVISOR, waiting: ADVISOR, solved: BOTH, closed: ADVISOR, withdrawn: BOTH, merged: ADVISOR },
  open: { waiting: ADVISOR, solved: BOTH, closed: ADVISOR, withdrawn: BOTH, merged: ADVISOR },
  waiting: { open: BOTH, solved: BOTH, closed: ADVISOR, withdrawn: BOTH, merged: ADVISOR },
  solved: { open: BOTH, waiting: ADVISOR, closed: ADVISOR },
  closed: {},
  withdrawn: {},
  merged: {},
};

/** What the rules need to know of a ticket. */
export interface LifecycleState {
  readonly status: TicketStatus;
  readonly solvedAt: Date | null;
}

/** Whether `actor` may move the ticket to `to` now. Staying where it is counts as allowed. */
export function mayMove(ticket: LifecycleState, to: TicketStatus, actor: LifecycleActor, now: Date): boolean {
  if (ticket.status === to) return true;
  if (!TRANSITIONS[ticket.status][to]?.includes(actor)) return false;
  const reopens = ticket.status === 'solved' && to === 'open';
  return !(reopens && actor === 'requester') || withinReopening(ticket, now);
}

/** Whether the requester can still reopen a solved ticket: up to and including the 14th day, to the millisecond. */
export function withinReopening(ticket: LifecycleState, now: Date): boolean {
  if (ticket.solvedAt === null) return true;
  return now.getTime() - ticket.solvedAt.getTime() <= REOPEN_DAYS * 86_400_000;
}

/** The status after the requester has written, or null when the ticket no longer takes messages from her. */
export function afterRequesterWrote(ticket: LifecycleState, now: Date): TicketStatus | null {
  if (ticket.status === 'new' || ticket.status === 'open') return ticket.status;
  return mayMove(ticket, 'open', 'requester', now) ? 'open' : null;
}

/** When the ticket counts as solved, after it moves to `to`. */
export function solvedAtAfter(ticket: LifecycleState, to: TicketStatus, now: Date): Date | null {
  if (to === 'solved') return ticket.status === 'solved' ? ticket.solvedAt : now;
  return to === 'closed' ? ticket.solvedAt : null;
}
