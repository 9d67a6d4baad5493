import { DateTime } from 'luxon';

/**
 * The eleven public holidays of France (Code du travail, L3133-1), as ISO dates.
 *
 * Reckoned here and not by a library: `date-holidays` holds the calendars of every country in memory (23 MB for eleven dates).
 * The test compares this with it for every year from 1990 to 2099.
 */
export function frenchPublicHolidays(year: number): readonly string[] {
  const known = reckoned.get(year);
  if (known) return known;
  const holidays = reckon(year);
  reckoned.set(year, holidays);
  return holidays;
}

/** A calendar asks for the same year hundreds of times. */
const reckoned = new Map<number, readonly string[]>();

function reckon(year: number): readonly string[] {
  const easter = easterSunday(year);
  const afterEaster = (days: number): string => easter.plus({ days }).toISODate() ?? '';
  const dates = [
    `${year}-01-01`,
    afterEaster(1),
    `${year}-05-01`,
    `${year}-05-08`,
    afterEaster(39),
    afterEaster(50),
    `${year}-07-14`,
    `${year}-08-15`,
    `${year}-11-01`,
    `${year}-11-11`,
    `${year}-12-25`,
  ];
  // In some years two fall on one day: Ascension was 8 May in 1997.
  return [...new Set(dates)].sort();
}

/** Whether a local date is a public holiday in France. */
export const isFrenchPublicHoliday = (date: DateTime): boolean =>
  frenchPublicHolidays(date.year).includes(date.toISODate() ?? '');

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of Meeus, Jones and Butcher). */
function easterSunday(year: number): DateTime {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return DateTime.utc(year, month, day);
}
