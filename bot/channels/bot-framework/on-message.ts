import { randomUUID } from 'node:crypto';
import { activityIdFor } from '../../middleware/once';
import { cleanText } from '../clean-text';
import { filesIn } from '../pending-file';
import { joinedInbound, toInbound, withoutOwnMention, type RawActivity } from '../read-activity';
import type { Admission } from './admission';
import { answerMessage, sayOnce, sendInResponse, welcome } from './answer';
import type { InboundContext } from './contract';
import type { ActivityDeps } from './deps';
import { chosenDesk, deskQuestion } from './desk-choice';
import { conversationIdOf, localeOf, openConversation } from './open-conversation';
import { isAddressed } from './scope';

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
  const text = cleanText(withoutOwnMention(activity)).text;
  const known = await conversations.find(conversationIdOf(activity));
  const chosen =
    known !== null && !known.deskPending
      ? null
      : chosenDesk(activity, text, await deps.desks.all(), admission.deskId);
  const conversation = await openConversation(activity, admission, chosen?.desk ?? null, context, deps);
  if (conversation.deskPending) {
    const question = deskQuestion(await deps.desks.all(), redact(text), localeOf(activity));
    return sayOnce(conversation, `which-desk.${kind.key ?? ''}`, question, context, deps);
  }
  if (chosen?.question === '') return welcome(conversation, joinedInbound(), context, deps);
  const asked = chosen?.question ? { ...activity, text: chosen.question, value: undefined } : activity;
  // A changed message brings the files of the first again.
  const files = filesIn(chosen?.question || kind.edited ? [] : activity.attachments);
  const inbound = toInbound(asked, {
    redact,
    files: files.pending,
    refusedAttachments: files.refused,
    edited: kind.edited,
    ...(kind.edited && activity.id ? { edits: activityIdFor(conversation.id, activity.id, randomUUID) } : {}),
  });
  return answerMessage(conversation, inbound, kind.key, context, deps);
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
