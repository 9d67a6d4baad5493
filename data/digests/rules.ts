import { DateTime } from 'luxon';
import { openSpans, type DeskHours } from '../calendar/opening-hours';

/** How an advisor hears by mail of what waits for her. */
export const DIGEST_MODES = ['off', 'daily', 'hourly'] as const;
export type DigestMode = (typeof DIGEST_MODES)[number];

/** What an advisor has who never chose: one mail in the morning. */
export const DEFAULT_DIGEST: DigestMode = 'daily';

const HOUR_MS = 3_600_000;

/**
 * Whether a summary is due: once a day from the desk's first opening on, or once an hour while the desk is open; never on a day on which
 * it is closed.
 */
export function isDigestDue(mode: DigestMode, desk: DeskHours, lastAt: Date | null, now: Date): boolean {
  if (mode === 'off') return false;
  const local = DateTime.fromJSDate(now, { zone: desk.zone });
  const spans = openSpans(desk, {
    start: local.startOf('day').toJSDate(),
    end: local.endOf('day').toJSDate(),
  }).filter(({ start }) => DateTime.fromJSDate(start, { zone: desk.zone }).hasSame(local, 'day'));
  const [first] = spans;
  if (first === undefined || now < first.start) return false;
  // By its day, not by this opening: another desk of hers may have opened earlier today.
  if (mode === 'daily') return lastAt === null || lastAt.getTime() < local.startOf('day').toMillis();
  const open = spans.some(({ start, end }) => now >= start && now < end);
  return open && (lastAt === null || now.getTime() - lastAt.getTime() >= HOUR_MS);
}
