import type { ConversationService } from '../../data/conversations/types';
import { conversationIdOf } from '../channels/bot-framework/open-conversation';
import type { RawActivity } from '../channels/read-activity';
import type { Presence } from './presence';

/** Takes a channel's word that somebody types, for the advisors of that conversation. @returns whether it was that. */
export function takeTyping(deps: {
  readonly conversations: Pick<ConversationService, 'find'>;
  readonly presence: Pick<Presence, 'requesterWriting'>;
}): (activity: RawActivity) => Promise<boolean> {
  return async (activity) => {
    if (activity.type !== 'typing') return false;
    const id = conversationIdOf(activity);
    const conversation = await deps.conversations.find(id);
    if (conversation !== null && conversation.scope === 'personal') {
      deps.presence.requesterWriting({ conversationId: id, deskId: conversation.deskId });
    }
    return true;
  };
}
