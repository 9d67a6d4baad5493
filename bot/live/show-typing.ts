import { randomUUID } from 'node:crypto';
import type { Conversation, ConversationService, JsonValue } from '../../data/conversations/types';
import { errorFields, type Log } from '../log';

/** A chat shows that somebody types for about five seconds: said again after this long, in milliseconds, it goes on. */
const AGAIN_AFTER_MS = 3_000;

export interface ShowTypingDeps {
  readonly conversations: Pick<ConversationService, 'find'>;
  /** Tells the open web chats of a conversation something that is not kept. */
  readonly tellWebChat: (conversationId: string, activity: { readonly [key: string]: JsonValue }) => void;
  /** Shows it in a conversation on another channel. */
  readonly typing: (conversation: Conversation) => Promise<void>;
  readonly log: Log;
}

/** Shows the requester that an advisor types, now and not later: what cannot be shown is dropped. */
export function createShowTyping(deps: ShowTypingDeps): (conversationId: string, name: string) => void {
  const { conversations, tellWebChat, typing, log } = deps;
  const shown = new Set<string>();

  async function show(conversationId: string, name: string): Promise<void> {
    const conversation = await conversations.find(conversationId);
    if (conversation === null) return;
    if (conversation.channel === 'webchat') tellWebChat(conversationId, typingOf(name));
    else if (conversation.scope === 'personal') await typing(conversation);
  }

  return (conversationId, name) => {
    if (shown.has(conversationId)) return;
    shown.add(conversationId);
    setTimeout(() => shown.delete(conversationId), AGAIN_AFTER_MS).unref();
    show(conversationId, name).catch((error: unknown) => {
      log.warn({ conversation: conversationId, ...errorFields(error) }, 'typing not shown');
    });
  };
}

const typingOf = (name: string): { readonly [key: string]: JsonValue } => ({
  type: 'typing',
  id: `typing-${randomUUID()}`,
  timestamp: new Date().toISOString(),
  from: { id: 'advisor', name, role: 'bot' },
  channelData: { guichet: { author: 'advisor', authorName: name } },
});
