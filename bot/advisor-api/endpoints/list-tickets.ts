import type { TicketFilter, TicketRow } from '../../../data/tickets/types';
import type { TicketList, TicketView } from '../contract';
import { endpoint } from '../endpoint';
import { ticketListAnswer, ticketListQuery } from '../schemas';

/** Rows that one answer carries at most. */
const LIMIT = 500;

const OURS_TO_ANSWER: TicketFilter['statuses'] = ['new', 'open'];

/** What each view shows. */
const VIEWS: Readonly<
  Record<TicketView, (advisorId: string, now: Date) => Omit<TicketFilter, 'deskIds' | 'limit'>>
> = {
  mine: (advisorId) => ({ statuses: ['new', 'open', 'waiting'], assigneeId: advisorId }),
  unassigned: () => ({ statuses: ['new', 'open', 'waiting'], assigneeId: null }),
  open: () => ({ statuses: OURS_TO_ANSWER }),
  overdue: (_advisorId, now) => ({ overdueAt: now }),
  waiting: () => ({ statuses: ['waiting'] }),
  solved: () => ({ statuses: ['solved', 'closed'] }),
  all: () => ({}),
};

/** Where somebody waits for us, whoever has waited longest stands first; elsewhere what changed last. */
const FIRST_COME_FIRST: ReadonlySet<TicketView> = new Set(['mine', 'unassigned', 'open']);

const byWaiting = (one: TicketRow, other: TicketRow): number =>
  (one.waitingSince?.getTime() ?? Infinity) - (other.waitingSince?.getTime() ?? Infinity) || 0;

/** GET /tickets?view=: the rows of a view, and the counts of all of them. */
export const listTickets = endpoint({
  method: 'get',
  path: '/tickets',
  summary: 'The tickets of a view, with the counts of every view',
  query: ticketListQuery,
  answer: ticketListAnswer,
  async handle({ advisor, scope, query, now }, { services, views }) {
    const [rows, counts] = await Promise.all([
      services.tickets.list({ deskIds: scope.deskIds, limit: LIMIT, ...VIEWS[query.view](advisor.id, now) }),
      services.tickets.counts(scope.deskIds, advisor.id, now),
    ]);
    const ordered = FIRST_COME_FIRST.has(query.view) ? [...rows].sort(byWaiting) : rows;
    const body: TicketList = { tickets: ordered.map(views.ofRow), counts };
    return { kind: 'json', body };
  },
});
