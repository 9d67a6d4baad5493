import { z } from 'zod';
import { fillFields } from '../../../data/replies/fields';
import type { Ticket } from '../../../data/tickets/types';
import type { ManyAnswered, ManyAnswers } from '../contract-tickets';
import { type ApiParts, type Caller, endpoint } from '../endpoint';
import { textLikeness } from '../likeness';
import { fieldValues } from '../reply-fields';
import { ticketSummaryAnswer } from '../schemas';
import { manyAnswersAnswer, manyAnswersBody } from '../schemas-tickets';
import { similarTo } from '../similar';

/** Tickets on one topic that are compared. */
const MOST_COMPARED = 500;
/** And shown. */
const MOST_SHOWN = 100;

/** GET /tickets/:id/similar: the tickets on its topic, and which of them seem to be of the same cause. */
export const listSimilar = endpoint({
  method: 'get',
  path: '/tickets/:id/similar',
  summary: 'Tickets on the same topic that are still to be answered, the similar ones first',
  answer: z.object({
    tickets: z.array(z.object({ ticket: ticketSummaryAnswer, similar: z.boolean() })),
    count: z.int().nonnegative(),
  }),
  async handle({ params, scope }, { services, views }) {
    const { id } = await scope.ticket(params.id ?? '');
    const rows = await services.relations.ofSameTopic(id, MOST_COMPARED);
    const own = rows.find((row) => row.id === id);
    const judged = own === undefined ? [] : similarTo(own, rows, textLikeness);
    return {
      kind: 'json',
      body: {
        tickets: judged
          .slice(0, MOST_SHOWN)
          .map(({ ticket, similar }) => ({ ticket: views.ofRow(ticket), similar })),
        count: Math.max(0, judged.filter(({ similar }) => similar).length - 1),
      },
    };
  },
});

/** POST /answers: one reply to many tickets, each in a transaction of its own, told in its requester's own chat. */
export const answerMany = endpoint({
  method: 'post',
  path: '/answers',
  summary: 'Send one reply with fields to many tickets',
  body: manyAnswersBody,
  answer: manyAnswersAnswer,
  async handle(call, parts) {
    const { body, scope } = call;
    const tickets: Ticket[] = [];
    // All of them first: a foreign one among them is refused before anybody is told anything.
    for (const id of new Set(body.tickets)) tickets.push(await scope.ticket(id));
    const results: ManyAnswered['results'][number][] = [];
    for (const ticket of tickets) results.push(await answerOne(ticket, body, call, parts));
    return { kind: 'json', body: { results } };
  },
});

async function answerOne(
  ticket: Ticket,
  body: ManyAnswers,
  { advisor, now }: Caller,
  { services, knowledge }: ApiParts,
): Promise<ManyAnswered['results'][number]> {
  const { id, reference } = ticket;
  const values = await fieldValues(ticket, advisor, services, knowledge);
  const { text, missing } = fillFields(body.text, values);
  if (missing.length > 0) return { id, reference, outcome: 'missing-fields', missing };
  const written = await services.tickets.write({
    idempotencyKey: `advisor-many:${advisor.id}:${body.clientId}`,
    ticketId: id,
    kind: 'reply',
    advisor: { id: advisor.id, name: advisor.name },
    text,
    solve: body.solve,
    now,
  });
  return { id, reference, outcome: written.ok ? 'told' : 'refused', missing: [] };
}
