import { TICKET_STATUSES, type TicketStatus } from '../types';
import type { QueueFilter, QueueSort, QueueView } from './types';

const ACTIVE: readonly TicketStatus[] = ['new', 'open', 'waiting'];
const OURS: readonly TicketStatus[] = ['new', 'open'];

/** What a view shows, and in which order unless another is asked for. */
const VIEWS: Readonly<
  Record<
    QueueView,
    {
      readonly statuses: readonly TicketStatus[];
      readonly assignee?: 'her' | 'nobody';
      readonly overdue?: true;
      readonly sort: QueueSort;
    }
  >
> = {
  mine: { statuses: ACTIVE, assignee: 'her', sort: 'waiting' },
  unassigned: { statuses: ACTIVE, assignee: 'nobody', sort: 'waiting' },
  open: { statuses: OURS, sort: 'waiting' },
  overdue: { statuses: OURS, overdue: true, sort: 'due' },
  waiting: { statuses: ['waiting'], sort: 'updated' },
  solved: { statuses: ['solved', 'closed'], sort: 'updated' },
  all: { statuses: TICKET_STATUSES, sort: 'updated' },
};

/** A view and whatever narrows it further, as one filter. */
export function filterOf(
  view: QueueView,
  narrowed: Omit<QueueFilter, 'sort' | 'overdueAt'> & { readonly sort?: QueueSort },
  advisorId: string,
  now: Date,
): QueueFilter {
  const { statuses, assignee, overdue, sort } = VIEWS[view];
  const owner = assignee === undefined ? undefined : [assignee === 'her' ? advisorId : null];
  return {
    ...narrowed,
    statuses: both(statuses, narrowed.statuses),
    ...(owner && { assigneeIds: both(owner, narrowed.assigneeIds) }),
    ...(overdue && { overdueAt: now }),
    sort: narrowed.sort ?? sort,
  };
}

const both = <T>(ones: readonly T[], others: readonly T[] | undefined): readonly T[] =>
  others === undefined ? ones : ones.filter((one) => others.includes(one));
