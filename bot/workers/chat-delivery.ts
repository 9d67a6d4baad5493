import type { Clock } from '../../data/clock';
import type { ConversationService, StoredActivity } from '../../data/conversations/types';
import type { OutboxMessage } from '../../data/outbox/types';
import { advisorMessage } from '../channels/deliver';
import type { NoticePayload } from './tell-notice';

export interface ChatDeliveryDeps {
  readonly conversations: ConversationService;
  readonly clock: Clock;
  /** Says a notice in its conversation; null when there was nothing to say. */
  readonly tellNotice: (payload: NoticePayload) => Promise<StoredActivity | null>;
  /** Sends a stored message to a conversation that no stream listens to (Teams and other channels). */
  readonly sendProactively: (messages: readonly StoredActivity[]) => Promise<void>;
}

/** Puts what others said into its conversation. A conversation takes an activity id once, so sending it twice has one effect. */
export function createChatDelivery(deps: ChatDeliveryDeps): (message: OutboxMessage) => Promise<void> {
  const { conversations, clock, tellNotice, sendProactively } = deps;
  return async ({ payload }) => {
    if (payload.kind === 'notice') {
      const told = await tellNotice(payload);
      if (told !== null) await sendProactively([told]);
      return;
    }
    // The other kinds are for channels that are told of business records. Open screens have been told by the change feed.
    if (payload.kind !== 'conversation-message') return;
    const stored = await conversations.append({
      conversationId: payload.conversationId,
      activity: advisorMessage(payload),
      now: clock.now(),
    });
    await sendProactively([stored]);
  };
}
