import type { DeskHours } from '../calendar/opening-hours';
import type { TicketStatus } from '../tickets/types';
import { afterBusinessMs, businessMs } from './business-time';
import { DUE_SOON_SHARE } from './targets';

const MINUTE_MS = 60_000;

/** A change of a ticket's status, as its history has it. */
export interface StatusChange {
  readonly to: TicketStatus;
  readonly at: Date;
}

/** A span during which it was our turn. Without an end: it goes on until something happens. */
export interface Run {
  readonly start: Date;
  readonly end: Date | null;
}

/** When a clock turns amber and when it runs out; null: not foreseeable, because it does not run. */
export interface ClockInstants {
  readonly warnAt: Date | null;
  readonly dueAt: Date | null;
}

/** Whether it is our turn: clocks stand still while the requester is waited for, and once a ticket is settled. */
export const isOurTurn = (status: TicketStatus): boolean => status === 'new' || status === 'open';

/**
 * When it was our turn, from a ticket's filing and its changes of status in order.
 *
 * @param doneAt when what the clock measures was done: what came later does not count, and the run that it ended goes on for the
 *   reckoning, so that the deadline that held then stays the deadline.
 */
export function runsOf(filedAt: Date, changes: readonly StatusChange[], doneAt: Date | null): readonly Run[] {
  const runs: Run[] = [];
  let since: Date | null = filedAt;
  for (const { to, at } of changes) {
    if (doneAt !== null && at >= doneAt) break;
    if (since !== null && !isOurTurn(to)) {
      runs.push({ start: since, end: at });
      since = null;
    } else if (since === null && isOurTurn(to)) {
      since = at;
    }
  }
  return since === null ? runs : [...runs, { start: since, end: null }];
}

/** The instant at which a clock has run for `ms` of the desk's opening hours; null when it stands still before, or the desk never opens. */
export function instantAfter(desk: DeskHours, runs: readonly Run[], ms: number): Date | null {
  let left = ms;
  for (const { start, end } of runs) {
    const length = end === null ? Infinity : businessMs(desk, start, end);
    if (left <= length) return afterBusinessMs(desk, start, left);
    left -= length;
  }
  return null;
}

/** When a clock with a target turns amber and runs out. */
export function instantsOf(desk: DeskHours, runs: readonly Run[], targetMinutes: number): ClockInstants {
  const ms = targetMinutes * MINUTE_MS;
  return {
    warnAt: instantAfter(desk, runs, Math.round(ms * (1 - DUE_SOON_SHARE))),
    dueAt: instantAfter(desk, runs, ms),
  };
}
