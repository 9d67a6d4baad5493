import type { Clock } from '../../data/clock';
import type { ConversationService, OutgoingActivity, StoredActivity } from '../../data/conversations/types';
import type { OutboxMessage, OutboxPayload } from '../../data/outbox/types';
import { wordsOf } from '../../dialogs/scene';
import { consentRequest } from '../channels/bot-framework/file-consent';
import { advisorMessage } from '../channels/deliver';
import type { HoldPayload } from './tell-hold';
import type { NoticePayload } from './tell-notice';

type ConversationMessage = OutboxPayload & { readonly kind: 'conversation-message' };

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
  /**
   * Files are opened in the web chat; in somebody's own chat on Teams each is offered after the words; elsewhere they are named, with the
   * request that they belong to.
   */
  async function activitiesOf(message: ConversationMessage): Promise<readonly OutgoingActivity[]> {
    const { files = [], ticketReference, text, conversationId, ...rest } = message;
    const conversation = files.length === 0 ? null : await conversations.find(conversationId);
    if (conversation === null || conversation.channel === 'webchat') return [advisorMessage(message)];
    const words = { ...rest, ticketReference, text };
    if (conversation.channel === 'teams' && conversation.scope === 'personal') {
      return [advisorMessage(words), ...files.map((file) => consentRequest(file, message))];
    }
    const names = files.map(({ name }) => name).join(', ');
    const line = wordsOf(conversation.locale).edge.filesInPortal(names, ticketReference ?? '');
    return [advisorMessage({ ...words, text: `${text}\n\n${line}` })];
  }

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
    for (const activity of await activitiesOf(payload)) {
      await conversations.append({ conversationId: payload.conversationId, activity, now: clock.now() });
    }
  };
}
