import type { Interval } from '../calendar/intervals';
import type { DeskHours } from '../calendar/opening-hours';
import { afterBusinessMs, businessMs } from '../sla/business-time';

const MINUTE_MS = 60_000;

/** How long somebody to whom a request was given by itself may take to react at most, in minutes of opening hours. */
export const REACTION_MINUTES = 120;

/** An absence takes requests away from somebody when it lasts at least this long from now on, in minutes of opening hours. */
export const HANDOVER_MINUTES = 240;

/** A team, as far as it matters to whom a request goes. */
export interface TeamScope {
  readonly id: string;
  readonly name: string;
  /** None: whatever no other team of the desk takes. */
  readonly categories: readonly string[];
}

/** Somebody who may get a request. */
export interface Candidate {
  readonly advisorId: string;
  /** How many requests she has that are not settled. */
  readonly open: number;
  /** When one was last given to her by itself; null: never. */
  readonly lastAssignedAt: Date | null;
  readonly absences: readonly Interval[];
  /** She has Guichet open now. */
  readonly here: boolean;
}

/** The team for a category: of those that name it the one that takes the fewest, else one that takes whatever is left; null: none. */
export function teamFor<T extends TeamScope>(teams: readonly T[], category: string): T | null {
  const inOrder = teams.toSorted(
    (one, other) =>
      one.categories.length - other.categories.length || one.name.localeCompare(other.name, 'fr'),
  );
  return (
    inOrder.find(({ categories }) => categories.includes(category)) ??
    inOrder.find(({ categories }) => categories.length === 0) ??
    null
  );
}

/**
 * Who gets a request: of those who are there, whoever has the fewest open; among equals whoever has waited longest for one. While the
 * desk is open those who have Guichet open come before all others. Out of hours those count as there who will be when it opens next.
 * Null: nobody is there.
 */
export function chooseAssignee(
  desk: DeskHours,
  candidates: readonly Candidate[],
  now: Date,
): Candidate | null {
  const at = nextOpen(desk, now);
  const isOpen = at.getTime() === now.getTime();
  const [first] = candidates
    .filter((candidate) => !isAbsent(candidate, at))
    .toSorted(
      (one, other) =>
        (isOpen ? Number(other.here) - Number(one.here) : 0) ||
        one.open - other.open ||
        (one.lastAssignedAt?.getTime() ?? 0) - (other.lastAssignedAt?.getTime() ?? 0) ||
        (one.advisorId < other.advisorId ? -1 : 1),
    );
  return first ?? null;
}

/** Now while the desk is open, else when it opens next; now where it never does. */
export function nextOpen(desk: DeskHours, now: Date): Date {
  const afterOne = afterBusinessMs(desk, now, 1);
  return afterOne === null ? now : new Date(afterOne.getTime() - 1);
}

/**
 * When a request that was given to somebody goes back to the team unless she reacts: early enough that another one can still reply in
 * time. Null where the desk never opens.
 *
 * @param firstReplyMinutes within how many minutes of opening hours somebody has to reply.
 */
export function releaseAt(desk: DeskHours, firstReplyMinutes: number, now: Date): Date | null {
  const minutes = Math.min(REACTION_MINUTES, firstReplyMinutes / 2);
  return afterBusinessMs(desk, now, minutes * MINUTE_MS);
}

/** Whether somebody's requests go to others now: she is away, and for half a day of opening hours or more. */
export function mustHandOver(desk: DeskHours, absences: readonly Interval[], now: Date): boolean {
  return absences.some(
    ({ start, end }) =>
      start <= now && now < end && businessMs(desk, now, end) >= HANDOVER_MINUTES * MINUTE_MS,
  );
}

const isAbsent = ({ absences }: Pick<Candidate, 'absences'>, at: Date): boolean =>
  absences.some(({ start, end }) => start <= at && at < end);
