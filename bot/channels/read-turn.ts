import { z } from 'zod';
import type { Conversation, StoredActivity } from '../../data/conversations/types';
import type { Person } from '../../data/people/types';
import type { Turn } from '../../dialogs/turn';
import { readAction } from './action';

/** A question longer than this makes an address that is not opened. */
const LINKED_TEXT = 500;

const MATERIAL = z.object({
  guichet: z.object({
    kind: z.enum(['joined', 'message']),
    text: z.string(),
    action: z.unknown(),
    attachments: z.array(z.object({ id: z.string(), name: z.string(), contentType: z.string() })),
    refusedAttachments: z.array(
      z.object({ name: z.string(), reason: z.enum(['too-large', 'forbidden-type', 'unreadable']) }),
    ),
    unreadable: z.enum(['empty', 'too-long', 'binary']).nullable(),
    edited: z.boolean().optional(),
    edits: z.string().optional(),
    card: z.object({ form: z.string(), revision: z.string(), day: z.string() }).optional(),
  }),
});

/** Where her private chat is opened in Teams, with her question written in it; absent where she is in it, or there is none. */
export function privateLinkOf({ channel, scope, reference }: Conversation, text: string): string | undefined {
  if (channel !== 'teams' || scope === null || scope === 'personal') return undefined;
  const bot = z.looseObject({ bot: z.looseObject({ id: z.string() }) }).safeParse(reference);
  if (!bot.success) return undefined;
  const query = new URLSearchParams({ users: bot.data.bot.id, message: text.slice(0, LINKED_TEXT) });
  return `https://teams.microsoft.com/l/chat/0/0?${query.toString()}`;
}

/**
 * Makes the turn of a stored activity: the last sight of an activity, further in there is only `Turn`. Made from what was stored,
 * so that a turn owed since before a crash is the same turn.
 *
 * @throws when the stored payload was not written by `toInbound`.
 */
export function readTurn(
  activity: StoredActivity,
  conversation: Conversation,
  person: Person | null,
  now: Date,
): Turn {
  const { guichet: material } = MATERIAL.parse(activity.payload);
  return {
    ...material,
    action: readAction({ guichet: material.action }),
    id: activity.activityId,
    conversationId: conversation.id,
    channel: conversation.channel,
    desk: conversation.deskId,
    person,
    locale: conversation.locale,
    shared: conversation.scope === 'group' || conversation.scope === 'channel',
    now,
  };
}
