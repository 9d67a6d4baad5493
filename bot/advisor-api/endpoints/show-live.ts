import { endpoint } from '../endpoint';
import { liveView } from '../live-view';
import { liveAnswer } from '../schemas-live';

/** GET /live/tickets/:id: who answers a ticket's chat, who is there and who writes. */
export const showLive = endpoint({
  method: 'get',
  path: '/live/tickets/:id',
  summary: 'Who answers a ticket’s chat, who is there and who writes',
  answer: liveAnswer,
  async handle({ params, advisor, scope }, parts) {
    const ticket = await scope.ticket(params.id ?? '');
    return { kind: 'json', body: await liveView(ticket, advisor, parts) };
  },
});
