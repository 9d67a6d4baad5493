import { randomUUID } from 'node:crypto';
import { activityIdFor } from '../../middleware/once';
import { cleanText } from '../clean-text';
import type { Conversation } from '../../../data/conversations/types';
import { filesIn } from '../pending-file';
import { joinedInbound, toInbound, withoutOwnMention, type RawActivity } from '../read-activity';
import type { Admission } from './admission';
import { answerMessage, sayOnce, sendInResponse, welcome } from './answer';
import type { InboundContext } from './contract';
import type { ActivityDeps } from './deps';
import { chosenDesk, deskQuestion } from './desk-choice';
import { conversationIdOf, localeOf, openConversation } from './open-conversation';
import { isAddressed } from './scope';
import { keepWaiting, waitingIn } from './waiting';

/** What tells a message's repetitions, and whether it is an earlier message, changed. */
export interface MessageKind {
  readonly key: string | null;
  readonly edited: boolean;
}

/** A message: who wrote it, to which desk, and the answer. */
export async function onMessage(
  activity: RawActivity,
  kind: MessageKind,
  context: InboundContext,
  deps: ActivityDeps,
): Promise<void> {
  if (!isAddressed(activity)) return;
  const admission = await deps.admit(activity);
  if (admission.kind === 'answered') return sayOutside(admission, activity, context, deps);
  const { conversations, redact } = deps;
  const text = cleanText(withoutOwnMention(activity), redact).text;
  const known = await conversations.find(conversationIdOf(activity));
  const chosen =
    // A process may have ended between the choice and the message that brought it.
    known !== null && !known.deskPending && known.state !== null
      ? null
      : chosenDesk(activity, text, await deps.desks.all(), admission.deskId);
  const conversation = await openConversation(activity, admission, chosen?.desk ?? null, context, deps);
  if (conversation.deskPending) {
    const hasFiles = await keepWaiting(conversation, activity, kind, deps);
    const question = deskQuestion(await deps.desks.all(), text, localeOf(activity), hasFiles);
    return sayOnce(conversation, `which-desk.${kind.key ?? ''}`, question, context, deps);
  }
  if (chosen !== null && chosen.question !== null) {
    return onDeskChosen(conversation, { ...activity, text }, chosen.question, kind, context, deps);
  }
  // A changed message brings the files of the first again.
  const files = filesIn(kind.edited ? [] : activity.attachments);
  const inbound = toInbound(activity, {
    redact,
    files: files.pending,
    refusedAttachments: files.refused,
    edited: kind.edited,
    ...(kind.edited && activity.id ? { edits: activityIdFor(conversation.id, activity.id, randomUUID) } : {}),
  });
  return answerMessage(conversation, inbound, kind.key, context, deps);
}

/**
 * She has said which desk: what she had written is answered now, with the files that came with it; a welcome where she had written nothing.
 *
 * @param question what the pressed button had kept of it; '' when she typed the desk's name.
 */
async function onDeskChosen(
  conversation: Conversation,
  activity: RawActivity,
  question: string,
  kind: MessageKind,
  context: InboundContext,
  deps: ActivityDeps,
): Promise<void> {
  const waiting = await waitingIn(conversation.id, deps);
  const text = question === '' ? (waiting?.question ?? '') : question;
  const own = filesIn(kind.edited ? [] : activity.attachments);
  const files = [...(waiting?.files.pending ?? []), ...own.pending];
  const refusedAttachments = [...(waiting?.files.refused ?? []), ...own.refused];
  if (text === '' && files.length + refusedAttachments.length === 0) {
    return welcome(conversation, joinedInbound(), context, deps);
  }
  const inbound = toInbound(
    { ...activity, text, value: undefined, entities: [], attachments: [] },
    { redact: deps.redact, files, refusedAttachments },
  );
  // What waited stands in the transcript already; this message is the name of a desk.
  const said = waiting === null ? inbound.text : deps.redact(activity.text ?? '');
  return answerMessage(conversation, { ...inbound, text: said }, kind.key, context, deps);
}

/** A refusal, or what is said to a code, is said where it was asked and kept nowhere; to a repetition only in its own response. */
async function sayOutside(
  { activity: message, repeated, known }: Admission & { readonly kind: 'answered' },
  activity: RawActivity,
  context: InboundContext,
  deps: ActivityDeps,
): Promise<void> {
  if (known !== undefined) await openConversation(activity, known, null, context, deps);
  if (repeated === true && context.activity.deliveryMode !== 'expectReplies') return;
  await sendInResponse([message], null, context, deps);
}
