import type { TimeSpan } from '../../types';
import type { Clock, TimeExpr } from '../expressions';
import type { Moment } from '../moment';
import { addMinutes, compareWall, isoWall, isSkipped, type Wall, wallTimeAt } from '../zone';
import { type TimeSpan as Hours, timeReadings } from './clock';
import type { Context, DateReadings, DaySpan } from './context';
import { resolveDate } from './dates';
import { boundDays, boundOf, boundTime, daysReading, type Reading } from './bounds';

export interface Resolved {
  readonly readings: readonly Reading[];
  readonly minutes: number | null;
  readonly unsure: boolean;
  /** A time of day was said, not only a day. */
  readonly timed: boolean;
  /** Another reading of the same words is likelier. */
  readonly unlikely?: boolean;
}

const MINUTES_PER_DAY = 1440;

const LATE_EVENING = 22 * 60;
const LONGEST_LESSON = 10 * 60;

const fitsNow = (wall: Wall, context: Context): boolean => {
  const order = compareWall(wall, context.now);
  return context.prefer === 'past' ? order <= 0 : order > 0;
};

const nothing = (minutes: number | null, unsure: boolean): Resolved => ({
  readings: [],
  minutes,
  unsure,
  timed: false,
});

function resolveOffset(moment: Moment, context: Context): Resolved {
  const at = addMinutes(context.now, moment.offset!, context.zone);
  const point = isoWall(at);
  const reading: Reading =
    moment.timeBound === 'by'
      ? { start: isoWall(context.now), end: point, grain: 'minute' }
      : { start: point, end: null, grain: 'minute' };
  return { readings: [reading], minutes: null, unsure: moment.doubtful, timed: true };
}

/** The end of a length of time. Where clocks go back it would show the start again: then it is counted on the dial. */
function endAfter(start: Wall, minutes: number, zone: string): Wall {
  const end = addMinutes(start, minutes, zone);
  return compareWall(end, start) > 0 ? end : { day: start.day, minutes: start.minutes + minutes };
}

/** A time on a day, as wall times; null when the clocks skip it. */
function timed(
  day: number,
  hours: Hours,
  moment: Moment,
  context: Context,
): { reading: Reading; skipped: boolean } {
  const start: Wall = { day, minutes: hours.start };
  const length = moment.minutes;
  const end: Wall | null =
    hours.end !== null
      ? { day, minutes: hours.end }
      : length !== undefined && hours.grain === 'minute'
        ? endAfter(start, length, context.zone)
        : null;
  const skipped = isSkipped(start, context.zone) || (end !== null && isSkipped(end, context.zone));
  return { reading: { ...boundTime(start, end, boundOf(moment), hours.grain, context) }, skipped };
}

/** The day of a time said without one: today or the day beside it, on the preferred side. */
function impliedDay(hours: Hours, context: Context): number {
  const past = context.prefer === 'past';
  const edge: Wall = {
    day: context.today,
    minutes: past || hours.grain === 'minute' ? hours.start : (hours.end ?? hours.start),
  };
  if (fitsNow(edge, context)) {
    // "minuit" looking forward at 10:00 is the coming one, not tomorrow night's.
    return context.today;
  }
  return context.today + (past ? -1 : 1);
}

function resolveTimed(moment: Moment, time: TimeExpr, context: Context): Resolved {
  const hours = timeReadings(time, moment.part?.part, moment.until);
  const length = moment.minutes ?? null;
  const keepsLength = length !== null && hours.spans.every((span) => span.grain === 'hour') ? length : null;
  const readings: Reading[] = [];
  const later: Reading[] = [];
  let unsure = hours.unsure || moment.doubtful;
  for (const span of hours.spans) {
    const days = daysFor(moment, span, context);
    unsure ||= days.unsure;
    days.spans.forEach((day, index) => {
      const found = placed(day, span, moment, context);
      unsure ||= found.unsure;
      (index === 0 ? readings : later).push(...found.readings);
    });
  }
  const ordered = preferFitting(readings, moment, context);
  const gap = ordered.length === 0 && hours.spans.length > 0;
  // A time that the clocks skip is not moved to another week.
  return {
    readings: gap ? [] : [...ordered, ...later],
    minutes: keepsLength,
    unsure: unsure || gap,
    timed: true,
  };
}

