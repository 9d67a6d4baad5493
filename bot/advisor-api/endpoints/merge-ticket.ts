import { z } from 'zod';
import type { MergeFault } from '../../../data/tickets/relations';
import type { Ticket } from '../../../data/tickets/types';
import { endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { ticketSummaryAnswer } from '../schemas';
import { mergeBody } from '../schemas-tickets';
import { throwTicketFault } from '../ticket-faults';
import type { TicketViews } from '../ticket-views';

/** GET /tickets/:id/duplicates: what may be the same request of the same person. */
export const listDuplicates = endpoint({
  method: 'get',
  path: '/tickets/:id/duplicates',
  summary: 'Tickets of the same person that may be the same request',
  answer: z.object({ tickets: z.array(ticketSummaryAnswer) }),
  async handle({ params, scope }, { services, views }) {
    const ticket = await scope.ticket(params.id ?? '');
    const found = await services.relations.duplicatesOf(ticket.id);
    return { kind: 'json', body: { tickets: await Promise.all(found.map(views.summary)) } };
  },
});

/** POST /tickets/:id/merge: the ticket goes on in another one of its requester. */
export const mergeTicket = endpoint({
  method: 'post',
  path: '/tickets/:id/merge',
  summary: 'Let a ticket go on in another one of the same person',
  body: mergeBody,
  answer: ticketSummaryAnswer,
  conflicts: true,
  async handle({ params, body, advisor, scope, now }, { services, views }) {
    const ticket = await scope.ticket(params.id ?? '');
    const into = await scope.ticket(body.into);
    const merged = await services.relations.merge({
      ticketId: ticket.id,
      intoId: into.id,
      advisorId: advisor.id,
      expectedVersion: body.version,
      now,
    });
    if (!merged.ok) return throwMergeFault(merged.fault, ticket, views);
    return { kind: 'json', body: await views.summary(merged.value) };
  },
});

/** POST /tickets/:id/unmerge: takes a merge back, as long as nothing was added since. */
export const unmergeTicket = endpoint({
  method: 'post',
  path: '/tickets/:id/unmerge',
  summary: 'Take a merge back, as long as nothing was added since',
  body: z.strictObject({}),
  answer: ticketSummaryAnswer,
  async handle({ params, advisor, scope, now }, { services, views }) {
    const ticket = await scope.ticket(params.id ?? '');
    const apart = await services.relations.unmerge({ ticketId: ticket.id, advisorId: advisor.id, now });
    if (!apart.ok) throw new ApiFault(apart.fault.code);
    return { kind: 'json', body: await views.summary(apart.value) };
  },
});

async function throwMergeFault(fault: MergeFault, ticket: Ticket, views: TicketViews): Promise<never> {
  switch (fault.code) {
    case 'same-ticket':
    case 'other-desk':
    case 'other-person':
      throw new ApiFault(fault.code);
    case 'target-over':
      throw new ApiFault('target-over', { current: await views.summary(ticket) });
    default:
      return throwTicketFault(fault, ticket, views);
  }
}
