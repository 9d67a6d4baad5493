import { isoDay } from '../calendar';
import type { TimeGrain } from '../../types';
import type { Bound } from '../expressions';
import type { Moment } from '../moment';
import { compareWall, isoWall, type Wall } from '../zone';
import type { Context, DaySpan } from './context';

/** One reading of a moment. `start` null: only its end or its length is known. */
export interface Reading {
  readonly start: string;
  readonly end: string | null;
  readonly grain: TimeGrain;
}

const MORNING = 8 * 60;

/** A day or longer: bare dates. */
export function daysReading(span: DaySpan): Reading {
  return { start: isoDay(span.from), end: span.to === null ? null : isoDay(span.to), grain: span.grain };
}

/** Applies "avant", "après", "d'ici", "depuis" to whole days. Conventions: README.md, "Bounds". */
export function boundDays(span: DaySpan, moment: Moment, context: Context): Reading | null {
  const last = span.to ?? span.from;
  switch (moment.dateBound) {
    case 'by':
    case 'until':
      return last < context.today
        ? null
        : daysReading({ from: Math.min(context.today, last), to: last, grain: 'day' });
    case 'before': {
      // "avant la fin du mois" allows the end; "avant vendredi" does not allow Friday.
      const end =
        moment.date !== undefined && 'edge' in moment.date && moment.date.edge === 'end'
          ? last
          : span.from - 1;
      return end < context.today ? null : daysReading({ from: context.today, to: end, grain: 'day' });
    }
    case 'after':
      return daysReading({ from: last + 1, to: null, grain: 'day' });
    case 'since':
      return span.from > context.today ? null : daysReading({ from: span.from, to: null, grain: 'day' });
    case 'from':
      return daysReading({ from: span.from, to: null, grain: 'day' });
    default:
      return daysReading(span);
  }
}

/** "depuis ce matin": the bound before the day holds for its time. */
export const boundOf = (moment: Moment): Bound | undefined =>
  moment.timeBound ??
  (moment.dateBound === 'since' || moment.dateBound === 'after' ? moment.dateBound : undefined);

/** Applies "avant 10h", "après 17h", "jusqu'à 16h" to a time of day. */
export function boundTime(
  start: Wall,
  end: Wall | null,
  bound: Bound | undefined,
  grain: 'minute' | 'hour',
  context: Context,
): Reading {
  if (bound === 'before' || bound === 'until' || bound === 'by') {
    const opening: Wall = { day: start.day, minutes: start.minutes > MORNING ? MORNING : 0 };
    const isToday = start.day === context.today && context.prefer === 'future';
    const from = isToday && compareWall(context.now, start) < 0 ? context.now : opening;
    const last = grain === 'hour' && bound !== 'before' ? (end ?? start) : start;
    return { start: isoWall(from), end: isoWall(last), grain: 'hour' };
  }
  if (bound === 'since') return { start: isoWall(start), end: null, grain: 'minute' };
  if (bound === 'after' && grain === 'hour' && end !== null)
    return { start: isoWall(end), end: null, grain: 'minute' };
  return { start: isoWall(start), end: end && isoWall(end), grain };
}
