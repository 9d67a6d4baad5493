import { DateTime } from 'luxon';
import { intersect } from '../calendar/intervals';
import { openSpans, type DeskHours } from '../calendar/opening-hours';

/** How far ahead an instant is looked for, in weeks: a desk that is never open has none. */
const HORIZON_WEEKS = 104;

/**
 * The time between two instants during which a desk was open, in milliseconds; 0 when `to` is not after `from`. Real time: an opening
 * during which the clocks change lasts an hour less or more.
 */
export function businessMs(desk: DeskHours, from: Date, to: Date): number {
  if (to <= from) return 0;
  const span = { start: from, end: to };
  return intersect(openSpans(desk, span), [span]).reduce(
    (total, { start, end }) => total + (end.getTime() - start.getTime()),
    0,
  );
}

/**
 * The first instant by which a desk has been open for `ms` milliseconds since `from`; `from` itself for none. Null when the desk is not open
 * that long within two years.
 */
export function afterBusinessMs(desk: DeskHours, from: Date, ms: number): Date | null {
  if (ms <= 0) return from;
  let left = ms;
  let start = from;
  for (let week = 0; week < HORIZON_WEEKS; week += 1) {
    const end = DateTime.fromJSDate(start, { zone: desk.zone }).startOf('day').plus({ weeks: 1 }).toJSDate();
    const window = { start, end };
    for (const open of intersect(openSpans(desk, window), [window])) {
      const length = open.end.getTime() - open.start.getTime();
      if (left <= length) return new Date(open.start.getTime() + left);
      left -= length;
    }
    start = end;
  }
  return null;
}
