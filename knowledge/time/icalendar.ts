import type { Reading } from './resolve/bounds';
import type { Context } from './resolve/context';
import { isZone, parseWall, wallTimeAt } from './zone';

/** An event pasted from a calendar: its DTSTART and DTEND lines (RFC 5545). */

const PROPERTY =
  /\b(DTSTART|DTEND)((?:;[A-Z-]+=[^:;\s]{1,60}){0,4}):(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(?:\d{2})?(Z)?)?/gu;
const IN_ZONE = /;TZID="?([^";:]{1,50})/u;

interface Bound {
  readonly at: string;
  readonly from: number;
  readonly to: number;
}

function boundOf(match: RegExpMatchArray, context: Context): Bound | null {
  const [whole, , parameters = '', year, month, day, hour, minute, utc] = match;
  const place = { from: match.index!, to: match.index! + whole.length };
  const date = `${year}-${month}-${day}`;
  const local = `${date}T${hour ?? '00'}:${minute ?? '00'}`;
  if (parseWall(local) === null) return null;
  if (hour === undefined) return { at: date, ...place };
  if (utc !== undefined) return { at: wallTimeAt(new Date(`${local}:00Z`), context.zone), ...place };
  const zone = IN_ZONE.exec(parameters)?.[1];
  // A wall time of another zone is not placed: it is asked about.
  return zone !== undefined && isZone(zone) && zone !== context.zone ? null : { at: local, ...place };
}

/** The reading of the first event in a text and its place there; null where there is none that can be placed. */
export function readICalendar(
  text: string,
  context: Context,
): { readonly reading: Reading; readonly span: { from: number; to: number } } | null {
  const found = [...text.matchAll(PROPERTY)];
  const [starts, ends] = ['DTSTART', 'DTEND'].map((name) => found.filter((match) => match[1] === name));
  if (starts!.length !== 1 || ends!.length > 1) return null;
  const start = boundOf(starts![0]!, context);
  const end = ends![0] ? boundOf(ends![0], context) : null;
  if (!start || (ends![0] && !end)) return null;
  const timed = start.at.length > 10;
  const last = end !== null && end.at > start.at && timed ? end.at : null;
  return {
    reading: { start: start.at, end: last, grain: timed ? 'minute' : 'day' },
    span: { from: start.from, to: Math.max(start.to, end?.to ?? 0) },
  };
}
