import { plusDays } from '../lib/dates';

/** The periods that can be chosen by name; `own` has its days typed. */
export const PERIODS = ['week', 'month', 'quarter', 'this-month', 'last-month', 'own'] as const;
export type PeriodName = (typeof PERIODS)[number];

/** What the page is asked to show; kept in the address, so that it can be sent to a colleague. */
export interface Asked {
  readonly period: PeriodName;
  /** Days, both included, as 2026-11-18. */
  readonly from: string;
  readonly to: string;
  /** A desk's id; '' for all of hers. */
  readonly desk: string;
}

const LENGTHS: Readonly<Partial<Record<PeriodName, number>>> = { week: 7, month: 28, quarter: 91 };

/** The days of a period that is chosen by name. Whole weeks, so that weekdays weigh the same in each. */
export function daysOf(period: Exclude<PeriodName, 'own'>, today: string): Pick<Asked, 'from' | 'to'> {
  const length = LENGTHS[period];
  if (length !== undefined) return { from: plusDays(today, 1 - length), to: today };
  const first = `${today.slice(0, 8)}01`;
  if (period === 'this-month') return { from: first, to: today };
  const lastDay = plusDays(first, -1);
  return { from: `${lastDay.slice(0, 8)}01`, to: lastDay };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the address; whatever nobody wrote is four weeks of all desks. */
export function askedIn(search: string, today: string, desks: readonly string[]): Asked {
  const params = new URLSearchParams(search);
  const desk = desks.find((id) => id === params.get('desk')) ?? '';
  const named = PERIODS.find((name) => name === params.get('period')) ?? 'month';
  if (named !== 'own') return { period: named, desk, ...daysOf(named, today) };
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  const valid = DAY.test(from) && DAY.test(to) && from <= to;
  return valid ? { period: 'own', desk, from, to } : { period: 'month', desk, ...daysOf('month', today) };
}

/** The address of what is asked, with its question mark. */
export function searchOf({ period, from, to, desk }: Asked): string {
  const params = new URLSearchParams({ period });
  if (period === 'own') {
    params.set('from', from);
    params.set('to', to);
  }
  if (desk !== '') params.set('desk', desk);
  return `?${params}`;
}

/** The same for the API. */
export function apiQuery({ from, to, desk }: Asked): string {
  return String(new URLSearchParams({ from, to, ...(desk !== '' && { desk }) }));
}
