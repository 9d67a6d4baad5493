import type { JsonValue } from '../../../data/conversations/types';
import type { Assistant, Reply } from '../../reply';
import type { Play } from './player';

/**
 * What advisors do to a chat: `advisor takes over`, `advisor hands back`, `holds are looked at`. She hears what the workers say then.
 *
 * @returns whether the words tell of such a thing.
 */
export async function holdEvent(words: string, assistant: Assistant, play: Play): Promise<boolean> {
  const { services, clock } = play.data;
  const now = clock.now();
  const { conversationId } = play;
  switch (words) {
    case 'advisor takes over': {
      const [ticket] = await services.tickets.ofConversation(conversationId);
      const [advisor] = await services.advisors.ofDesks([play.desk]);
      if (ticket === undefined || advisor === undefined) throw new Error('nobody, or nothing, to take over');
      const taken = await services.holds.take({ ticketId: ticket.id, advisor, from: null, now });
      expect(taken.ok).toBe(true);
      break;
    }
    case 'advisor hands back':
      await services.holds.release({ conversationId, advisorId: null, reason: 'advisor', now });
      break;
    case 'holds are looked at':
      await services.holds.watch(now, 100);
      break;
    default:
      return false;
  }
  play.replies = await tellHolds(assistant, play);
  return true;
}

async function tellHolds(assistant: Assistant, play: Play): Promise<Reply[]> {
  const { services, clock } = play.data;
  const now = clock.now();
  const said: Reply[] = [];
  const claimed = await services.outbox.claim(now, 100, ['conversation-hold']);
  for (const { id, payload } of claimed) {
    if (payload.kind === 'conversation-hold') {
      const { conversationId, desk, person, locale } = play;
      const listener = { conversationId, desk, person, locale, now };
      const told = await assistant.holdChanged(payload, listener, play.state);
      said.push(...told.replies);
      play.state = JSON.parse(JSON.stringify(told.state)) as JsonValue;
    }
    await services.outbox.markSent(id, now);
  }
  return said;
}
