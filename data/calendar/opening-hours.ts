import { DateTime } from 'luxon';
import type { Desk } from '../desks/types';
import { isFrenchPublicHoliday } from './holidays';
import type { Interval } from './intervals';

/** What tells when a desk is open. */
export type DeskHours = Pick<Desk, 'zone' | 'openingHours'>;

/**
 * When a desk is open on the days that a span touches: its weekly hours in its own zone, public holidays taken out. Spans of its first and
 * last day are whole: intersect them with the span where that matters.
 */
export function openSpans(desk: DeskHours, within: Interval): readonly Interval[] {
  const spans: Interval[] = [];
  const last = DateTime.fromJSDate(within.end, { zone: desk.zone });
  let day = DateTime.fromJSDate(within.start, { zone: desk.zone }).startOf('day');
  for (; day < last; day = day.plus({ days: 1 })) {
    if (isFrenchPublicHoliday(day)) continue;
    for (const { from, to } of desk.openingHours[String(day.weekday)] ?? []) {
      spans.push({ start: timeOf(day, from), end: timeOf(day, to) });
    }
  }
  return spans;
}

function timeOf(day: DateTime, time: string): Date {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return day.set({ hour, minute }).toJSDate();
}
