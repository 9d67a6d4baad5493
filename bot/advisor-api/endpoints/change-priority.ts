import { endpoint } from '../endpoint';
import { changePriorityBody, ticketSummaryAnswer } from '../schemas';
import { throwTicketFault } from '../ticket-faults';

/** POST /tickets/:id/priority: gives a ticket another priority, and with it other deadlines. */
export const changePriority = endpoint({
  method: 'post',
  path: '/tickets/:id/priority',
  summary: 'Give a ticket another priority',
  body: changePriorityBody,
  answer: ticketSummaryAnswer,
  conflicts: true,
  async handle({ params, body, advisor, scope, now }, { services, views }) {
    const ticket = await scope.ticket(params.id ?? '');
    const changed = await services.tickets.changePriority({
      ticketId: ticket.id,
      priority: body.priority,
      advisorId: advisor.id,
      expectedVersion: body.version,
      now,
    });
    if (!changed.ok) return throwTicketFault(changed.fault, ticket, views);
    return { kind: 'json', body: await views.summary(changed.value) };
  },
});
