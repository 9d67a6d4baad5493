import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Conversation } from '../../../data/conversations/types';
import { activityIdFor } from '../../middleware/once';
import { filesIn, MOST_FILES, PENDING_FILES, type FilesOfMessage } from '../pending-file';
import { toInbound, type RawActivity } from '../read-activity';
import type { ActivityDeps } from './deps';

const MATERIAL = z.object({
  guichet: z.object({
    kind: z.literal('message'),
    text: z.string(),
    files: PENDING_FILES.default([]),
    refusedAttachments: z.array(z.object({ name: z.string() })).default([]),
  }),
});

/** What somebody wrote before it was known to which desk. */
export interface Waiting {
  /** Her latest words; '' where she sent nothing but files. */
  readonly question: string;
  readonly files: FilesOfMessage;
}

type Deps = Pick<ActivityDeps, 'conversations' | 'redact' | 'clock'>;

/** Keeps a message until its desk is known. It owes no turn: the answer to "which desk?" does. @returns whether it brought files. */
export async function keepWaiting(
  conversation: Conversation,
  activity: RawActivity,
  { key, edited }: { readonly key: string | null; readonly edited: boolean },
  { conversations, redact, clock }: Deps,
): Promise<boolean> {
  // A changed message brings the files of the first again.
  const files = filesIn(edited ? [] : activity.attachments);
  const inbound = toInbound(activity, {
    redact,
    files: files.pending,
    refusedAttachments: files.refused,
    edited,
  });
  await conversations.receive({
    conversationId: conversation.id,
    activityId: activityIdFor(conversation.id, key, randomUUID),
    payload: inbound.payload,
    text: inbound.text,
    owesTurn: false,
    now: clock.now(),
  });
  return files.pending.length > 0;
}

/** What waits in a conversation whose desk is not known yet; of its files the latest, as many as one message may have. */
export async function waitingIn(
  conversationId: string,
  { conversations }: Pick<Deps, 'conversations'>,
): Promise<Waiting | null> {
  const before = await conversations.since(conversationId, 0);
  const written = before.flatMap(({ direction, payload }) => {
    const material = direction === 'in' ? MATERIAL.safeParse(payload).data?.guichet : undefined;
    return material === undefined ? [] : [material];
  });
  if (written.length === 0) return null;
  const files = written.flatMap((message) => message.files);
  const lost = files.slice(0, -MOST_FILES);
  return {
    question: written.findLast(({ text }) => text !== '')?.text ?? '',
    files: {
      pending: files.slice(-MOST_FILES),
      refused: [...written.flatMap(({ refusedAttachments }) => refusedAttachments), ...lost].map(
        ({ name }) => ({ name, reason: 'unreadable' }),
      ),
    },
  };
}
