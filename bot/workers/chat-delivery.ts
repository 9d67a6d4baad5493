import type { Clock } from '../../data/clock';
import type { ConversationService, StoredActivity } from '../../data/conversations/types';
import type { OutboxMessage } from '../../data/outbox/types';
import { advisorMessage } from '../channels/deliver';
import type { HoldPayload } from './tell-hold';
import type { NoticePayload } from './tell-notice';

export interface ChatDeliveryDeps {
  readonly conversations: ConversationService;
  readonly clock: Clock;
  /** Says a notice in its conversation; null when there was nothing to say. */
  readonly tellNotice: (payload: NoticePayload) => Promise<StoredActivity | null>;
  /** Says who answers a conversation from now on. */
  readonly tellHold: (payload: HoldPayload) => Promise<readonly StoredActivity[]>;
}

/**
 * Puts what others said into its conversation; from there the web chat reads it, and the courier brings it to other channels. A conversation
 * takes an activity id once, so delivering it twice has one effect.
 */
export function createChatDelivery(deps: ChatDeliveryDeps): (message: OutboxMessage) => Promise<void> {
  const { conversations, clock, tellNotice, tellHold } = deps;
  return async ({ payload }) => {
    if (payload.kind === 'notice') {
      await tellNotice(payload);
      return;
    }
    if (payload.kind === 'conversation-hold') {
      await tellHold(payload);
      return;
    }
    // The other kinds are for channels that are told of business records. Open screens have been told by the change feed.
    if (payload.kind !== 'conversation-message') return;
    await conversations.append({
      conversationId: payload.conversationId,
      activity: advisorMessage(payload),
      now: clock.now(),
    });
  };
}
