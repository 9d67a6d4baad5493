import type { TicketStatus, TicketSummary } from '../../../bot/advisor-api/contract';
import type { QueueSort } from '../../../bot/advisor-api/contract-queue';

/** What narrows a view, as the address says it. Values of one filter are alternatives. */
export interface Filters {
  readonly desk?: readonly string[];
  readonly category?: readonly string[];
  readonly status?: readonly TicketStatus[];
  readonly priority?: readonly TicketSummary['priority'][];
  /** Ids of advisors, `me` or `none`. */
  readonly assignee?: readonly string[];
  readonly team?: readonly string[];
  readonly topic?: readonly string[];
  /** Words to look for. */
  readonly q?: string;
  readonly sort?: QueueSort;
}

export const STATUSES: readonly TicketStatus[] = [
  'new',
  'open',
  'waiting',
  'solved',
  'closed',
  'withdrawn',
  'merged',
];
export const PRIORITIES: readonly TicketSummary['priority'][] = ['urgent', 'high', 'normal', 'low'];
export const SORTS: readonly QueueSort[] = ['waiting', 'due', 'updated', 'created'];

/** The filters that take several values, in the order in which they are shown. */
export const LISTS = ['desk', 'category', 'status', 'priority', 'assignee', 'team', 'topic'] as const;
export type ListFilter = (typeof LISTS)[number];

const KNOWN: Partial<Readonly<Record<ListFilter, readonly string[]>>> = {
  status: STATUSES,
  priority: PRIORITIES,
};
/** As many values and characters as the server reads. */
const MOST_VALUES = 30;
const LONGEST_TEXT = 2_000;

/** Reads filters from an address; what cannot be meant is left out. */
export function parseFilters(params: URLSearchParams): Filters {
  const lists = LISTS.flatMap((key) => {
    const values = [...new Set((params.get(key) ?? '').split(','))].filter(
      (value) => /^[\w.@-]{1,100}$/.test(value) && (KNOWN[key]?.includes(value) ?? true),
    );
    return values.length === 0 ? [] : [[key, values.slice(0, MOST_VALUES)]];
  });
  const q = (params.get('q') ?? '').slice(0, LONGEST_TEXT);
  const sort = SORTS.find((known) => known === params.get('sort'));
  return {
    ...(Object.fromEntries(lists) as Filters),
    ...(q.trim() !== '' && { q }),
    ...(sort && { sort }),
  };
}

/** The filters as they stand in an address, in one order: the same filters are the same text. */
export function filterParams(filters: Filters): [string, string][] {
  return [
    ...LISTS.flatMap((key): [string, string][] => {
      const values = filters[key];
      return values === undefined || values.length === 0 ? [] : [[key, values.join(',')]];
    }),
    ...(filters.q === undefined ? [] : [['q', filters.q] as [string, string]]),
    ...(filters.sort === undefined ? [] : [['sort', filters.sort] as [string, string]]),
  ];
}

export const isFiltered = (filters: Filters): boolean => filterParams(filters).length > 0;

/** Adds a value, or takes it away where it is. */
export function toggled(filters: Filters, key: ListFilter, value: string): Filters {
  const values: readonly string[] = filters[key] ?? [];
  const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
  return next.length === 0 ? without(filters, key) : { ...filters, [key]: next };
}

export function without(filters: Filters, key: keyof Filters): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([each]) => each !== key));
}
