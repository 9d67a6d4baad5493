import type { z } from 'zod';
import { filterOf } from '../../../data/tickets/list/views';
import type { QueueFilter } from '../../../data/tickets/list/types';
import type { TicketList } from '../contract';
import { type Caller, endpoint } from '../endpoint';
import { readCursor, writeCursor } from '../queue-cursor';
import { ticketListAnswer } from '../schemas';
import { ticketListQuery } from '../schemas-queue';

/** GET /tickets: a page of a view, narrowed by filters and words, and the counts of all views. */
export const listTickets = endpoint({
  method: 'get',
  path: '/tickets',
  summary: 'A page of a view, narrowed by filters and words, with the counts of every view',
  query: ticketListQuery,
  answer: ticketListAnswer,
  async handle({ query, ...caller }, { services, views }) {
    const { advisor, scope, now } = caller;
    const filter = askedFor(query, caller);
    const after = query.cursor === undefined ? null : readCursor(query.cursor, filter.text !== undefined);
    const [page, { groups, ...counts }] = await Promise.all([
      services.queue.page(filter, { after, limit: query.limit }),
      services.queue.counts(scope.deskIds, advisor.id, now),
    ]);
    const body: TicketList = {
      tickets: page.rows.map(views.ofRow),
      next: page.next && writeCursor(page.next),
      counts,
      groups: groups.map(({ deskId, category, open }) => ({ desk: deskId, category, open })),
    };
    return { kind: 'json', body };
  },
});

/** A desk that is not hers is like one that does not exist: nothing is on it. */
function askedFor(
  query: z.infer<typeof ticketListQuery>,
  { advisor, scope, now }: Pick<Caller, 'advisor' | 'scope' | 'now'>,
): QueueFilter {
  const text = query.q?.trim();
  return filterOf(
    query.view,
    {
      deskIds: scope.deskIds.filter((deskId) => query.desk?.includes(deskId) ?? true),
      statuses: query.status,
      categories: query.category,
      priorities: query.priority,
      assigneeIds: query.assignee?.map((id) => (id === 'me' ? advisor.id : id === 'none' ? null : id)),
      teamIds: query.team,
      topicIds: query.topic,
      text: text === '' ? undefined : text,
      sort: query.sort,
    },
    advisor.id,
    now,
  );
}
