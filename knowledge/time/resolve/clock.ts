import type { Clock, Edge, TimeExpr } from '../expressions';
import type { Part } from '../roles';

/** Minutes since midnight; `end` null: a point in time. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number | null;
  readonly grain: 'minute' | 'hour';
}

const HOUR = 60;
const NOON = 12 * HOUR;
const DAY = 24 * HOUR;
/** No lesson and no appointment lasts longer: beyond, a range is another reading of its hours. */
const LONGEST = 12 * HOUR;
const EVENING = 18 * HOUR;
/** "cette nuit à 2h": up to this hour the night is meant, not the afternoon. */
const NIGHT_ENDS = 7;

/** The parts of a day as spans of hours: start, end, and for "début", "milieu", "fin". Conventions: README.md. */
const PARTS: Readonly<Record<Part, Readonly<Record<Edge, readonly [number, number]>>>> = {
  morning: { whole: [8, 12], start: [8, 10], middle: [9, 11], end: [10, 12] },
  afternoon: { whole: [12, 18], start: [14, 16], middle: [15, 17], end: [17, 19] },
  evening: { whole: [18, 22], start: [18, 20], middle: [19, 21], end: [21, 23] },
  night: { whole: [22, 30], start: [22, 24], middle: [24, 27], end: [27, 30] },
  daytime: { whole: [8, 18], start: [8, 10], middle: [11, 15], end: [17, 19] },
  lunch: { whole: [12, 14], start: [12, 13], middle: [12, 14], end: [13, 14] },
};

function minutesOf(clock: Clock): number {
  return clock.hour * HOUR + clock.minute;
}

/** The readings of one clock time in minutes, likelier first. Hours from 1 to 7 said alone are the afternoon's before the morning's. */
export function clockReadings(clock: Clock, half: 'am' | 'pm' | null, widen = false): readonly number[] {
  const said = minutesOf(clock);
  const side = clock.half ?? half;
  if (side !== null && clock.hour <= 12 && clock.hour > 0) {
    const base = said % NOON;
    return [side === 'pm' ? base + NOON : clock.hour === 12 && clock.half === null ? said : base];
  }
  if (clock.certain && !(widen && clock.hour >= 8 && clock.hour < 12)) return [said];
  // "6h30", "7h45" are written so for the morning rather than the evening.
  if (clock.hour >= 6 && clock.hour < 8 && clock.written && clock.minute > 0 && !widen)
    return [said, said + NOON];
  if (clock.hour >= 1 && clock.hour < 8) return [said + NOON, said];
  if (clock.hour >= 8 && clock.hour < 12 && (clock.english || widen)) return [said, said + NOON];
  return [said];
}

/** Which half of the day a part names; null for those that name none. */
export function halfOf(part: Part | undefined): 'am' | 'pm' | null {
  return part === 'morning' ? 'am' : part === 'afternoon' || part === 'evening' ? 'pm' : null;
}

/** "de 8h à 9h du soir", "8 to 9pm": the half of the day said last holds for both, unless it would turn them round. */
const shareHalf = (from: Clock, to: Clock): Clock =>
  to.half !== null && from.half === null && from.hour <= 12 && from.hour % 12 <= to.hour % 12
    ? { ...from, half: to.half }
    : from;

/** From here on an end before this hour is that of the next day. */
const LATE = 20;
const AFTER_MIDNIGHT = 4;

function rangeReadings(said: Clock, to: Clock, half: 'am' | 'pm' | null): readonly TimeSpan[] {
  const from = shareHalf(said, to);
  const side = half ?? from.half ?? null;
  const open = (clock: Clock) => !clock.certain && clock.half === null && clock.hour >= 1 && clock.hour < 8;
  // "hier soir de 22h à 1h" ends in the night.
  const late = said.hour >= LATE && to.hour <= AFTER_MIDNIGHT;
  const found: TimeSpan[] = [];
  for (const start of clockReadings(from, side, open(to))) {
    for (const last of clockReadings(to, to.half ?? (half === 'pm' && !late ? 'pm' : null), open(from))) {
      const end = last > start ? last : last + DAY;
      const overnight = end > DAY && start < EVENING;
      if (end - start <= LONGEST && !overnight) found.push({ start, end, grain: 'minute' });
    }
  }
  return preferShort(found);
}

/** Of readings with the same start the shortest stays, then the order of the starts. */
function preferShort(spans: readonly TimeSpan[]): readonly TimeSpan[] {
  const byStart = new Map<number, TimeSpan>();
  for (const span of spans) {
    const known = byStart.get(span.start);
    if (!known || span.end! < known.end!) byStart.set(span.start, span);
  }
  const sameDay = [...byStart.values()].filter((span) => span.end! <= DAY);
  const kept = sameDay.length > 0 ? sameDay : [...byStart.values()];
  const shortest = Math.min(...kept.map((span) => span.end! - span.start));
  return kept.filter((span) => span.end! - span.start <= Math.max(shortest, 5 * HOUR));
}

export interface TimeReadings {
  readonly spans: readonly TimeSpan[];
  readonly unsure: boolean;
}

/** The readings of a time of day, likelier first. */
export function timeReadings(time: TimeExpr, part: Part | undefined, until: Clock | undefined): TimeReadings {
  switch (time.kind) {
    case 'part': {
      const edges: readonly Edge[] = time.loose ? [time.edge ?? 'whole', 'whole'] : [time.edge ?? 'whole'];
      const spans = edges.map((edge) => {
        const [start, end] = PARTS[time.part][edge];
        return { start: start * HOUR, end: end * HOUR, grain: 'hour' as const };
      });
      return { spans, unsure: false };
    }
    case 'clock': {
      if (until) return timeReadings({ kind: 'clock-range', from: time.clock, to: until }, part, undefined);
      if (time.clock.meal === true) {
        const [start, end] = PARTS.lunch.whole;
        const noon = { start: start * HOUR, end: null, grain: 'minute' as const };
        return { spans: [noon, { start: start * HOUR, end: end * HOUR, grain: 'hour' }], unsure: false };
      }
      const night = part === 'night' && time.clock.hour < NIGHT_ENDS;
      const readings = night ? [minutesOf(time.clock)] : clockReadings(time.clock, halfOf(part));
      const spans = readings.map((start) => ({
        start: part === 'night' && start < NIGHT_ENDS * HOUR ? start + DAY : start,
        end: null,
        grain: 'minute' as const,
      }));
      return { spans, unsure: contradicts(spans[0]!.start, part) };
    }
    case 'clock-range': {
      const spans = rangeReadings(time.from, time.to, halfOf(part));
      if (spans.length > 0) return { spans, unsure: contradicts(spans[0]!.start, part) };
      return { spans: [{ start: minutesOf(time.from), end: null, grain: 'minute' }], unsure: true };
    }
  }
}

/** "14h ce matin" says two things. */
function contradicts(start: number, part: Part | undefined): boolean {
  if (part === undefined) return false;
  const [from, to] = PARTS[part].whole;
  const earliest = part === 'morning' ? 0 : part === 'evening' ? 16 : from - 1;
  return start < earliest * HOUR || start > (part === 'evening' ? 24 : to + 1) * HOUR;
}
