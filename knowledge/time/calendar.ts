/** Days as numbers: a `Day` counts days since 1970-01-01, so that date arithmetic is addition and knows no zone and no clock change. */
export type Day = number;

const MS_PER_DAY = 86_400_000;

export interface DayParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** The day with these parts, or null when the calendar has no such day (31 November, 29 February of a common year). */
export function dayOf(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return null;
  }
  return date.getTime() / MS_PER_DAY;
}

/** Year, month and day of the month. */
export function partsOf(day: Day): DayParts {
  const date = new Date(day * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 (Monday) to 7 (Sunday), as ISO 8601 counts. */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** 'YYYY-MM-DD'. */
export function isoDay(day: Day): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Reads 'YYYY-MM-DD'; null when it is none or does not exist. */
export function parseIsoDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** The Monday of the week in which a day lies. */
export function weekStart(day: Day): Day {
  return day - (weekdayOf(day) - 1);
}

/** Months counted from year 0, so that adding months is addition. */
export type MonthIndex = number;

/** The month in which a day lies. */
export function monthIndexOf(day: Day): MonthIndex {
  const { year, month } = partsOf(day);
  return year * 12 + month - 1;
}

/** The month index of a year and a month from 1 to 12. */
export function monthIndex(year: number, month: number): MonthIndex {
  return year * 12 + month - 1;
}

/** The first day of a month. */
export function firstOfMonth(index: MonthIndex): Day {
  return Date.UTC(Math.floor(index / 12), ((index % 12) + 12) % 12, 1) / MS_PER_DAY;
}

/** The last day of a month. */
export function lastOfMonth(index: MonthIndex): Day {
  return firstOfMonth(index + 1) - 1;
}

/** A day of a month, or null when that month is too short. */
export function dayInMonth(index: MonthIndex, day: number): Day | null {
  if (day < 1) return null;
  const found = firstOfMonth(index) + day - 1;
  return found > lastOfMonth(index) ? null : found;
}

/** The same day some months away, or that month's last day when it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const target = monthIndexOf(day) + months;
  return Math.min(firstOfMonth(target) + partsOf(day).day - 1, lastOfMonth(target));
}

/** Easter Sunday of a year (Gregorian computus, Meeus/Jones/Butcher). */
export function easterOf(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return Date.UTC(year, month - 1, day) / MS_PER_DAY;
}

/** The Monday of an ISO week, or null when the year has no such week. */
export function isoWeek(year: number, week: number): Day | null {
  const fourthOfJanuary = Date.UTC(year, 0, 4) / MS_PER_DAY;
  const monday = weekStart(fourthOfJanuary) + (week - 1) * 7;
  return week >= 1 && partsOf(monday + 3).year === year ? monday : null;
}
