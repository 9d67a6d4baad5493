import { DateTime } from 'luxon';
import { localDate, localWall, minutesOf, plusDays } from '../form/local-time';

/** A part of the day, 'HH:mm' on her own clock; equal ends mean that very start, '24:00' the end of the day. */
export interface ClockSpan {
  readonly from: string;
  readonly to: string;
}

/** Days, 'YYYY-MM-DD', both included. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/** Some times: all that is said of them must hold; what is null was not said. */
export interface Times {
  readonly days: DaySpan | null;
  /** 1 = Monday */
  readonly weekday: number | null;
  readonly clock: ClockSpan | null;
}

/** When she wants to meet, and whom. */
export interface Wish {
  /** One of these; never empty. */
  readonly any: readonly Times[];
  /** None of these. */
  readonly none: readonly Times[];
  /** Only with these advisors; empty: with whoever is free, her own first. */
  readonly advisors: readonly string[];
}

/** How far ahead is looked when no day was said. */
export const SOON_DAYS = 14;
/** "Le mercredi" means several of them. */
const WEEKDAY_DAYS = 28;
/** "À partir de jeudi" as the days that she means. */
export const ONWARD_DAYS = 14;

export const ANY_TIME: Times = { days: null, weekday: null, clock: null };
export const AS_SOON_AS_POSSIBLE: Wish = { any: [ANY_TIME], none: [], advisors: [] };

/** Whether nothing at all is asked of a time. */
export const isAnyTime = ({ days, weekday, clock }: Times): boolean =>
  days === null && weekday === null && clock === null;

/** The weekday of a date, 1 = Monday. */
export const weekdayOf = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay() || 7;

const timesKey = ({ days, weekday, clock }: Times): string =>
  [
    days === null ? '' : days.from === days.to ? days.from : `${days.from}..${days.to}`,
    weekday === null ? '' : `#${weekday}`,
    clock === null ? '' : `@${clock.from}-${clock.to}`,
  ].join('') || '*';

/** A wish as the form stores it: `2026-11-23..2026-11-27@12:00-18:00,!#3,=advisor-abc-1`. Equal wishes are equal strings. */
export const writeWish = ({ any, none, advisors }: Wish): string =>
  [
    ...unique(any.map(timesKey)),
    ...unique(none.map(timesKey)).map((key) => `!${key}`),
    ...unique(advisors).map((id) => `=${id}`),
  ].join(',');

const TIMES = /^(?:(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?)?(?:#([1-7]))?(?:@(\d\d:\d\d)-(\d\d:\d\d))?$/;

function readTimes(key: string): Times | null {
  if (key === '*') return ANY_TIME;
  const match = TIMES.exec(key);
  if (match === null || key === '') return null;
  const [, from, to, weekday, start, end] = match;
  return {
    days: from === undefined ? null : { from, to: to ?? from },
    weekday: weekday === undefined ? null : Number(weekday),
    clock: start === undefined || end === undefined ? null : { from: start, to: end },
  };
}

/** Reads a stored wish back; null when it is none (an earlier release wrote them otherwise). */
export function parseWish(value: string): Wish | null {
  const parts = value.split(',');
  const times = (keys: readonly string[]) => keys.map(readTimes);
  const any = times(parts.filter((part) => !/^[!=]/.test(part)));
  const none = times(parts.filter((part) => part.startsWith('!')).map((part) => part.slice(1)));
  const isWhole = (list: readonly (Times | null)[]): list is readonly Times[] => !list.includes(null);
  if (!isWhole(any) || !isWhole(none) || any.length === 0) return null;
  return { any, none, advisors: parts.filter((part) => part.startsWith('=')).map((part) => part.slice(1)) };
}

/** The one start that is wished, as local wall time; null when there is more to choose from. */
export function exactStart({ any: [only, ...others] }: Wish): string | null {
  if (only === undefined || others.length > 0 || only.days === null || only.clock === null) return null;
  const isOne = only.days.from === only.days.to && only.clock.from === only.clock.to;
  return isOne ? `${only.days.from}T${only.clock.from}` : null;
}

/** The days in which a wish is looked for, from today on. */
export function daysOf({ any }: Wish, now: Date, zone: string): DaySpan {
  const today = localDate(now, zone);
  const spans = any.map(({ days, weekday }) => {
    if (days !== null) return days;
    return { from: today, to: plusDays(today, weekday === null ? SOON_DAYS : WEEKDAY_DAYS) };
  });
  const froms = spans.map(({ from }) => from).sort();
  const tos = spans.map(({ to }) => to).sort();
  return { from: froms[0] ?? today, to: tos[tos.length - 1] ?? today };
}

/** Whether everything wished for lies in the past. */
export function isPast(wish: Wish, now: Date, zone: string): boolean {
  const wall = localWall(now, zone);
  return wish.any.every(
    ({ days, clock }) => days !== null && `${days.to}T${clock === null ? '24:00' : clock.to}` <= wall,
  );
}

/** A slot on her own clock. */
export interface LocalSlot {
  readonly date: string;
  readonly weekday: number;
  /** Minutes from midnight. */
  readonly start: number;
  readonly end: number;
}

/** A slot of this length as she sees it. @param minutes how long it lasts. */
export function localSlot(startsAt: Date, zone: string, minutes: number): LocalSlot {
  const at = DateTime.fromJSDate(startsAt, { zone });
  const start = at.hour * 60 + at.minute;
  return { date: at.toFormat('yyyy-MM-dd'), weekday: at.weekday, start, end: start + minutes };
}

function holds({ days, weekday, clock }: Times, slot: LocalSlot, how: 'within' | 'touching'): boolean {
  if (days !== null && (slot.date < days.from || slot.date > days.to)) return false;
  if (weekday !== null && slot.weekday !== weekday) return false;
  if (clock === null) return true;
  const [from, to] = [minutesOf(clock.from), minutesOf(clock.to)];
  if (from === to) return slot.start === from;
  // What she wants is a slot that lies in it; what she does not want, one that touches it.
  return how === 'within' ? slot.start >= from && slot.end <= to : slot.end > from && slot.start < to;
}

/** Whether a slot is none of those that she does not want. */
export const isAllowed = ({ none }: Wish, slot: LocalSlot): boolean =>
  !none.some((times) => holds(times, slot, 'touching'));

/** Whether a slot is what she wishes. */
export const fits = (wish: Wish, slot: LocalSlot): boolean =>
  isAllowed(wish, slot) && wish.any.some((times) => holds(times, slot, 'within'));

const unique = (items: readonly string[]): readonly string[] => [...new Set(items)];
