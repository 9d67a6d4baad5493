import type { TimeReading } from '../../knowledge/types';
import type { FormEnv } from './types';
import { localWall } from './local-time';

/** Which parts of a time a person really said. A reading completes "15h" with a day; a form must not take that day as said. */
export interface SaidTime {
  /** Days said, likelier first: more than one when the words can mean several. 'YYYY-MM-DD'. */
  readonly days: readonly string[];
  /** 'HH:mm' */
  readonly start: string | null;
  readonly end: string | null;
  readonly durationMinutes: number | null;
  /** Part of the day without a clock time ("demain matin"): local wall span. */
  readonly window: { readonly from: string; readonly to: string } | null;
  /** "jusqu'à 16h", "fini à 16h": the only clock time said is an end. */
  readonly endOnly: boolean;
  /** "après 17h", "à partir de 17h". */
  readonly after: boolean;
  /** "avant 10h". */
  readonly before: boolean;
  readonly unsure: boolean;
}

const NUMBER =
  '(?:\\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix[- ]sept|dix[- ]huit|dix[- ]neuf|vingt(?:(?:[- ]et)?[- ](?:une?|deux|trois))?)';
const CLOCK = new RegExp(
  `(?<![\\d/.])(?:${NUMBER}\\s*(?:h(?:eures?|rs?)?|:)\\s*(?:\\d{2}|pile|et\\s+(?:demie?|quart)|moins\\s+(?:le\\s+)?quart|trente|quinze|quarante[- ]cinq)?(?![\\p{L}\\d])|midi(?:\\s+et\\s+demie?|\\s+trente)?|minuit|noon|midnight|\\d{1,2}(?::\\d{2})?\\s*(?:am|pm|o'?clock)\\b)`,
  'giu',
);
/** "de 14 à 16h", "14-16h": a first number that carries no unit of its own. "le 12 à 18h" is a day and a time. */
const BARE_RANGE =
  /(?:\b(?:de|entre|from|between)\s+\d{1,2}\s*(?:h\s*)?(?:-|–|à|a|et|to|and)|(?<!\d|\ble\s|\bau\s)\b\d{1,2}\s*[-–])\s*(?=\d{1,2}\s*(?:h|:|pm|am))/giu;
const BARE_RANGE_END =
  /((?:\d{1,2}\s*h|\d{1,2}:\d{2})\s*(?:\d{2})?\s*(?:-|–|à|a|to)\s*)\d{1,2}(?![\d/:]|\s*h)/giu;
/** "de 10 à 12": two hours without a unit. */
const BARE_PAIR = /\b(?:de|entre|from|between)\s+\d{1,2}\s*(?:-|–|à|a|et|to|and)\s*\d{1,2}(?!\s*[:h]|\d)/giu;
const END_ONLY =
  /(?:jusqu['’]?\s*(?:à|a|au|aux)?|jusque|fini(?:e|s|t|r)?|termin[ée](?:e|s|r)?|fin(?:it)?|till?|until|ended?|finished)\s*(?:vers\s+|à\s+|a\s+|at\s+|c['’]est\s+|:\s*)*$/iu;
const AFTER = /(?:apr[eè]s|à partir de|a partir de|dès|des|after|from)\s*$/iu;
const BEFORE = /(?:avant|before)\s*$/iu;

/** What a sentence says of a time, read by knowledge and checked against the words themselves. null: nothing about time. */
export function saidTime(text: string, env: FormEnv, prefer: 'past' | 'future'): SaidTime | null {
  const reading = readTimes(text, env, prefer);
  if (reading.start === null && reading.durationMinutes === null) return null;
  const clocks = [...text.matchAll(CLOCK)].filter((match) => !isLength(text, match, reading));
  const first = clocks[0];
  const lead = first === undefined ? '' : text.slice(0, first.index);
  // A reading to the minute comes from a clock time that was said; one to the hour may be a part of the day.
  const hasClock = reading.grain === 'minute' || (reading.grain === 'hour' && clocks.length > 0);
  const withoutClock = hasClock ? dayWords(text, env, prefer) : reading;
  const day = withoutClock?.start ?? null;
  const days =
    day === null
      ? []
      : unique([
          (hasClock ? (reading.start ?? day) : day).slice(0, 10),
          ...(withoutClock?.alternatives ?? []).map((other) => other.start.slice(0, 10)),
        ]);
  const window =
    !hasClock && reading.start !== null && reading.start.includes('T') && reading.end !== null
      ? { from: reading.start, to: reading.end }
      : null;
  const dayIsCoarse = reading.grain === 'week' || reading.grain === 'month';
  // "jusqu'à 16h" is read as the span that ends then; its start was not said.
  const onlyEndSaid =
    clocks.length === 1 && reading.end !== null && (END_ONLY.test(lead) || BEFORE.test(lead));
  const clockOf = (wall: string | null): string | null =>
    hasClock && wall !== null ? wall.slice(11, 16) || null : null;
  return {
    days: dayIsCoarse ? [] : days,
    start: onlyEndSaid ? clockOf(reading.end) : clockOf(reading.start),
    end: onlyEndSaid ? null : clockOf(reading.end),
    durationMinutes: reading.durationMinutes,
    window: dayIsCoarse && reading.start !== null ? weekWindow(reading) : window,
    endOnly: clocks.length === 1 && END_ONLY.test(lead),
    after: AFTER.test(lead),
    before: BEFORE.test(lead),
    unsure: reading.unsure,
  };
}

const readTimes = (
  text: string,
  { now, zone, readTimes: read }: FormEnv,
  prefer: 'past' | 'future',
): TimeReading => read(text, { now: localWall(now, zone), zone, prefer });

/** "cours de 2h": a length beside another clock time, not a clock time of its own. */
function isLength(text: string, match: RegExpExecArray, reading: TimeReading): boolean {
  if (reading.durationMinutes === null) return false;
  if (reading.start === null) return true;
  return /(?:cours|séance|seance|leçon|lecon|pendant|durée|duree|for|dur[ée]+)\s*(?:de\s+|:\s*)?$/iu.test(
    text.slice(0, match.index),
  );
}

/** The same sentence without its clock times, read again: what is left names the day, if a day was said. */
function dayWords(text: string, env: FormEnv, prefer: 'past' | 'future'): TimeReading | null {
  const rest = text
    .replace(BARE_PAIR, ' ')
    .replace(BARE_RANGE_END, '$1')
    .replace(BARE_RANGE, ' ')
    .replace(CLOCK, ' ')
    .replace(
      /(?:\b(?:de|à|a|dès|vers|jusqu['’]à|jusqu['’]?a|et|entre|from|to|at|until|till)\b|[-–,])\s*(?=$|\s*(?:de|à|a|et|-|–)\s|\s*$)/giu,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
  if (rest === '') return null;
  const reading = readTimes(rest, env, prefer);
  return reading.start === null ? null : reading;
}

const weekWindow = (reading: TimeReading): { from: string; to: string } | null =>
  reading.start === null || reading.end === null
    ? null
    : { from: `${reading.start.slice(0, 10)}T00:00`, to: `${reading.end.slice(0, 10)}T23:59` };

const unique = (items: readonly string[]): readonly string[] => [...new Set(items)];
