import type { JsonValue, OutgoingActivity, StoredActivity } from '../../data/conversations/types';
import type { Locale } from '../../data/people/types';
import type { ReplyMeta } from '../../dialogs/reply';

/** The sender of everything that the assistant says. */
export const ASSISTANT = { id: 'guichet', name: 'Guichet', role: 'bot' } as const;

const APOLOGY: Readonly<Record<Locale, string>> = {
  fr: "Votre message est bien enregistré, mais je n'ai pas pu y répondre : une erreur est survenue de notre côté. Écrivez à nouveau dans un instant, ou demandez à parler à quelqu'un.",
  en: 'Your message is saved, but I could not answer it: an error occurred on our side. Write again in a moment, or ask to speak to someone.',
};

/** What is said when the assistant failed on a turn: nothing is lost, and what to do. */
export function apology(activityId: string, locale: Locale): OutgoingActivity {
  const meta: ReplyMeta = { decision: 'service' };
  return {
    activityId,
    author: 'assistant',
    text: APOLOGY[locale],
    payload: {
      type: 'message',
      text: APOLOGY[locale],
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
