import type { Day } from '../calendar';
import type { TimeGrain } from '../../types';
import type { Wall } from '../zone';

/** What an expression is placed against. */
export interface Context {
  readonly today: Day;
  readonly now: Wall;
  readonly zone: string;
  readonly prefer: 'past' | 'future';
  readonly english: boolean;
}

/** Days from one to another, both included; `to` null: one day. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day | null;
  readonly grain: TimeGrain;
}

/** The readings of a date, likelier first; none: the calendar has no such date. */
export interface DateReadings {
  readonly spans: readonly DaySpan[];
  readonly unsure: boolean;
}

/** A single day. */
export const oneDay = (day: Day): DaySpan => ({ from: day, to: null, grain: 'day' });
/** Readings that leave no doubt but their number. */
export const sure = (...spans: readonly DaySpan[]): DateReadings => ({ spans, unsure: false });
/** Readings that the caller should confirm. */
export const unsure = (...spans: readonly DaySpan[]): DateReadings => ({ spans, unsure: true });
