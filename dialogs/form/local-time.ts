import { DateTime } from 'luxon';

/** An instant as local wall time, 'YYYY-MM-DDTHH:mm'. */
export const localWall = (at: Date, zone: string): string =>
  DateTime.fromJSDate(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");

/** An instant's local date, 'YYYY-MM-DD'. */
export const localDate = (at: Date, zone: string): string =>
  DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd');

/** The instant of a local wall time; null when the wall time does not exist or is not one. */
export function instantAt(date: string, clock: string, zone: string): Date | null {
  const at = DateTime.fromISO(`${date}T${clock}`, { zone });
  return at.isValid && at.toFormat("yyyy-MM-dd'T'HH:mm") === `${date}T${clock}` ? at.toJSDate() : null;
}

/** The instant of a local wall time 'YYYY-MM-DDTHH:mm'; one that the spring clock change skips is an hour later. */
export const nearestInstant = (wall: string, zone: string): Date =>
  DateTime.fromISO(wall, { zone }).toJSDate();

/** A local date some days later. */
export const plusDays = (date: string, days: number): string =>
  DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');

/** 'HH:mm' some minutes later; null when that is the next day or later. */
export function plusMinutes(clock: string, minutes: number): string | null {
  const total = minutesOf(clock) + minutes;
  if (total >= 24 * 60) return null;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

/** 'HH:mm' as minutes from midnight. */
export function minutesOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** An instant's local clock, 'HH:mm'. */
export const localClock = (at: Date, zone: string): string => localWall(at, zone).slice(11);
