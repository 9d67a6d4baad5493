import type { Ticket } from '../tickets/types';
import { isOurTurn, type ClockInstants } from './clock';
import type { SlaClock } from './targets';

/**
 * How a clock stands. on-time, due-soon (amber): it runs · breached (red): it ran out, whether it was done since or not · met: done in
 * time · paused: the requester is waited for · none: nothing is measured, because the ticket was settled otherwise or the desk never opens.
 */
export type SlaState =
  | { readonly state: 'on-time' | 'due-soon'; readonly warnAt: Date | null; readonly dueAt: Date }
  | { readonly state: 'breached'; readonly dueAt: Date; readonly doneAt: Date | null }
  | { readonly state: 'met'; readonly dueAt: Date | null; readonly doneAt: Date }
  | { readonly state: 'paused' | 'none' };

export const SLA_STATES = ['on-time', 'due-soon', 'breached', 'met', 'paused', 'none'] as const;

/** What the states are read from: the clocks as they were reckoned at the ticket's last change. */
export type Clocked = Pick<Ticket, 'status' | 'firstRepliedAt' | 'solvedAt' | 'clocks'>;

/** How both clocks of a ticket stand at an instant. Done or answered exactly at the deadline is in time. */
export function slaOf(ticket: Clocked, now: Date): Readonly<Record<SlaClock, SlaState>> {
  const { status, clocks, firstRepliedAt, solvedAt } = ticket;
  return {
    'first-reply': stateOf(clocks['first-reply'], firstRepliedAt, status, now),
    resolution: stateOf(clocks.resolution, solvedAt, status, now),
  };
}

function stateOf(
  { warnAt, dueAt }: ClockInstants,
  doneAt: Date | null,
  status: Ticket['status'],
  now: Date,
): SlaState {
  if (doneAt !== null) {
    return dueAt !== null && doneAt > dueAt
      ? { state: 'breached', dueAt, doneAt }
      : { state: 'met', dueAt, doneAt };
  }
  if (dueAt !== null && now > dueAt) return { state: 'breached', dueAt, doneAt };
  if (status === 'waiting') return { state: 'paused' };
  if (!isOurTurn(status) || dueAt === null) return { state: 'none' };
  return { state: warnAt !== null && now > warnAt ? 'due-soon' : 'on-time', warnAt, dueAt };
}
