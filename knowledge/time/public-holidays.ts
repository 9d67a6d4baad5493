import { dayOf, easterOf, isoDay } from './calendar';

const FIXED = [
  [1, 1],
  [5, 1],
  [5, 8],
  [7, 14],
  [8, 15],
  [11, 1],
  [11, 11],
  [12, 25],
] as const;
/** Easter Monday, Ascension, Whit Monday. */
const DAYS_AFTER_EASTER = [1, 39, 50];

/**
 * The public holidays of France (Code du travail, L3133-1) in a year, as ISO dates.
 *
 * Reckoned from the time reader's own calendar: `date-holidays` holds those of every country in memory (20 MB for eleven dates). The test
 * compares the two for every year from 1990 to 2099.
 */
export function frenchPublicHolidays(year: number): readonly string[] {
  const fixed = FIXED.map(([month, day]) => dayOf(year, month, day)).filter((day) => day !== null);
  const moving = DAYS_AFTER_EASTER.map((days) => easterOf(year) + days);
  return [...new Set([...fixed, ...moving])].sort((a, b) => a - b).map(isoDay);
}
