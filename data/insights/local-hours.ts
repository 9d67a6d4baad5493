import { DateTime } from 'luxon';

const HOUR_MS = 3_600_000;

/** A place in the calendar of a zone. */
export interface LocalHour {
  /** As 2026-11-18. */
  readonly day: string;
  /** 0 to 23. */
  readonly hour: number;
}

/**
 * Tells the local day and hour of instants. Clocks change on the hour (in every zone that is served), so that one look at the calendar an
 * hour is enough for any number of messages.
 */
export function localHours(zone: string): (at: Date) => LocalHour {
  const known = new Map<number, LocalHour>();
  return (at) => {
    const hour = Math.floor(at.getTime() / HOUR_MS);
    let local = known.get(hour);
    if (local === undefined) {
      const time = DateTime.fromMillis(hour * HOUR_MS, { zone });
      local = { day: time.toFormat('yyyy-MM-dd'), hour: time.hour };
      known.set(hour, local);
    }
    return local;
  };
}

/** Every local day of a span, in order. `to` is not part of it. */
export function daysOf(from: Date, to: Date, zone: string): readonly string[] {
  const days: string[] = [];
  for (
    let day = DateTime.fromJSDate(from, { zone }).startOf('day');
    day.toMillis() < to.getTime();
    day = day.plus({ days: 1 })
  ) {
    days.push(day.toFormat('yyyy-MM-dd'));
  }
  return days;
}
