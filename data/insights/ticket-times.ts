import type { DeskHours } from '../calendar/opening-hours';
import { businessMs } from '../sla/business-time';
import type { SlaClock } from '../sla/targets';
import { BACKLOG_AGES, type BacklogAge, type ClockFigures, type TimedTicket } from './types';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * How long one clock of some tickets took, from filing to what it measures, in the desk's opening hours. What is not done yet does not
 * count. Time spent waiting for the requester counts: it is what she lived through; the deadline beside it leaves it out (docs/deadlines.md).
 */
export function clockFigures(
  tickets: readonly TimedTicket[],
  clock: SlaClock,
  hoursOf: (deskId: TimedTicket['deskId']) => DeskHours,
): ClockFigures {
  const done = tickets.flatMap((ticket) => {
    const at = ticket.done[clock];
    return at === null ? [] : [{ ticket, at }];
  });
  const minutes = done.map(
    ({ ticket, at }) => businessMs(hoursOf(ticket.deskId), ticket.createdAt, at) / MINUTE_MS,
  );
  const inTime = done.filter(({ ticket, at }) => {
    const dueAt = ticket.dueAt[clock];
    return dueAt === null || at <= dueAt;
  });
  return { done: done.length, inTime: inTime.length, medianMinutes: median(minutes) };
}

/** The middle value, the mean of the two in the middle of an even number; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}

/** Since when tickets of an age were filed, in days; the last has no end. */
const AGE_DAYS: Readonly<Record<BacklogAge, number>> = {
  'under-a-day': 1,
  'one-to-three-days': 3,
  'three-to-seven-days': 7,
  'over-a-week': Infinity,
};

/** How old an open ticket is: a ticket of exactly a day counts among those of one to three. */
export function ageOf(createdAt: Date, now: Date): BacklogAge {
  const days = (now.getTime() - createdAt.getTime()) / DAY_MS;
  return BACKLOG_AGES.find((age) => days < AGE_DAYS[age]) ?? 'over-a-week';
}
