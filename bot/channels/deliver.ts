import type { JsonValue, OutgoingActivity, StoredActivity } from '../../data/conversations/types';
import type { SentFile } from '../../data/outbox/types';
import type { Locale } from '../../data/people/types';
import type { ReplyMeta } from '../../dialogs/reply';
import { wordsOf } from '../../dialogs/scene';

/** The sender of everything that the assistant says. */
export const ASSISTANT = { id: 'guichet', name: 'Guichet', role: 'bot' } as const;

/** What is said when the assistant failed on a turn: nothing is lost, and what to do. */
export function apology(activityId: string, locale: Locale): OutgoingActivity {
  const meta: ReplyMeta = { decision: 'service' };
  const text = wordsOf(locale).edge.apology;
  return {
    activityId,
    author: 'assistant',
    text,
    payload: {
      type: 'message',
      text,
      locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
      channelData: { guichet: { ...meta } },
    },
  };
}

/** What an advisor writes, as a message of a conversation: her own words, never read as Markdown. */
export function advisorMessage(message: {
  readonly activityId: string;
  readonly author: 'advisor' | 'assistant';
  readonly authorName: string;
  readonly text: string;
  readonly ticketReference: string | null;
  readonly files?: readonly SentFile[];
}): OutgoingActivity {
  const from =
    message.author === 'advisor' ? { id: 'advisor', name: message.authorName, role: 'bot' } : ASSISTANT;
  return {
    activityId: message.activityId,
    author: message.author,
    text: message.text,
    payload: {
      type: 'message',
      text: message.text,
      textFormat: 'plain',
      from,
      channelData: {
        guichet: {
          author: message.author,
          authorName: message.authorName,
          ...(message.ticketReference === null ? {} : { ticket: message.ticketReference }),
        },
      },
      // Not for channels: from these the web chat makes addresses that only her conversation's token opens.
      ...(message.files === undefined
        ? {}
        : { guichet: { attachments: message.files.map((file) => ({ ...file })) } }),
    },
  };
}

/** An activity as a JSON object; a payload of another shape (written by nothing of ours) becomes an empty one. */
export const payloadOf = (activity: {
  readonly payload: JsonValue;
}): { readonly [key: string]: JsonValue } =>
  typeof activity.payload === 'object' && activity.payload !== null && !Array.isArray(activity.payload)
    ? (activity.payload as { readonly [key: string]: JsonValue })
    : {};

/** A stored reply as the body of a Bot Framework activity: what the channel may see. */
export function toChannelActivity(stored: StoredActivity): { readonly [key: string]: JsonValue } {
  const wire = Object.entries(payloadOf(stored)).filter(([property]) => property !== 'guichet');
  return { type: 'message', ...Object.fromEntries(wire) };
}
