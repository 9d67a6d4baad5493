import { randomUUID } from 'node:crypto';
import type { Conversation, JsonValue, StoredActivity } from '../../../data/conversations/types';
import { errorFields } from '../../log';
import { activityIdFor } from '../../middleware/once';
import { ASSISTANT, payloadOf, toChannelActivity } from '../deliver';
import type { InboundActivity } from '../read-activity';
import type { InboundContext } from './contract';
import type { ActivityDeps } from './deps';
import { isShared } from './scope';
import { showTyping, within } from './typing';

/** How long the channel waits for its acknowledgement: an answer that takes longer follows it. Teams repeats what is not acknowledged in time. */
const ACKNOWLEDGE_MS = 1_500;

type Wire = { readonly [key: string]: JsonValue };

/** Whether the caller gets what is said in the response to its request, instead of by the connector. */
const inResponse = ({ activity }: InboundContext): boolean => activity.deliveryMode === 'expectReplies';

/**
 * Stores a message and answers it, once. The request is acknowledged when the answer is out or after `ACKNOWLEDGE_MS`, whichever comes
 * first; from the moment it is stored the answer is owed and comes, whatever happens to the request.
 *
 * @param key what tells a repetition: the activity's id, for an edit with its time.
 */
export async function answerMessage(
  conversation: Conversation,
  inbound: InboundActivity,
  key: string | null,
  context: InboundContext,
  deps: ActivityDeps,
): Promise<void> {
  const { activity, duplicate } = await deps.conversations.receive({
    conversationId: conversation.id,
    activityId: activityIdFor(conversation.id, key, randomUUID),
    payload: inbound.payload,
    text: inbound.text,
    owesTurn: inbound.owesTurn,
    now: deps.clock.now(),
  });
  // A redelivery is answered again only where the answer is the HTTP response itself.
  if (duplicate && !inResponse(context)) return;
  await answerStored(activity, conversation, context, deps);
}

/** Welcomes whoever arrived in a conversation, once, whatever events tell of it. */
export async function welcome(
  conversation: Conversation,
  arrival: InboundActivity,
  context: InboundContext,
  deps: ActivityDeps,
): Promise<void> {
  const activity = await deps.conversations.welcome({
    conversationId: conversation.id,
    activityId: activityIdFor(conversation.id, 'joined', randomUUID),
    payload: arrival.payload,
    now: deps.clock.now(),
  });
  if (activity !== null) await answerStored(activity, conversation, context, deps);
}

async function answerStored(
  stored: StoredActivity,
  conversation: Conversation,
  context: InboundContext,
  deps: ActivityDeps,
): Promise<void> {
  if (inResponse(context)) {
    const { replies } = await deps.turns.run(stored, true);
    return sendInResponse(replies.map(toChannelActivity), stored.activityId, context, deps);
  }
  const { id: userId } = (context.activity.from ?? {}) as { readonly id?: string };
  await within(answerBehind(stored, conversation, userId, deps), ACKNOWLEDGE_MS);
}

/** The turn and its delivery. Never rejects: the turn stays owed, its replies stay to be delivered. */
async function answerBehind(
  stored: StoredActivity,
  conversation: Conversation,
  userId: string | undefined,
  deps: ActivityDeps,
): Promise<void> {
  const stopTyping = showTyping(() => deps.typing(conversation));
  try {
    const { replies } = await deps.turns.run(stored);
    await stopTyping();
    await deliver(replies, deps);
    if (isShared(conversation.scope) && replies.some(goesOnPrivately)) {
      await answerPrivately(stored, userId, deps);
    }
  } catch (error) {
    deps.metrics.failure('turn');
    deps.log.error({ turn: stored.activityId, ...errorFields(error) }, 'turn not committed');
  } finally {
    void stopTyping();
  }
}

const goesOnPrivately = (reply: StoredActivity): boolean => {
  const { guichet } = (payloadOf(reply).channelData ?? {}) as {
    readonly guichet?: { readonly privately?: boolean };
  };
  return guichet?.privately === true;
};

/** What concerns her alone is answered in her own chat, where there is one; where there is none, the card in the thread leads there. */
async function answerPrivately(
  stored: StoredActivity,
  userId: string | undefined,
  deps: ActivityDeps,
): Promise<void> {
  const personal = userId ? await deps.conversations.personalOf('teams', userId) : null;
  if (personal === null || personal.deskPending) return;
  const { activity, duplicate } = await deps.conversations.receive({
    conversationId: personal.id,
    activityId: activityIdFor(personal.id, `moved.${stored.activityId}`, randomUUID),
    payload: stored.payload,
    text: stored.text,
    owesTurn: true,
    now: deps.clock.now(),
  });
  if (duplicate) return;
  const { replies } = await deps.turns.run(activity);
  await deliver(replies, deps);
}

/**
 * Says something that no turn of the assistant makes (which desk? who reads along?), once under its id.
 *
 * @param id unique in the conversation: the same again says nothing.
 */
export async function sayOnce(
  conversation: Conversation,
  id: string,
  message: Wire,
  context: InboundContext,
  deps: ActivityDeps,
): Promise<void> {
  if (inResponse(context)) return sendInResponse([message], null, context, deps);
  await deps.lock.run(conversation.id, async () => {
    const activityId = `${conversation.id}|${id}`;
    // Nothing but such questions stands in a conversation whose desk is not known.
    const said = await deps.conversations.since(conversation.id, 0);
    if (said.some((activity) => activity.activityId === activityId)) return;
    const stored = await deps.conversations.append({
      conversationId: conversation.id,
      activity: {
        activityId,
        author: 'assistant',
        text: String(message.text ?? ''),
        payload: { ...message, from: ASSISTANT },
      },
      now: deps.clock.now(),
    });
    await within(deliver([stored], deps), ACKNOWLEDGE_MS);
  });
}

async function deliver(replies: readonly StoredActivity[], deps: ActivityDeps): Promise<void> {
  try {
    await deps.deliver(replies);
  } catch (error) {
    // The turn is committed: a repetition by the channel would be dropped as a duplicate, so failing here would help nobody.
    deps.metrics.failure('delivery');
    deps.log.error({ turn: replies[0]?.activityId, ...errorFields(error) }, 'reply not delivered');
  }
}

/** Answers in the response to the request. */
export async function sendInResponse(
  activities: readonly object[],
  turn: string | null,
  context: InboundContext,
  { log, metrics }: ActivityDeps,
): Promise<void> {
  try {
    await context.say(activities);
  } catch (error) {
    metrics.failure('delivery');
    log.error({ turn, ...errorFields(error) }, 'reply not delivered');
  }
}
