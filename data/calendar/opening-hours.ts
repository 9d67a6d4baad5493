import { DateTime } from 'luxon';
import type { Desk, OpeningHours, OpenSpan } from '../desks/types';
import { isFrenchPublicHoliday } from './holidays';
import type { Interval } from './intervals';

/** What tells when a desk is open. */
export type DeskHours = Pick<Desk, 'zone' | 'openingHours'> & Partial<Pick<Desk, 'exceptions'>>;

/**
 * When a desk is open on the days that a span touches: its weekly hours in its own zone, public holidays and closures taken out,
 * exceptional openings put in. Spans of its first and last day are whole: intersect them with the span where that matters.
 */
export function openSpans(desk: DeskHours, within: Interval): readonly Interval[] {
  const spans: Interval[] = [];
  const last = DateTime.fromJSDate(within.end, { zone: desk.zone });
  let day = DateTime.fromJSDate(within.start, { zone: desk.zone }).startOf('day');
  for (; day < last; day = day.plus({ days: 1 })) {
    for (const { from, to } of hoursOn(desk, day)) {
      spans.push({ start: timeOf(day, from), end: timeOf(day, to) });
    }
  }
  return spans;
}

/** The hours of today and the six days after it, by day of the week: what somebody who asks now wants to know. */
export function hoursAhead(desk: DeskHours, now: Date): OpeningHours {
  const today = DateTime.fromJSDate(now, { zone: desk.zone }).startOf('day');
  const days = Array.from({ length: 7 }, (_, ahead) => today.plus({ days: ahead }));
  return Object.fromEntries(days.map((day) => [String(day.weekday), hoursOn(desk, day)]));
}

/** The hours of one day: what was set for it goes before the public holidays, and these before its day of the week. */
function hoursOn(desk: DeskHours, day: DateTime): readonly OpenSpan[] {
  const weekly = desk.openingHours[String(day.weekday)] ?? [];
  const date = day.toISODate();
  const exception = desk.exceptions?.find((one) => one.day === date);
  if (exception !== undefined) return exception.open ? (exception.spans ?? weekly) : [];
  return isFrenchPublicHoliday(day) ? [] : weekly;
}

function timeOf(day: DateTime, time: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return day.set({ hour, minute }).toJSDate();
}
