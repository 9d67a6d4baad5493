import { DateTime } from 'luxon';
import { frenchPublicHolidays } from '../../data/calendar/holidays';

/** A decent hour to be written to. */
const HOUR = 9;

const isWorkingDay = (day: DateTime): boolean =>
  day.weekday <= 5 && !frenchPublicHolidays(day.year).includes(day.toFormat('yyyy-MM-dd'));

/**
 * When to come back about a date: that day, or the next working day (the team that would read a request works then, and banks too), at
 * 9:00 where she lives, but not before the day has begun at the desk, whose calendar the rule follows.
 *
 * @param date ISO day.
 */
export function comeBackAt(date: string, zone: string, deskZone: string): Date {
  let day = DateTime.fromISO(date, { zone: 'utc' });
  while (!isWorkingDay(day)) day = day.plus({ days: 1 });
  const iso = day.toFormat('yyyy-MM-dd');
  const hers = DateTime.fromISO(iso, { zone }).set({ hour: HOUR });
  const begun = DateTime.fromISO(iso, { zone: deskZone });
  return (hers < begun ? begun : hers).toJSDate();
}
