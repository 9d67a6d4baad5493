import type { TimeOptions, TimeReading, TimeSpan } from '../types';
import { scan } from './grammar/scan';
import { join, type Moment } from './join';
import { lex, type Lexeme, looksEnglish } from './lexer';
import { leavesResidue } from './residue';
import type { Context } from './resolve/context';
import type { Reading } from './resolve/bounds';
import { asSpan, resolveMoment, type Resolved } from './resolve/moments';
import { isZone, parseWall } from './zone';

/** Texts are read up to here; nothing that a person types about a time is longer. */
const LONGEST_TEXT = 8_000;
const MOST_ALTERNATIVES = 6;
/** Further moments of a long text would not be offered anyway. */
const MOST_MOMENTS = 16;

function contextOf(text: string, options: TimeOptions): Context {
  const now = parseWall(options.now);
  if (!now)
    throw new RangeError(
      `now must be a local time such as 2026-11-18T10:00, not ${JSON.stringify(options.now)}`,
    );
  if (!isZone(options.zone))
    throw new RangeError(
      `zone must be a time zone such as Europe/Paris, not ${JSON.stringify(options.zone)}`,
    );
  return { today: now.day, now, zone: options.zone, prefer: options.prefer, english: looksEnglish(text) };
}

/** How well a moment answers "when?": on the preferred side, with a time of day, certain. */
function rank(resolved: Resolved, options: TimeOptions): number {
  const first = resolved.readings[0];
  if (!first) return -1;
  const now = first.start.length > 10 ? options.now : options.now.slice(0, 10);
  const fits = options.prefer === 'past' ? first.start <= now : (first.end ?? first.start) >= now;
  return (fits ? 4 : 0) + (resolved.timed ? 2 : 0) + (resolved.unsure ? 0 : 1);
}

/** "de lundi 14h à mardi 10h": two moments that bound one span. */
function spanning(moments: readonly Moment[], resolved: readonly Resolved[]): Reading | null {
  const second = moments[1];
  const [a, b] = [resolved[0]?.readings[0], resolved[1]?.readings[0]];
  if (moments.length !== 2 || second?.link !== 'to' || !a || !b || !resolved[0]!.timed || !resolved[1]!.timed)
    return null;
  return a.end === null && b.end === null && a.start < b.start
    ? { start: a.start, end: b.start, grain: 'minute' }
    : null;
}

function distinct(readings: readonly Reading[]): readonly Reading[] {
  const seen = new Set<string>();
  return readings.filter((reading) => {
    const key = `${reading.start}/${reading.end}`;
    return !seen.has(key) && seen.add(key);
  });
}

function spansOf(moments: readonly Moment[], input: readonly Lexeme[]): TimeReading['spans'] {
  return moments.map((moment) => ({ from: input[moment.from]!.from, to: input[moment.to - 1]!.to }));
}

/**
 * Reads which time a French or English text means.
 *
 * @param text what a person wrote; anything up to 8,000 characters, of which more is not read.
 * @param options the local wall time `now` in `zone`, and whether bare days look back (`past`) or forward (`future`).
 * @returns the likeliest reading, the others under `alternatives`; `start` null when the text holds no time or none that is certain.
 *   Never throws on a text; throws RangeError when `now` or `zone` is not valid.
 */
export function readTimes(text: string, options: TimeOptions): TimeReading {
  const context = contextOf(text, options);
  const input = lex(text.slice(0, LONGEST_TEXT));
  const pieces = scan(input);
  const { moments: all, troubled, refused } = join(input, pieces);
  const moments = all.slice(0, MOST_MOMENTS);
  const resolved = moments.map((moment) => resolveMoment(moment, context));
  const spans = spansOf(moments, input);
  const whole = spanning(moments, resolved);
  const order = resolved
    .map((_, index) => index)
    .sort((a, b) => rank(resolved[b]!, options) - rank(resolved[a]!, options));
  const readings = distinct(whole ? [whole] : order.flatMap((index) => resolved[index]!.readings));
  const first = readings[0];
  const unsure =
    troubled || leavesResidue(input, pieces) || (refused && !first) || resolved.some((each) => each.unsure);
  const minutes = resolved.map((each) => each.minutes).find((each) => each !== null) ?? null;
  const alternatives: readonly TimeSpan[] = readings.slice(1, 1 + MOST_ALTERNATIVES).map(asSpan);
  return {
    text,
    start: first?.start ?? null,
    end: first?.end ?? null,
    grain: first?.grain ?? null,
    alternatives,
    durationMinutes: minutes,
    spans,
    unsure,
  };
}
