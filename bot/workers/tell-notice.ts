import type { Clock } from '../../data/clock';
import type { Conversation, ConversationService, StoredActivity } from '../../data/conversations/types';
import { waitsForHandBack } from '../../data/notices/rules';
import type { NoticeService } from '../../data/notices/types';
import type { OutboxPayload } from '../../data/outbox/types';
import type { PeopleService } from '../../data/people/types';
import type { Assistant } from '../../dialogs/reply';
import { renderReply } from '../channels/render';
import type { TurnLock } from '../middleware/turn-lock';

export interface NoticeTellerDeps {
  readonly conversations: ConversationService;
  readonly people: PeopleService;
  readonly notices: Pick<NoticeService, 'holdBack'>;
  readonly assistant: Pick<Assistant, 'announce'>;
  readonly clock: Clock;
  readonly lock: TurnLock;
}

export type NoticePayload = OutboxPayload & { readonly kind: 'notice' };

/**
 * Says a notice in its conversation, between two turns. Somebody who never opened a conversation is not told here; the chat cannot reach
 * her. The same notice again has no second effect.
 *
 * @returns what was stored; null when nothing is left to say, nobody is there to be told, or it waits until an advisor hands the chat back.
 */
export function createNoticeTeller(
  deps: NoticeTellerDeps,
): (payload: NoticePayload) => Promise<StoredActivity | null> {
  const { conversations, people, notices, assistant, clock, lock } = deps;

  async function target(payload: NoticePayload): Promise<Conversation | null> {
    if (payload.conversationId !== null) return conversations.find(payload.conversationId);
    if (payload.personId === null) return null;
    return (await conversations.ofPerson(payload.personId))[0] ?? null;
  }

  /** While an advisor answers the chat the assistant is silent: what can wait is said once it is handed back. */
  async function isHeldBack(conversation: Conversation, payload: NoticePayload): Promise<boolean> {
    const { noticeId, notice, personId } = payload;
    if (conversation.heldById === null || !waitsForHandBack(notice)) return false;
    const target = { personId, conversationId: conversation.id };
    return notices.holdBack({ noticeId, target, notice, now: clock.now() });
  }

  async function tellIn(conversationId: string, payload: NoticePayload): Promise<StoredActivity | null> {
    const conversation = await conversations.find(conversationId);
    if (conversation === null || (await isHeldBack(conversation, payload))) return null;
    const { channel, deskId, locale, personId, state } = conversation;
    const now = clock.now();
    const person = personId === null ? null : await people.find(personId);
    const told = await assistant.announce(payload.notice, { desk: deskId, person, locale, now }, state);
    if (told === null) return null;
    const rendered = renderReply(told.reply, { channel, locale });
    return conversations.append({
      conversationId,
      activity: {
        activityId: `notice-${payload.noticeId}`,
        author: 'assistant',
        text: rendered.text,
        payload: rendered.payload,
      },
      state: told.state,
      now,
    });
  }

  return async (payload) => {
    const conversation = await target(payload);
    if (conversation === null) return null;
    return lock.run(conversation.id, () => tellIn(conversation.id, payload));
  };
}
