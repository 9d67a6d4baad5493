import { TICKET_STATUSES, type TicketStatus } from '../types';
import type { QueueSort } from './types';

/** A column of "Ticket" that rows are sorted by. */
export type SortColumn = 'waitingSince' | 'dueAt' | 'updatedAt' | 'createdAt';

/** One stretch of a list: rows of these states, sorted by one column. */
export interface Lane {
  readonly statuses: readonly TicketStatus[];
  readonly column: SortColumn;
  readonly order: 'asc' | 'desc';
  /** Only rows without a value in this column: those with one stood in an earlier phase. */
  readonly without?: SortColumn;
}

const OURS: readonly TicketStatus[] = ['new', 'open'];
const OTHERS: readonly TicketStatus[] = TICKET_STATUSES.filter((status) => !OURS.includes(status));

/** Whoever waits for us comes first; then, under both of these sorts, what changed last. */
const LATEST = { column: 'updatedAt', order: 'desc' } as const;

/**
 * A sorted list as phases that follow each other, each a set of lanes that are merged: no lane needs more than one index, however many
 * states and desks are shown.
 */
export const PHASES: Readonly<Record<QueueSort, readonly (readonly Lane[])[]>> = {
  waiting: [
    [{ statuses: OURS, column: 'waitingSince', order: 'asc' }],
    [
      { statuses: OURS, ...LATEST, without: 'waitingSince' },
      { statuses: OTHERS, ...LATEST },
    ],
  ],
  due: [
    [{ statuses: OURS, column: 'dueAt', order: 'asc' }],
    [
      { statuses: OURS, ...LATEST, without: 'dueAt' },
      { statuses: OTHERS, ...LATEST },
    ],
  ],
  updated: [[{ statuses: TICKET_STATUSES, ...LATEST }]],
  created: [[{ statuses: TICKET_STATUSES, column: 'createdAt', order: 'desc' }]],
};
