import type { TimeOptions, TimeReading, TimeSpan } from '../types';
import { parseIsoDay } from './calendar';
import { MOST_PIECES, scan } from './grammar/scan';
import { readICalendar } from './icalendar';
import { join } from './join';
import type { Moment } from './moment';
import { lex, type Lexeme, looksEnglish } from './lexer';
import { isIncomplete, leavesResidue } from './residue';
import type { Context } from './resolve/context';
import type { Reading } from './resolve/bounds';
import { asSpan, resolveMoment, type Resolved } from './resolve/moments';
import { saysGenerally, speaksOfNowadays } from './unread-general';
import { isQuoted } from './unread-quotes';
import { isOccupied, isRuledOut } from './unread-refusals';
import { namesOtherZone } from './unread-zones';
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

const FAR_DAYS = 21;

/** "jeudi 17 à 18h30": where no Thursday near is a 17th, the hours are meant; the date stays another reading. */
function weighed(moment: Moment, resolved: Resolved, context: Context): Resolved {
  const first = resolved.readings[0];
  if (moment.rival !== true || !first) return resolved;
  const day = parseIsoDay(first.start) ?? context.today;
  const far = resolved.unsure || Math.abs(day - context.today) > FAR_DAYS;
  return far ? { ...resolved, readings: [first], unsure: false, unlikely: true } : resolved;
}

/** How well a moment answers "when?": on the preferred side, with a time of day, certain. */
function rank(resolved: Resolved, options: TimeOptions): number {
  const first = resolved.readings[0];
  if (!first) return -1;
  if (resolved.unlikely === true) return 0;
  const now = first.start.length > 10 ? options.now : options.now.slice(0, 10);
  const fits = options.prefer === 'past' ? first.start <= now : (first.end ?? first.start) >= now;
  return (fits ? 4 : 0) + (resolved.timed ? 2 : 0) + (resolved.unsure ? 0 : 1);
}

/** "déplacer de mardi 10h à jeudi 11h": where to comes before where from, and they bound no span. */
function targetFirst(moments: readonly Moment[], input: readonly Lexeme[]): readonly Moment[] {
  const [from, to] = moments;
  if (moments.length !== 2 || !from || !to || (to.link !== 'to' && to.date === undefined)) return moments;
  const moved = input.slice(0, from.from).some((found) => 'move' in found.roles);
  return moved && (to.link === 'to' || to.link === 'none')
    ? [
        { ...to, link: 'none' },
        { ...from, link: 'or' },
      ]
    : moments;
}

/** "jeudi c'est mort, vendredi à 18h ?": what a wish leaves open; all of it when nothing is. Who looks back tells of the day on which nothing took place. */
function wishedFor(
  moments: readonly Moment[],
  input: readonly Lexeme[],
  prefer: TimeOptions['prefer'],
): readonly Moment[] {
  if (prefer === 'past' || moments.length < 2) return moments;
  const open = moments.filter((moment) => !isRuledOut(input, moment));
  return open.some((moment) => moment.date !== undefined) ? open : moments;
}

