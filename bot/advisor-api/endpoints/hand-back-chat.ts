import { endpoint } from '../endpoint';
import { liveView } from '../live-view';
import { liveAnswer } from '../schemas-live';

/** POST /live/tickets/:id/hand-back: the assistant answers the chat again. Somebody else's hold, and none at all, stay as they are. */
export const handBackChat = endpoint({
  method: 'post',
  path: '/live/tickets/:id/hand-back',
  summary: 'Hand a ticket’s chat back to the assistant',
  answer: liveAnswer,
  async handle({ params, advisor, scope, now }, parts) {
    const ticket = await scope.ticket(params.id ?? '');
    const { conversationId } = ticket;
    if (conversationId !== null) {
      const hold = { conversationId, advisorId: advisor.id, reason: 'advisor', now } as const;
      await parts.services.holds.release(hold);
    }
    return { kind: 'json', body: await liveView(ticket, advisor, parts) };
  },
});