function daysFor(moment: Moment, span: Hours, context: Context): DateReadings {
  if (moment.date === undefined)
    return { spans: [{ from: impliedDay(span, context), to: null, grain: 'day' }], unsure: false };
  const edge: Wall = { day: context.today, minutes: span.start };
  return resolveDate(moment.date, context, fitsNow(edge, context));
}

/** One time on one day or longer span of days. */
function placed(
  day: DaySpan,
  hours: Hours,
  moment: Moment,
  context: Context,
): { readings: Reading[]; unsure: boolean } {
  if (day.to !== null && day.to !== day.from) {
    // "la nuit du 12 au 13" is one night.
    const night = hours.start >= LATE_EVENING && day.to === day.from + 1;
    if (night) return { readings: [timed(day.from, hours, moment, context).reading], unsure: false };
    if (day.grain !== 'day') return { readings: [daysReading(day)], unsure: true };
    const first = timed(day.from, hours, moment, context);
    const last = timed(day.to, hours, moment, context);
    const whole = { ...first.reading, end: last.reading.end ?? last.reading.start };
    // "du 9 au 13 de 9h à 11h" may be those days, at those hours each.
    return { readings: hours.end === null ? [whole] : [whole, daysReading(day)], unsure: true };
  }
  // "vendredi minuit dernier délai": until then.
  const byMidnight = moment.timeBound === 'before' && hours.start >= MINUTES_PER_DAY && hours.end === null;
  if (
    byMidnight ||
    moment.dateBound === 'by' ||
    moment.dateBound === 'until' ||
    moment.dateBound === 'before'
  ) {
    const last = moment.dateBound === 'before' ? hours.start : (hours.end ?? hours.start);
    const end = isoWall({ day: day.from, minutes: last });
    const start = isoWall(context.now);
    return end > start
      ? { readings: [{ start, end, grain: 'minute' }], unsure: false }
      : { readings: [], unsure: true };
  }
  const found = timed(day.from, hours, moment, context);
  // Midnight of a named day may be its first or its last instant.
  const isMidnight =
    hours.start >= MINUTES_PER_DAY &&
    hours.grain === 'minute' &&
    hours.end === null &&
    moment.date !== undefined;
  const earlier = { ...hours, start: hours.start - MINUTES_PER_DAY };
  const first = isMidnight ? [timed(day.from, earlier, moment, context).reading] : [];
  return { readings: found.skipped ? [] : [found.reading, ...first], unsure: found.skipped };
}

/** Of the two readings of "à 5h" on one day, the one on the preferred side comes first. */
function preferFitting(readings: readonly Reading[], moment: Moment, context: Context): readonly Reading[] {
  if (readings.length < 2 || moment.date === undefined) return readings;
  const now = isoWall(context.now);
  const fits = (reading: Reading) => (context.prefer === 'past' ? reading.start <= now : reading.start > now);
  if (fits(readings[0]!) || !readings.some(fits)) return readings;
  return [...readings.filter(fits), ...readings.filter((reading) => !fits(reading))];
}

/** "hier après-midi 3h": the hour of that part of the day; null where it can only be a length ("hier matin 2h"). */
function hoursOfPart(time: TimeExpr, clock: Clock): Clock | null {
  const afternoon = time.kind === 'part' && time.part === 'afternoon' && time.edge === null;
  return afternoon && clock.half === null ? { ...clock, half: 'pm' } : null;
}

function looseTime(clock: Clock): TimeExpr {
  return { kind: 'clock', clock };
}

/** "20h30 ce soir dernier délai": until then, or at that time. */
function withLimit(moment: Moment, resolved: Resolved, context: Context): Resolved {
  const [until] = resolved.readings;
  if (
    moment.time?.kind === 'clock' &&
    moment.timeBound === 'until' &&
    context.prefer === 'past' &&
    until?.end
  )
    // "s'est prolongé jusqu'à 19h30": when it began is not said.
    return {
      ...resolved,
      readings: [
        ...resolved.readings,
        { start: until.end.slice(0, 10), end: null, grain: 'day' },
        { start: until.end, end: null, grain: 'minute' },
      ],
    };
  if (moment.limit !== true || moment.time?.kind !== 'clock' || !until?.end) return resolved;
  return {
    ...resolved,
    readings: [...resolved.readings, { start: until.end, end: null, grain: 'minute' }],
  };
}