/** Moments that the text says one beside the other ("lundi 17h et mercredi 14h"), first to last. */
function chains(moments: readonly Moment[]): readonly (readonly number[])[] {
  const found: number[][] = [];
  moments.forEach((moment, index) => {
    if (index > 0 && moment.link === 'and') found[found.length - 1]!.push(index);
    else found.push([index]);
  });
  return found;
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

/** What a doubtful reading says at least: its start, or its day; none for a bare day. */
function lessPrecise(reading: Reading): readonly TimeSpan[] {
  if (reading.end !== null) return [{ start: reading.start, end: null }];
  return reading.start.length > 10 ? [{ start: reading.start.slice(0, 10), end: null }] : [];
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

const prefersDay = (moments: readonly Moment[], { prefer }: TimeOptions): boolean =>
  prefer === 'future' &&
  moments.every(
    (moment) =>
      moment.date === undefined &&
      moment.offset === undefined &&
      moment.time?.kind === 'clock' &&
      moment.time.clock.minute === 0 &&
      moment.time.clock.hour % 12 === 0,
  );

interface Chosen {
  /** The answer, those said beside it, other readings. */
  readonly readings: readonly Reading[];
  /** Said with it. */
  readonly also: readonly TimeSpan[];
  /** One of those said with it has several readings. */
  readonly ambiguous: boolean;
}

/** Of the moments of a text that which answers "when?", then those said beside it, then the other readings. */
function chosen(
  moments: readonly Moment[],
  resolved: readonly Resolved[],
  whole: Reading | null,
  options: TimeOptions,
): Chosen {
  if (whole) return { readings: [whole], also: [], ambiguous: false };
  const best = (chain: readonly number[]) =>
    Math.max(...chain.map((index) => rank(resolved[index]!, options)));
  const [first = [], ...others] = [...chains(moments)].sort((a, b) => best(b) - best(a));
  const said = first.filter((index) => resolved[index]!.readings.length > 0);
  const own = [...said.slice(0, 1), ...others.flat()];
  const beside = said.slice(1).map((index) => resolved[index]!.readings);
  return {
    readings: distinct([
      ...(resolved[own[0] ?? -1]?.readings ?? []).slice(0, 1),
      ...beside.map((readings) => readings[0]!),
      ...own.flatMap((index) => resolved[index]!.readings),
    ]),
    also: beside.map((readings) => asSpan(readings[0]!)),
    ambiguous: beside.some((readings) => readings.length > 1),
  };
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
  const event = readICalendar(text.slice(0, LONGEST_TEXT), context);
  if (event) {
    const { start, end, grain } = event.reading;
    const rest = { alternatives: [], also: [], durationMinutes: null, spans: [event.span], unsure: false };
    return { text, start, end, grain, ...rest };
  }
  const input = lex(text.slice(0, LONGEST_TEXT));
  const pieces = scan(input);
  const { moments: all, troubled, refused, absences } = join(input, pieces, options.prefer);
  const wished = wishedFor(all.length > 0 ? all : absences, input, options.prefer);
  const moments = targetFirst(wished.slice(0, MOST_MOMENTS), input);
  const resolved = moments.map((moment) => weighed(moment, resolveMoment(moment, context), context));
  const spans = spansOf(moments, input);
  const whole = spanning(moments, resolved);
  const { readings, also, ambiguous } = chosen(moments, resolved, whole, options);
  const incomplete =
    readings.length > 0 &&
    (isIncomplete(input, pieces, options.prefer) ||
      saysGenerally(input, pieces) ||
      speaksOfNowadays(input, pieces) ||
      isQuoted(text, input, pieces) ||
      all.length === 0 ||
      // "ne m'appelez surtout pas demain": what is left has no day of its own.
      (refused && prefersDay(moments, options)) ||
      (options.prefer === 'future' &&
        moments.some((moment) => isRuledOut(input, moment) || isOccupied(input, moment))));
  const lengths = resolved.flatMap((each) => (each.minutes === null ? [] : [each.minutes]));
  const unsure =
    troubled ||
    pieces.length === MOST_PIECES ||
    // "1h ou 2h"
    (readings.length === 0 && new Set(lengths).size > 1) ||
    ambiguous ||
    incomplete ||
    leavesResidue(input, pieces) ||
    (resolved.some((each) => each.timed) && namesOtherZone(text, options.zone, context.now)) ||
    (refused && readings.length === 0) ||
    resolved.some((each) => each.unsure);
  // A doubtful reading never stands alone: beside it what it says at least, or itself only to be asked about.
  const likeliest = readings[0];
  const lesser = unsure && readings.length === 1 && likeliest ? lessPrecise(likeliest) : [];
  const hidden = incomplete || (unsure && readings.length === 1 && lesser.length === 0);
  const [first, further] = hidden ? [undefined, readings] : [likeliest, readings.slice(1)];
  const others = further.slice(0, MOST_ALTERNATIVES).map(asSpan);
  return {
    text,
    start: first?.start ?? null,
    end: first?.end ?? null,
    grain: first?.grain ?? null,
    alternatives: first && others.length === 0 ? lesser : others,
    also: first ? also.filter((each) => each.start !== first.start || each.end !== first.end) : [],
    durationMinutes: lengths[0] ?? null,
    spans,
    unsure,
  };
}
