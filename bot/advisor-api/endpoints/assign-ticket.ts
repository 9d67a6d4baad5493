import type { AdvisorService } from '../../../data/advisors/types';
import type { DeskId } from '../../../data/desks/types';
import { endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { assignBody, ticketSummaryAnswer } from '../schemas';
import { throwTicketFault } from '../ticket-faults';

/** POST /tickets/:id/assign: gives the ticket to somebody of its desk, or to nobody. */
export const assignTicket = endpoint({
  method: 'post',
  path: '/tickets/:id/assign',
  summary: 'Give a ticket to an advisor of its desk, or to nobody',
  body: assignBody,
  answer: ticketSummaryAnswer,
  conflicts: true,
  async handle({ params, body, advisor, scope, now }, { services, views }) {
    const ticket = await scope.ticket(params.id ?? '');
    if (body.assigneeId !== null) await mustWorkOn(services.advisors, body.assigneeId, ticket.deskId);
    const assigned = await services.tickets.assign({
      ticketId: ticket.id,
      assigneeId: body.assigneeId,
      advisorId: advisor.id,
      expectedVersion: body.version,
      now,
    });
    if (!assigned.ok) return throwTicketFault(assigned.fault, ticket, views);
    return { kind: 'json', body: await views.summary(assigned.value) };
  },
});

async function mustWorkOn(advisors: AdvisorService, advisorId: string, deskId: DeskId): Promise<void> {
  const team = await advisors.ofDesks([deskId]);
  if (!team.some(({ id }) => id === advisorId)) throw new ApiFault('assignee-not-of-desk');
}
