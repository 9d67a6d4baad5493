import type { Words } from './words';

/** What the page reads of a Direct Line activity. */
export interface Activity {
  readonly id?: string;
  readonly type?: string;
  readonly text?: string;
  readonly timestamp?: string;
  readonly from?: { readonly id?: string; readonly name?: string; readonly role?: string };
  readonly attachments?: readonly { readonly contentType?: string; readonly content?: unknown }[];
  readonly channelData?: {
    readonly [property: string]: unknown;
    readonly guichet?: {
      readonly author?: string;
      readonly authorName?: string;
      readonly ticket?: string;
    };
  };
  readonly [property: string]: unknown;
}

const CARD = 'application/vnd.microsoft.card.adaptive';

/** Whether it was said to her, by the assistant or by a person. */
export const isSaidToHer = (activity: Activity): boolean =>
  activity.type === 'message' && activity.from?.role !== 'user';

/**
 * What the conversation shows of an activity. A card's words come twice (`text` is for clients without cards): only the card is
 * shown. What an advisor writes stands under her name.
 */
export function toShown(activity: Activity, words: Words): Activity {
  if (!isSaidToHer(activity)) return activity;
  const { text, ...rest } = activity;
  if (activity.attachments?.some(({ contentType }) => contentType === CARD)) return rest;
  const { author, authorName } = activity.channelData?.guichet ?? {};
  if (author !== 'advisor' || !authorName || !text) return activity;
  return {
    ...rest,
    attachments: [{ contentType: CARD, content: advisorCard(words.answerFrom(authorName), text) }],
  };
}

const advisorCard = (name: string, text: string): object => ({
  type: 'AdaptiveCard',
  version: '1.5',
  speak: `${name}: ${text}`,
  body: [
    { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: name, size: 'Small', isSubtle: true }] },
    ...text.split(/\n{2,}/).map((paragraph) => ({
      type: 'RichTextBlock',
      spacing: 'Small',
      inlines: [{ type: 'TextRun', text: paragraph }],
    })),
  ],
});
