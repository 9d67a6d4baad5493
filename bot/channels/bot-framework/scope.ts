import type { ConversationScope } from '../../../data/conversations/types';
import { readAction } from '../action';
import { mentionsRecipient, type RawActivity } from '../read-activity';

/** Who reads along in the conversation of an activity; null on channels that do not say. */
export function scopeOf({ channelId, conversation, channelData }: RawActivity): ConversationScope | null {
  if (channelId !== 'msteams') return null;
  switch (conversation?.conversationType) {
    case 'personal':
      return 'personal';
    case 'groupChat':
      return 'group';
    case 'channel':
      return 'channel';
    default:
      // Older events name no type: a team or channel beside them says that it is none of one person.
      if (channelData?.team ?? channelData?.channel) return 'channel';
      return conversation?.isGroup === true ? 'group' : 'personal';
  }
}

/** Whether others read the answer too. */
export const isShared = (scope: ConversationScope | null): boolean =>
  scope === 'group' || scope === 'channel';

/**
 * Whether a message speaks to the assistant: always in a chat of two; where others talk, when it is mentioned or one of its buttons was
 * pressed. What people say to each other is neither answered nor kept.
 */
export const isAddressed = (activity: RawActivity): boolean =>
  !isShared(scopeOf(activity)) || mentionsRecipient(activity) || isOwnButton(activity.value);

/** Whether a program wrote it (this one, another bot, a connector): two programs that answer each other never end. */
export const isOfBot = ({ from, recipient }: RawActivity): boolean => {
  const id = from?.id ?? '';
  return id.startsWith('28:') || from?.role === 'bot' || (id !== '' && id === recipient?.id);
};

const isOwnButton = (value: unknown): boolean =>
  readAction(value) !== null || (typeof value === 'object' && value !== null && 'guichetDesk' in value);
