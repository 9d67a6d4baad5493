import type { Activity, ConversationReference } from 'botbuilder';
import type { Conversation, ConversationService, StoredActivity } from '../../../data/conversations/types';
import { toChannelActivity } from '../deliver';
import type { BotFrameworkChannel } from './adapter';

/** Sends stored activities to a conversation that is not listening on a stream; the web chat reads for itself. */
export function createProactiveSender(
  channel: BotFrameworkChannel,
  conversations: Pick<ConversationService, 'find'>,
): (activities: readonly StoredActivity[]) => Promise<void> {
  return async (activities) => {
    const conversationId = activities[0]?.conversationId;
    const conversation = conversationId === undefined ? null : await conversations.find(conversationId);
    if (conversation === null || conversation.channel === 'webchat' || conversation.reference === null)
      return;
    const reference = conversation.reference as Partial<ConversationReference>;
    // Without an address (a conversation that only ever expected replies in the response) there is nowhere to send to.
    if (!reference.serviceUrl) return;
    await channel.send(
      reference,
      activities.map((activity) => toChannelActivity(activity) as Partial<Activity>),
    );
  };
}

/** Shows in a conversation that an answer is being made; nothing where there is no address to show it at. */
export const createTypingSender =
  (channel: BotFrameworkChannel) =>
  async ({ reference }: Conversation): Promise<void> => {
    const to = reference as Partial<ConversationReference> | null;
    if (to?.serviceUrl) await channel.send(to, [{ type: 'typing' }]);
  };
