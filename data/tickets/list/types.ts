import type { TicketPriority, TicketRow, TicketStatus } from '../types';

export const QUEUE_VIEWS = ['mine', 'unassigned', 'open', 'overdue', 'waiting', 'solved', 'all'] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

/** waiting: who has waited longest for us · due: the nearest deadline · updated, created: the latest first. */
export const QUEUE_SORTS = ['waiting', 'due', 'updated', 'created'] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/** Which tickets of the queue. Lists are alternatives; what is absent does not narrow, an empty list matches nothing. */
export interface QueueFilter {
  /** The desks that the advisor may see, or some of them. */
  readonly deskIds: readonly string[];
  readonly statuses?: readonly TicketStatus[];
  readonly categories?: readonly string[];
  readonly priorities?: readonly TicketPriority[];
  /** null: nobody's. */
  readonly assigneeIds?: readonly (string | null)[];
  readonly teamIds?: readonly string[];
  readonly topicIds?: readonly string[];
  /** Only those whose deadline passed before this instant while it is our turn. */
  readonly overdueAt?: Date;
  /** Words to look for; what is found stands in the order of filing, the newest first, whatever `sort` says. */
  readonly text?: string;
  readonly sort: QueueSort;
}

/** Where a page ended: the next one begins after it. */
export interface QueueCursor {
  /** Which of the sort's phases (lanes.ts). */
  readonly phase: number;
  /** The value that the row was sorted by: an instant, or the position of a search. */
  readonly key: string;
  readonly id: string;
}

/** A ticket as the list shows it, without what only its own page needs. */
export type TicketHead = Omit<TicketRow, 'facts' | 'checks' | 'article'>;

export interface QueuePage {
  readonly rows: readonly TicketHead[];
  /** null: that was all. */
  readonly next: QueueCursor | null;
}

/** What is still to be done, and what is done. */
export const ACTIVE: readonly TicketStatus[] = ['new', 'open', 'waiting'];
export const SETTLED: readonly TicketStatus[] = ['solved', 'closed'];

/** Counts beyond this are not counted out: nobody reads them, and counting 200,000 rows takes time from everybody. */
export const COUNT_LIMIT = 1_000;

export interface QueueCounts {
  readonly mine: number;
  readonly unassigned: number;
  readonly open: number;
  readonly overdue: number;
  readonly waiting: number;
  /** At most COUNT_LIMIT, which means as many or more. */
  readonly solved: number;
  /** What is ours to answer, by desk and category. */
  readonly groups: readonly { readonly deskId: string; readonly category: string; readonly open: number }[];
}

/** The advisors' queue: any length of it, a page at a time. */
export interface QueueService {
  page(
    filter: QueueFilter,
    page: { readonly after: QueueCursor | null; readonly limit: number },
  ): Promise<QueuePage>;
  counts(deskIds: readonly string[], advisorId: string, now: Date): Promise<QueueCounts>;
}
