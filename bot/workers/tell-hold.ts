import type { Clock } from '../../data/clock';
import type { ConversationService, JsonValue, StoredActivity } from '../../data/conversations/types';
import type { OutboxPayload } from '../../data/outbox/types';
import type { PeopleService } from '../../data/people/types';
import type { Assistant } from '../../dialogs/reply';
import { renderReply } from '../channels/render';
import type { TurnLock } from '../middleware/turn-lock';

export interface HoldTellerDeps {
  readonly conversations: ConversationService;
  readonly people: PeopleService;
  readonly assistant: Pick<Assistant, 'holdChanged'>;
  readonly clock: Clock;
  readonly lock: TurnLock;
}

export type HoldPayload = OutboxPayload & { readonly kind: 'conversation-hold' };

/**
 * Says in a conversation who answers it from now on, between two turns: what the assistant was still saying when it was taken over
 * comes before, what the advisor says comes after. The same change again has no second effect.
 *
 * @returns what was stored; nothing when the conversation is gone.
 */
export function createHoldTeller(
  deps: HoldTellerDeps,
): (payload: HoldPayload) => Promise<readonly StoredActivity[]> {
  const { conversations, people, assistant, clock, lock } = deps;

  async function tell(payload: HoldPayload): Promise<readonly StoredActivity[]> {
    const { conversationId } = payload;
    const conversation = await conversations.find(conversationId);
    if (conversation === null) return [];
    const { channel, deskId: desk, locale, personId } = conversation;
    const now = clock.now();
    const person = personId === null ? null : await people.find(personId);
    const listener = { conversationId, desk, person, locale, now };
    const { replies, state } = await assistant.holdChanged(payload, listener, conversation.state);
    const said: StoredActivity[] = [];
    for (const [index, reply] of replies.entries()) {
      const rendered = renderReply(reply, { channel, locale });
      const isLine = index === 0;
      const activity = {
        activityId: `${payload.activityId}.${index + 1}`,
        author: isLine ? ('system' as const) : ('assistant' as const),
        // What can be pressed is for her; the line is for both.
        text: isLine && reply.kind === 'text' ? reply.text : rendered.text,
        payload: isLine ? asLine(rendered.payload) : rendered.payload,
      };
      said.push(await conversations.append({ conversationId, activity, state, now }));
    }
    return said;
  }

  return (payload) => lock.run(payload.conversationId, () => tell(payload));
}

/** Neither the assistant nor the advisor says it. */
function asLine(payload: { readonly [key: string]: JsonValue }): { readonly [key: string]: JsonValue } {
  const { channelData } = payload as { channelData?: { readonly guichet?: object } };
  const guichet = { ...channelData?.guichet, author: 'system' };
  return { ...payload, channelData: { ...channelData, guichet } as JsonValue };
}
