import type { OpeningHours, OpenSpan } from './types';

/** What is wrong with opening hours, and on which day of the week. */
export interface HoursFault {
  readonly code: 'not-a-time' | 'ends-before-it-begins' | 'overlap' | 'never-open';
  /** ISO weekday; null: of the whole week. */
  readonly weekday: string | null;
}

/** A time of the day as 'HH:mm'. */
const isLocalTime = (value: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(value);

export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;

/** What is wrong with the spans of one day; null: nothing. Spans that touch are two spans, such as those around a lunch of no length. */
export function spansFault(spans: readonly OpenSpan[]): HoursFault['code'] | null {
  if (!spans.every(({ from, to }) => isLocalTime(from) && isLocalTime(to))) return 'not-a-time';
  if (!spans.every(({ from, to }) => from < to)) return 'ends-before-it-begins';
  const sorted = inOrder(spans);
  return sorted.some(({ from }, index) => from < (sorted[index - 1]?.to ?? '')) ? 'overlap' : null;
}

/** What is wrong with the hours of a week; empty: nothing. A desk opens at least once a week: else no deadline would ever come. */
export function hoursFaults(hours: OpeningHours): readonly HoursFault[] {
  const faults = WEEKDAYS.flatMap((weekday): readonly HoursFault[] => {
    const code = spansFault(hours[weekday] ?? []);
    return code === null ? [] : [{ code, weekday }];
  });
  if (faults.length > 0) return faults;
  const isOpen = WEEKDAYS.some((weekday) => (hours[weekday] ?? []).length > 0);
  return isOpen ? [] : [{ code: 'never-open', weekday: null }];
}

/** The hours as they are kept: spans in order, days without any left out. */
export const tidyHours = (hours: OpeningHours): OpeningHours =>
  Object.fromEntries(
    WEEKDAYS.flatMap((weekday) => {
      const spans = hours[weekday] ?? [];
      return spans.length === 0 ? [] : [[weekday, inOrder(spans)]];
    }),
  );

/** Spans from the earliest to the latest. */
export const inOrder = (spans: readonly OpenSpan[]): readonly OpenSpan[] =>
  spans.toSorted((one, other) => (one.from < other.from ? -1 : Number(one.from > other.from)));
