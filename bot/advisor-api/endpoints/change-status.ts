import { endpoint } from '../endpoint';
import { changeStatusBody, ticketSummaryAnswer } from '../schemas';
import { throwTicketFault } from '../ticket-faults';

/** POST /tickets/:id/status: resolves, reopens, sets waiting or closes, as data/tickets/lifecycle.ts allows. */
export const changeStatus = endpoint({
  method: 'post',
  path: '/tickets/:id/status',
  summary: 'Resolve, reopen, set waiting or close a ticket',
  body: changeStatusBody,
  answer: ticketSummaryAnswer,
  conflicts: true,
  async handle({ params, body, advisor, scope, now }, { services, views }) {
    const ticket = await scope.ticket(params.id ?? '');
    const changed = await services.tickets.changeStatus({
      ticketId: ticket.id,
      to: body.status,
      actor: { kind: 'advisor', id: advisor.id },
      expectedVersion: body.version,
      now,
    });
    if (!changed.ok) return throwTicketFault(changed.fault, ticket, views);
    return { kind: 'json', body: await views.summary(changed.value) };
  },
});
