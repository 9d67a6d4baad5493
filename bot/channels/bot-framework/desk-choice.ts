import { z } from 'zod';
import { isDeskId, type Desk, type DeskId } from '../../../data/desks/types';
import type { JsonValue } from '../../../data/conversations/types';
import type { Locale } from '../../../data/people/types';
import { wordsOf } from '../../../dialogs/scene';
import type { RawActivity } from '../read-activity';

/** What a desk button carries: the desk, and the question that waited for it. */
const CHOICE = z.object({
  guichetDesk: z.object({ desk: z.string().refine(isDeskId), question: z.string().max(4_000) }),
});

/** A desk that an activity names, and what was asked before it was known. */
export interface ChosenDesk {
  readonly desk: DeskId;
  /** null: the activity is itself the question. '' : nothing has been asked yet. */
  readonly question: string | null;
}

/** The desk that an activity of an unknown conversation names: by the channel's data, by our button, or by its name typed. */
export function chosenDesk(
  activity: RawActivity,
  text: string,
  desks: readonly Desk[],
  ownDesk: DeskId | null,
): ChosenDesk | null {
  const pressed = CHOICE.safeParse(activity.value);
  if (pressed.success) return pressed.data.guichetDesk;
  const given = (activity.channelData?.guichet as { desk?: unknown } | undefined)?.desk;
  if (isDeskId(given)) return { desk: given, question: null };
  const typed = plain(text);
  const named = desks.find((desk) => typed === desk.id || typed === plain(desk.name));
  if (named) return { desk: named.id, question: '' };
  return ownDesk === null ? null : { desk: ownDesk, question: null };
}

/**
 * "Which desk?" with a button for each; what has been asked already travels with the buttons and is answered then.
 *
 * @param hasFiles the message brought files: they are said to be kept.
 */
export function deskQuestion(
  desks: readonly Desk[],
  question: string,
  locale: Locale,
  hasFiles = false,
): { readonly [key: string]: JsonValue } {
  const { whichDesk, filesWait } = wordsOf(locale).edge;
  const text = hasFiles ? `${filesWait} ${whichDesk}` : whichDesk;
  return {
    type: 'message',
    text,
    locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
    inputHint: 'expectingInput',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.hero',
        content: {
          buttons: desks.map((desk) => ({
            type: 'messageBack',
            title: desk.name,
            text: desk.name,
            displayText: desk.name,
            value: { guichetDesk: { desk: desk.id, question } },
          })),
        },
      },
    ],
    channelData: { guichet: { decision: 'clarify' } },
  };
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, ' ')
    .trim();
