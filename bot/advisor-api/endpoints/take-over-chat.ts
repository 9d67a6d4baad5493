import { endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { holdView, liveView } from '../live-view';
import { heldAnswer, liveAnswer, takeOverBody } from '../schemas-live';

/** POST /live/tickets/:id/take-over: the advisor answers the chat herself; the assistant is silent from now on. */
export const takeOverChat = endpoint({
  method: 'post',
  path: '/live/tickets/:id/take-over',
  summary: 'Answer a ticket’s chat oneself: the assistant is silent from now on',
  body: takeOverBody,
  answer: liveAnswer,
  conflicts: heldAnswer,
  async handle({ params, body, advisor, scope, now }, parts) {
    const ticket = await scope.ticket(params.id ?? '');
    const taken = await parts.services.holds.take({
      ticketId: ticket.id,
      advisor: { id: advisor.id, name: advisor.name },
      from: body.from,
      now,
    });
    if (taken.ok) return { kind: 'json', body: await liveView(ticket, advisor, parts) };
    switch (taken.fault.code) {
      case 'not-found':
        throw new ApiFault('not-found');
      case 'no-chat':
      case 'ended':
        throw new ApiFault('chat-not-takeable');
      case 'held':
        throw new ApiFault('chat-held', { hold: holdView(taken.fault.by) });
    }
  },
});
