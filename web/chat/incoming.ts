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
      /** Who answers from now on. */
      readonly hold?: { readonly change: 'taken' | 'handed-back'; readonly advisorName: string | null };
    };
  };
  readonly [property: string]: unknown;
}

const CARD = 'application/vnd.microsoft.card.adaptive';

/** Whether it was said to her, by the assistant or by a person. */
export const isSaidToHer = (activity: Activity): boolean =>
  activity.type === 'message' && activity.from?.role !== 'user';

/** Who answers after this activity: an advisor's name, null for the assistant; undefined: as before. */
export function answererAfter({ channelData }: Activity): string | null | undefined {
  const hold = channelData?.guichet?.hold;
  if (hold === undefined) return undefined;
  return hold.change === 'taken' ? hold.advisorName : null;
}

/**
 * What the conversation shows of an activity. A card's words come twice (`text` is for clients without cards): only the card is
 * shown. What an advisor writes stands under her name.
 */
export function toShown(activity: Activity, words: Words): Activity {
  if (!isSaidToHer(activity)) return activity;
  const { text, attachments, ...rest } = activity;
  const typeset = words.language.startsWith('fr') ? frenchSpaces : (same: string): string => same;
  if (attachments?.some(({ contentType }) => contentType === CARD)) {
    return {
      ...rest,
      attachments: attachments.map((one) => ({ ...one, content: eachText(one.content, typeset) })),
    };
  }
  const { author, authorName } = activity.channelData?.guichet ?? {};
  if (!text) return activity;
  if (author === 'system')
    return { ...rest, attachments: [{ contentType: CARD, content: lineCard(typeset(text)) }] };
  if (author !== 'advisor' || !authorName) return { ...activity, text: typeset(text) };
  const content = advisorCard(words.answerFrom(authorName), typeset(text));
  // Files that came with it stay below her words.
  return { ...rest, attachments: [{ contentType: CARD, content }, ...(attachments ?? [])] };
}

/** French punctuation stays with its word at the end of a line, and a list's dash becomes a bullet. */
export const frenchSpaces = (text: string): string =>
  text
    .replace(/ (?=[:;?!»€])/g, '\u00a0')
    .replace(/« /g, '«\u00a0')
    .replace(/^- /gm, '•\u00a0');

/** Changes every text that a card shows, and nothing that its buttons send. */
function eachText(node: unknown, change: (text: string) => string): unknown {
  if (Array.isArray(node)) return node.map((item) => eachText(item, change));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]: [string, unknown]) => {
      if (key === 'data') return [key, value];
      const shown = (key === 'text' || key === 'title') && typeof value === 'string';
      return [key, shown ? change(value) : eachText(value, change)];
    }),
  );
}

/** What neither the assistant nor an advisor says: who answers from now on. */
const lineCard = (text: string): object => ({
  type: 'AdaptiveCard',
  version: '1.5',
  speak: text,
  body: [{ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text, size: 'Small', isSubtle: true }] }],
});

const advisorCard = (name: string, text: string): object => ({
  type: 'AdaptiveCard',
  version: '1.5',
  speak: `${name}: ${text}`,
  body: [
    {
      type: 'RichTextBlock',
      inlines: [{ type: 'TextRun', text: name, size: 'Small', weight: 'Bolder', color: 'Accent' }],
    },
    ...text.split(/\n{2,}/).map((paragraph) => ({
      type: 'RichTextBlock',
      spacing: 'Small',
      inlines: [{ type: 'TextRun', text: paragraph }],
    })),
  ],
});
