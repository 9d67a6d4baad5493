import type { FiguresView } from '../../../bot/advisor-api/contract-figures';

/** What a chart comes down to; null: there is nothing to say. */
export interface Findings {
  /** Which category asks most of us, and its share of all. */
  readonly category: {
    readonly category: string | null;
    readonly share: number;
    readonly of: 'tickets' | 'messages';
  } | null;
  /** The share of visits that needed nobody. */
  readonly withoutTicket: number | null;
  /** The oldest requests that are open, and how many there are. */
  readonly oldest: { readonly age: FiguresView['backlog'][number]['age']; readonly count: number } | null;
  /** The three hours in which most is written; `to` is where they end. */
  readonly peak: { readonly from: number; readonly to: number; readonly share: number } | null;
}

const PEAK_HOURS = 3;

/** Reads the answers off the figures: they are the titles of the charts. */
export function findingsOf(figures: FiguresView): Findings {
  const { totals } = figures;
  return {
    category: topCategory(figures),
    withoutTicket: totals.visits === 0 ? null : totals.withoutTicket / totals.visits,
    oldest: oldestOf(figures.backlog),
    peak: peakOf(figures.byHour),
  };
}

/** Requests weigh more than messages: they are what people work on. Where there are none, messages. */
function topCategory({ byCategory, totals }: FiguresView): Findings['category'] {
  const of = totals.tickets > 0 ? 'tickets' : 'messages';
  const [top] = categoryTotals(byCategory).sort((one, other) => other[of] - one[of]);
  if (top === undefined || top[of] === 0) return null;
  return { category: top.category, share: top[of] / totals[of], of };
}

interface CategoryTotal {
  readonly category: string | null;
  readonly messages: number;
  readonly tickets: number;
}

/** The categories of all desks together, those that ask most of us first. */
export function categoryTotals(byCategory: FiguresView['byCategory']): CategoryTotal[] {
  const sums = new Map<string | null, CategoryTotal>();
  for (const { category, messages, tickets } of byCategory) {
    const sum = sums.get(category) ?? { category, messages: 0, tickets: 0 };
    sums.set(category, { category, messages: sum.messages + messages, tickets: sum.tickets + tickets });
  }
  return [...sums.values()].sort(
    (one, other) => other.tickets - one.tickets || other.messages - one.messages,
  );
}

function oldestOf(backlog: FiguresView['backlog']): Findings['oldest'] {
  const oldest = backlog.findLast(({ ours, waiting }) => ours + waiting > 0);
  return oldest === undefined ? null : { age: oldest.age, count: oldest.ours + oldest.waiting };
}

function peakOf(byHour: readonly number[]): Findings['peak'] {
  const all = byHour.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  const windows = byHour.slice(0, byHour.length - PEAK_HOURS + 1).map((_, from) => ({
    from,
    to: from + PEAK_HOURS,
    share: byHour.slice(from, from + PEAK_HOURS).reduce((sum, count) => sum + count, 0) / all,
  }));
  return windows.reduce((best, each) => (each.share > best.share ? each : best));
}

/** How a figure moved against the period before: in percent of what it was, null where it was nothing. */
export const changeOf = (now: number, before: number): number | null =>
  before === 0 ? null : (now - before) / before;
