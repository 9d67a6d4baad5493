import type { TicketStatus } from '../tickets/types';
import type { HoldEnd } from './hold-types';

/** How long a held chat may be silent, on both sides, before the assistant answers again, in minutes. */
export const SILENCE_MINUTES = 15;

/** How long the advisor who holds a chat may be without a connection: long enough for a train's tunnel and a reload, in minutes. */
export const AWAY_MINUTES = 3;

/** What is known of a hold when somebody looks whether it goes on. */
export interface HoldState {
  readonly since: Date;
  readonly ticketStatus: TicketStatus;
  /** When either of them wrote last; null: not since it began. */
  readonly lastWrittenAt: Date | null;
  /** When a session of the advisor's was last seen; null: she has none any more. */
  readonly advisorSeenAt: Date | null;
}

/** Why a hold ends now; null: it goes on. */
export function endOfHold(hold: HoldState, now: Date): HoldEnd | null {
  if (isSettled(hold.ticketStatus)) return 'settled';
  if (hold.advisorSeenAt === null) return 'signed-out';
  if (minutesSince(later(hold.advisorSeenAt, hold.since), now) >= AWAY_MINUTES) return 'away';
  const written = hold.lastWrittenAt === null ? hold.since : later(hold.lastWrittenAt, hold.since);
  return minutesSince(written, now) >= SILENCE_MINUTES ? 'silence' : null;
}

/** Whether a ticket's chat can be taken over: one that is solved is opened again by it. */
export const canBeTaken = (status: TicketStatus): boolean => status === 'solved' || !isSettled(status);

const isSettled = (status: TicketStatus): boolean =>
  status === 'solved' || status === 'closed' || status === 'withdrawn';

const later = (one: Date, other: Date): Date => (one > other ? one : other);

const minutesSince = (instant: Date, now: Date): number => (now.getTime() - instant.getTime()) / 60_000;
