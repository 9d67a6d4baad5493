import { DateTime } from 'luxon';
import { frenchPublicHolidays } from '../time/public-holidays';

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an ISO day. Throws a RangeError that names the text when it is none: a condition on it then does not hold. */
export function isoDay(iso: string): DateTime {
  const day = ISO_DAY.test(iso) ? DateTime.fromISO(iso, { zone: 'utc' }) : DateTime.invalid('format');
  if (!day.isValid) throw new RangeError(`"${iso}" is no date (write 2026-11-22)`);
  return day;
}

const write = (day: DateTime): string => day.toFormat('yyyy-MM-dd');

/** "jeudi 26 novembre", "Thursday 26 November". The year is left out: the dates that answers name are near. */
export function longDate(iso: string, language: 'fr' | 'en'): string {
  const day = isoDay(iso);
  const said = day.setLocale(language === 'fr' ? 'fr-FR' : 'en-GB').toFormat('cccc d LLLL');
  return language === 'fr' && day.day === 1 ? said.replace(' 1 ', ' 1er ') : said;
}

/** "novembre 2026" of "2026-11" (a full ISO day is accepted too). */
export function monthName(month: string, language: 'fr' | 'en'): string {
  const first = isoDay(`${month.slice(0, 7)}-01`);
  return first.setLocale(language === 'fr' ? 'fr-FR' : 'en-GB').toFormat('LLLL yyyy');
}

/** The day `days` after (before, when negative) an ISO day. */
export const plusDays = (iso: string, days: number): string => write(isoDay(iso).plus({ days }));

/** The last day of an ISO day's month. */
export const monthEnd = (iso: string): string => write(isoDay(iso).endOf('month'));

/** The 7th of an ISO day's month: from then on a missing invoicing call is worth a message (M090, C044). */
export const seventh = (iso: string): string => write(isoDay(iso).set({ day: 7 }));

const isWorkingDay = (day: DateTime): boolean => {
  if (day.weekday > 5) return false;
  return !frenchPublicHolidays(day.year).includes(write(day));
};

/** The `count`-th working day after an ISO day: Monday to Friday, French public holidays left out. */
export function workingDaysAfter(iso: string, count: number): string {
  let day = isoDay(iso);
  // A condition is written by hand: a count beyond a year is a mistake, not a date.
  let left = Math.min(Math.max(0, count), 260);
  while (left > 0) {
    day = day.plus({ days: 1 });
    if (isWorkingDay(day)) left -= 1;
  }
  return write(day);
}

/** Every fact that follows from today's date alone. */
export function todayFacts(iso: string): Readonly<Record<string, string | number | boolean>> {
  const day = isoDay(iso);
  const last = day.endOf('month').day;
  return {
    'today.iso': iso,
    'today.day': day.day,
    'today.weekday': day.weekday,
    'today.month': day.toFormat('yyyy-MM'),
    'today.last_month': day.minus({ months: 1 }).toFormat('yyyy-MM'),
    'today.is_last_day_of_month': day.day === last,
    'today.days_left_in_month': last - day.day,
  };
}