/** Places one moment in time: its readings, likelier first. */
export function resolveMoment(moment: Moment, given: Context): Resolved {
  const context: Context =
    moment.dateBound === 'since' || moment.timeBound === 'since' ? { ...given, prefer: 'past' } : given;
  if (moment.offset !== undefined) return resolveOffset(moment, context);
  if (moment.date?.kind === 'instant') {
    const start = wallTimeAt(new Date(moment.date.utc), context.zone);
    const readings: readonly Reading[] = [{ start, end: null, grain: 'minute' }];
    return { readings, minutes: null, unsure: moment.doubtful, timed: true };
  }
  if (moment.time?.kind === 'part' && moment.loose !== undefined && moment.part === undefined) {
    const clock = hoursOfPart(moment.time, moment.loose);
    if (clock !== null) {
      const asClock = resolveMoment({ ...moment, time: { kind: 'clock', clock }, loose: undefined }, given);
      const asLength = resolveTimed(
        { ...moment, minutes: clock.hour * 60 + clock.minute },
        moment.time,
        context,
      );
      return { ...asClock, readings: [...asClock.readings, ...asLength.readings] };
    }
  }
  if (moment.time !== undefined) {
    const minutes =
      moment.minutes ?? (moment.loose ? moment.loose.hour * 60 + moment.loose.minute : undefined);
    // "à 15h ... 16 heures": nothing lasts so long; probably another hour.
    const endless = minutes !== undefined && minutes > LONGEST_LESSON && moment.time.kind === 'clock';
    const said = endless ? { ...moment, minutes: undefined, doubtful: true } : { ...moment, minutes };
    return withLimit(moment, agreeing(moment, resolveTimed(said, moment.time, context), context), context);
  }
  if (moment.loose !== undefined) return resolveLoose(moment, moment.loose, context);
  if (moment.date === undefined) return nothing(moment.minutes ?? null, moment.doubtful);
  const days = resolveDate(moment.date, context, null);
  const bounded = days.spans
    .map((span) => boundDays(span, moment, context))
    .filter((reading) => reading !== null);
  // "mi-mars au plus tard": until then, or then.
  const readings =
    moment.limit === true && typeof days.spans[0]?.to === 'number'
      ? [...bounded, ...days.spans.map(daysReading)]
      : bounded;
  return agreeing(
    moment,
    {
      readings,
      minutes: moment.minutes ?? null,
      unsure: days.unsure || moment.doubtful || readings.length === 0,
      timed: false,
    },
    context,
  );
}

/** "2h" beside a day, or alone: a length, and the clock time as the other reading. */
function resolveLoose(moment: Moment, clock: Clock, context: Context): Resolved {
  const asClock = resolveTimed(moment, looseTime(clock), context).readings;
  const minutes = clock.hour * 60 + clock.minute;
  if (moment.date === undefined) return { readings: [], minutes, unsure: false, timed: false };
  const days = resolveDate(moment.date, context, null);
  return {
    readings: [...days.spans.map(daysReading), ...asClock],
    minutes,
    unsure: days.unsure || moment.doubtful,
    timed: false,
  };
}

/** Two dates side by side must name one day; if they do not, both are offered. */
function agreeing(moment: Moment, resolved: Resolved, context: Context): Resolved {
  if (moment.sameAs === undefined || resolved.readings.length === 0) return resolved;
  // "mercredi dernier, le 11": the second day is looked for on both sides.
  const others = (['past', 'future'] as const).map((prefer) =>
    resolveMoment({ ...moment, date: moment.sameAs, sameAs: undefined }, { ...context, prefer }),
  );
  const starts = new Set(others.flatMap((other) => other.readings.map((reading) => reading.start)));
  const same = resolved.readings.filter((reading) => starts.has(reading.start));
  if (same.length > 0) return { ...resolved, readings: same };
  const other = others[context.prefer === 'past' ? 0 : 1]!;
  return { ...resolved, readings: [...resolved.readings, ...other.readings], unsure: true };
}

/** The bounds of a reading as the contract writes them. */
export const asSpan = (reading: Reading): TimeSpan => ({ start: reading.start, end: reading.end });
