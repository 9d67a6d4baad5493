import { DateTime } from 'luxon';
import { intersect, subtract, type Interval } from '../calendar/intervals';
import { openSpans, type DeskHours } from '../calendar/opening-hours';
import type { AppointmentActor, Slot } from './types';

export const SLOT_MINUTES = 30;

/** An appointment is booked at least this long before it begins, in minutes. */
export const NOTICE_MINUTES = 120;

/** An advisor has at least this long between two appointments, in minutes: to write down what was said, to start Teams. */
export const BUFFER_MINUTES = 10;

const MINUTE_MS = 60_000;

/** An advisor with everything that takes time away from her. */
export interface AdvisorCalendar {
  readonly advisorId: string;
  readonly advisorName: string;
  /** Absences, and appointments with their buffers. */
  readonly busy: readonly Interval[];
}

/** The earliest instant at which an appointment asked for now may begin. */
export const earliestStart = (now: Date): Date => new Date(now.getTime() + NOTICE_MINUTES * MINUTE_MS);

/** The span of the slot that begins at an instant. */
export const slotAt = (startsAt: Date): Interval => ({
  start: startsAt,
  end: new Date(startsAt.getTime() + SLOT_MINUTES * MINUTE_MS),
});

/** A meeting with the time that its advisor needs before and after it. */
export const withBuffer = ({ start, end }: Interval): Interval => ({
  start: new Date(start.getTime() - BUFFER_MINUTES * MINUTE_MS),
  end: new Date(end.getTime() + BUFFER_MINUTES * MINUTE_MS),
});

/** The instants at which slots begin: every half hour from the beginning of each opening. */
export function slotStarts(open: readonly Interval[]): readonly Date[] {
  return open.flatMap(({ start, end }) => {
    const count = Math.floor((end.getTime() - start.getTime()) / (SLOT_MINUTES * MINUTE_MS));
    return Array.from(
      { length: count },
      (_, index) => new Date(start.getTime() + index * SLOT_MINUTES * MINUTE_MS),
    );
  });
}

/** What free slots are reckoned from. */
export interface Availability {
  readonly desk: DeskHours;
  /** In order of preference: her own advisor first. */
  readonly advisors: readonly AdvisorCalendar[];
  /** When the requester herself has another appointment. */
  readonly requesterBusy: readonly Interval[];
}

/**
 * The free slots that begin and end within a span, in order of time; of several advisors who are free at an instant, the preferred
 * one. Pure.
 *
 * @param by who looks: minimum notice does not bind an advisor.
 */
export function freeSlots(
  availability: Availability,
  within: Interval,
  now: Date,
  by: AppointmentActor['kind'] = 'requester',
): readonly Slot[] {
  const { desk, advisors, requesterBusy } = availability;
  // What begins at this very instant has begun.
  const earliest = by === 'requester' ? earliestStart(now) : new Date(now.getTime() + 1);
  const open = openSpans(desk, within);
  const askable = intersect(open, [
    { start: within.start > earliest ? within.start : earliest, end: within.end },
  ]);
  const free = advisors.map(({ advisorId, advisorName, busy }) => ({
    advisor: { advisorId, advisorName },
    covers: sweep(subtract(askable, [...busy, ...requesterBusy])),
  }));
  return slotStarts(open).flatMap((startsAt) => {
    const slot = slotAt(startsAt);
    const [found] = free.filter(({ covers }) => covers(slot));
    return found ? [{ ...found.advisor, startsAt, endsAt: slot.end }] : [];
  });
}

/** Tells for spans asked in order of time whether one of the free spans holds them, without starting over each time. */
function sweep(free: readonly Interval[]): (asked: Interval) => boolean {
  let at = 0;
  return (asked) => {
    for (let span = free[at]; span && span.end <= asked.start; span = free[at]) at += 1;
    const span = free[at];
    return span !== undefined && span.start <= asked.start && asked.end <= span.end;
  };
}

/** Whether a slot begins at an instant of the desk's grid, on a day when it is open. */
export function isOnGrid(desk: DeskHours, startsAt: Date): boolean {
  const day = DateTime.fromJSDate(startsAt, { zone: desk.zone }).startOf('day');
  const open = openSpans(desk, { start: day.toJSDate(), end: day.plus({ days: 1 }).toJSDate() });
  return slotStarts(open).some((start) => start.getTime() === startsAt.getTime());
}

/** The slots closest to a wish, closest first; of two equally close the earlier one. */
export function nearest(slots: readonly Slot[], wished: Date, count: number): readonly Slot[] {
  const distance = (slot: Slot): number => Math.abs(slot.startsAt.getTime() - wished.getTime());
  return [...slots].sort((a, b) => distance(a) - distance(b)).slice(0, count);
}
