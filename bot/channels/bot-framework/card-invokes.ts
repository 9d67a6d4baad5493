import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { JsonValue, StoredActivity } from '../../../data/conversations/types';
import type { Locale } from '../../../data/people/types';
import { wordsOf } from '../../../dialogs/scene';
import { activityIdFor } from '../../middleware/once';
import { readAction } from '../action';
import { VERB } from '../cards/adaptive-card';
import { textCard } from '../render';
import { payloadOf } from '../deliver';
import { toInbound, type RawActivity } from '../read-activity';
import { badRequest, cardAnswer, drawnIn, message } from './card-answers';
import type { ActivityDeps } from './deps';
import type { InvokeAnswer, InvokeTaker } from './invokes';
import { localeOf, openConversation } from './open-conversation';
import { within } from './typing';

/** How long a pressed button waits for its card; the answer then follows as a message. */
const CARD_MS = 1_500;

const PRESSED = z.looseObject({
  action: z.looseObject({ type: z.string(), verb: z.string().optional(), data: z.unknown() }),
});

/**
 * Buttons of the assistant's cards that are answered in place (Action.Execute). A press is a turn like any other: stored once, answered
 * once; its first reply takes the place of the card, the others are sent. Another's verb is left to others.
 */
export const createCardInvokes =
  (deps: ActivityDeps): InvokeTaker =>
  async (activity, context) => {
    if (activity.name !== 'adaptiveCard/action') return null;
    const pressed = PRESSED.safeParse(activity.value);
    if (!pressed.success) return badRequest();
    const { verb, data } = pressed.data.action;
    if (verb !== VERB) return null;
    if (readAction(data) === null || !activity.from?.id) return badRequest();
    const locale = localeOf(activity);
    const admission = await deps.admit(activity);
    if (admission.kind === 'answered') return message(String(admission.activity.text ?? ''));
    const conversation = await openConversation(activity, admission, null, context, deps);
    if (conversation.deskPending) return message(wordsOf(locale).edge.whichDesk);
    const stored = await receive(conversation.id, { ...activity, value: data }, deps);
    return inPlace(stored, conversation.locale, deps);
  };

async function receive(
  conversationId: string,
  activity: RawActivity,
  { conversations, redact, clock }: ActivityDeps,
): Promise<StoredActivity> {
  const pressed = { ...activity, type: 'message', name: undefined, text: '', attachments: [] };
  const inbound = toInbound(pressed, { redact });
  const { activity: stored } = await conversations.receive({
    conversationId,
    activityId: activityIdFor(conversationId, activity.id, randomUUID),
    payload: inbound.payload,
    text: inbound.text,
    owesTurn: true,
    now: clock.now(),
  });
  return stored;
}

/** The turn's first reply as the card that comes instead, if it is there in time; later it is sent like the others. */
async function inPlace(stored: StoredActivity, locale: Locale, deps: ActivityDeps): Promise<InvokeAnswer> {
  const work = deps.turns.run(stored, 'first').then(({ replies }) => replies);
  if (
    !(await within(
      work.catch(() => []),
      CARD_MS,
    ))
  ) {
    void followUp(work, deps);
    return message(wordsOf(locale).edge.cardTaken);
  }
  const [first] = await work;
  return first === undefined ? message(wordsOf(locale).edge.cardTaken) : cardAnswer(cardIn(first));
}

/** The card was not waited for: its reply goes out as a message of its own. */
async function followUp(work: Promise<readonly StoredActivity[]>, deps: ActivityDeps): Promise<void> {
  const [first] = await work.catch(() => []);
  if (first === undefined) return;
  await deps.conversations.append({
    conversationId: first.conversationId,
    activity: { ...first, activityId: `${first.activityId}.sent` },
    now: deps.clock.now(),
  });
}

const cardIn = (reply: StoredActivity): JsonValue =>
  drawnIn(payloadOf(reply)) ??
  (textCard(String(payloadOf(reply).text ?? reply.text)) as unknown as JsonValue);
