import { redact } from '../../../data/redaction';
import { endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { ticketSummaryAnswer } from '../schemas';
import { splitBody } from '../schemas-tickets';
import { throwTicketFault } from '../ticket-faults';

/** POST /tickets/:id/split: a second request becomes a ticket of its own. The same clientId splits once. */
export const splitTicket = endpoint({
  method: 'post',
  path: '/tickets/:id/split',
  summary: 'Make a ticket of its own of a second request',
  body: splitBody,
  answer: ticketSummaryAnswer,
  async handle({ params, body, advisor, scope, now }, { services, views, knowledge }) {
    const ticket = await scope.ticket(params.id ?? '');
    const topic = knowledge.topic(body.topicId);
    if (topic === null || topic.desk !== ticket.deskId) throw new ApiFault('unknown-topic');
    const second = await services.relations.split({
      idempotencyKey: `split:${advisor.id}:${ticket.id}:${body.clientId}`,
      ticketId: ticket.id,
      text: redact(body.text),
      topicId: topic.id,
      category: topic.category,
      advisorId: advisor.id,
      now,
    });
    if (!second.ok) return throwTicketFault(second.fault, ticket, views);
    return { kind: 'json', body: await views.summary(second.value) };
  },
});
