import { endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { ticketSummaryAnswer } from '../schemas';
import { changeTopicBody, topicsAnswer, topicsQuery } from '../schemas-tickets';
import { throwTicketFault } from '../ticket-faults';

/** GET /tickets/:id/topics?text=: what a ticket of this desk can be about, and what a text is likely about. */
export const listTopics = endpoint({
  method: 'get',
  path: '/tickets/:id/topics',
  summary: 'The topics of a ticket’s desk, and which of them a text is likely about',
  query: topicsQuery,
  answer: topicsAnswer,
  async handle({ params, query, scope }, { knowledge }) {
    const ticket = await scope.ticket(params.id ?? '');
    const own = knowledge.topics().filter(({ desk }) => desk === ticket.deskId);
    const text = query.text ?? ticket.subject;
    const { topics } = knowledge.understand(text, { desk: ticket.deskId });
    const suggested = topics.map(({ id }) => id).filter((id) => own.some((topic) => topic.id === id));
    const choices = own
      .map(({ id, titleFr, category }) => ({ id, title: titleFr, category }))
      .sort((one, other) => one.title.localeCompare(other.title, 'fr'));
    return { kind: 'json', body: { topics: choices, suggested: suggested.slice(0, 3) } };
  },
});

/** POST /tickets/:id/topic: another topic, and with it perhaps another team. */
export const changeTopic = endpoint({
  method: 'post',
  path: '/tickets/:id/topic',
  summary: 'Say that a ticket is about another topic of its desk',
  body: changeTopicBody,
  answer: ticketSummaryAnswer,
  conflicts: true,
  async handle({ params, body, advisor, scope, now }, { services, views, knowledge }) {
    const ticket = await scope.ticket(params.id ?? '');
    const topic = knowledge.topic(body.topicId);
    if (topic === null || topic.desk !== ticket.deskId) throw new ApiFault('unknown-topic');
    const changed = await services.tickets.changeTopic({
      ticketId: ticket.id,
      topicId: topic.id,
      category: topic.category,
      advisorId: advisor.id,
      expectedVersion: body.version,
      now,
    });
    if (!changed.ok) return throwTicketFault(changed.fault, ticket, views);
    return { kind: 'json', body: await views.summary(changed.value) };
  },
});
