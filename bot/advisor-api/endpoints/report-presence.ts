import { endpoint } from '../endpoint';
import { liveView } from '../live-view';
import { liveAnswer, presenceBody } from '../schemas-live';

/** POST /live/tickets/:id/presence: the advisor looks at a ticket and writes, or leaves it. What she writes as a reply, the requester sees. */
export const reportPresence = endpoint({
  method: 'post',
  path: '/live/tickets/:id/presence',
  audit: 'none',
  summary: 'Say that one looks at a ticket, writes on it, or leaves it',
  body: presenceBody,
  answer: liveAnswer,
  async handle({ params, body, advisor, sessionToken, scope, now }, parts) {
    const ticket = await scope.ticket(params.id ?? '');
    const { presence, services, showTyping } = parts;
    const { tabId, here, writing } = body;
    const look = { ticketId: ticket.id, deskId: ticket.deskId, advisor, tabId, writing };
    if (here) presence.look(look);
    else presence.leave(look);
    await services.advisors.seen(sessionToken, now);
    if (here && writing === 'reply' && ticket.conversationId !== null) {
      showTyping(ticket.conversationId, advisor.name);
    }
    return { kind: 'json', body: await liveView(ticket, advisor, parts) };
  },
});
