import { instantAt, minutesOf, plusDays } from '../form/local-time';

/** A lesson that ends on the next day lasts at most this long; beyond it, the two hours were mixed up. Minutes. */
const LONGEST_PAST_MIDNIGHT = 4 * 60;
const DAY_MINUTES = 24 * 60;

/** A lesson as instants. */
export interface Lesson {
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** It ends on the day after it began. */
  readonly pastMidnight: boolean;
}

/** Whether an end that comes before the start on the clock is meant for the next day: "de 23h à 0h30". */
export function endsNextDay(start: string, end: string): boolean {
  const minutes = minutesOf(end) - minutesOf(start);
  return minutes < 0 && minutes + DAY_MINUTES <= LONGEST_PAST_MIDNIGHT;
}

/** The day on which a lesson ends. */
export const endDate = (date: string, start: string, end: string): string =>
  endsNextDay(start, end) ? plusDays(date, 1) : date;

/** The lesson as instants; null where a wall time does not exist on that day (the spring change of the clocks). */
export function lessonAt(date: string, start: string, end: string, zone: string): Lesson | null {
  const startsAt = instantAt(date, start, zone);
  const endsAt = instantAt(endDate(date, start, end), end, zone);
  if (startsAt === null || endsAt === null) return null;
  return { startsAt, endsAt, pastMidnight: endsNextDay(start, end) };
}

/** The clock time some minutes after a start; of a late lesson, that of the next day. null: longer than a lesson is. */
export function endAfter(start: string, minutes: number): string | null {
  const total = minutesOf(start) + minutes;
  if (minutes <= 0 || (total >= DAY_MINUTES && minutes > LONGEST_PAST_MIDNIGHT) || minutes >= DAY_MINUTES)
    return null;
  const clock = total % DAY_MINUTES;
  return `${String(Math.floor(clock / 60)).padStart(2, '0')}:${String(clock % 60).padStart(2, '0')}`;
}

/** A lesson does not begin before this hour; a smaller number with an h beside another one is a length ("2h 14h"). */
const EARLIEST_HOUR = 7;
const TWO_CLOCKS = /(?<![\d:])(\d{1,2})(\s?h\s?(?:\d{2})?)\s+(?=(\d{1,2})\s?h)/gu;

/** "hier 14h 15h30" is typed for "hier 14h-15h30": of a lesson, two hours of which the second is later are its start and end. */
export const joinedClocks = (text: string): string =>
  text.replace(TWO_CLOCKS, (whole: string, start: string, rest: string, end: string) =>
    Number(start) >= EARLIEST_HOUR && Number(end) >= Number(start) ? `${start}${rest.trimEnd()}-` : whole,
  );
