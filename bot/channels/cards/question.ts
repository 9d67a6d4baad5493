import type { ChannelKind } from '../../../data/conversations/types';
import type { Choice, FormSheet, Reply } from '../../../dialogs/reply';
import { wordsOf } from '../../../dialogs/scene';
import type { CardElement, Column, ColumnSet } from './adaptive-card';
import { buttons, executeButtons } from './buttons';
import { plain } from './elements';
import { sheetElements } from './sheet';
import { slotPicker } from './slot-picker';

/** Beyond this many facts the bar says less than its figures. */
const LONGEST_BAR = 8;

/** What a question's card shows, and which choices it leaves to be offered below the conversation. */
export interface QuestionCard {
  readonly body: readonly CardElement[];
  readonly offeredBelow: readonly Choice[];
}

/**
 * One question of a form: how far it is, the question, and either a slot picker or its choices. In the web chat the choices stand
 * beside the message field, where they go away once answered; elsewhere they are buttons of the card.
 */
export function questionCard(
  reply: Reply & { kind: 'question' },
  channel: ChannelKind,
  locale: 'fr' | 'en',
): QuestionCard {
  if (channel === 'teams' && reply.sheet !== undefined) return sheetCard(reply, reply.sheet, locale);
  const card = channel === 'teams' ? reply.card : undefined;
  const picker = slotPicker(reply.choices, channel, card);
  const choices = picker === null ? reply.choices : picker.others;
  const below = channel === 'webchat' && picker === null ? choices : [];
  return {
    body: [
      ...(reply.progress === null ? [] : progress(reply.progress, channel, locale)),
      plain(reply.text, {}, { spacing: reply.progress === null ? 'None' : 'Small' }),
      ...(picker?.elements ?? []),
      ...(below.length > 0
        ? []
        : card === undefined
          ? buttons(choices, channel)
          : executeButtons(choices, card)),
    ],
    offeredBelow: below,
  };
}

/** The question and the whole form under it: it can be typed or filled, all at once. */
const sheetCard = (
  reply: Reply & { kind: 'question' },
  sheet: FormSheet,
  locale: 'fr' | 'en',
): QuestionCard => ({
  body: [
    ...(reply.progress === null ? [] : progress(reply.progress, 'teams', locale)),
    plain(reply.text, {}, { spacing: 'Small' }),
    ...sheetElements(sheet),
    ...buttons(
      reply.choices.filter(({ action }) => action.type === 'talk-to-someone'),
      'teams',
    ),
  ],
  offeredBelow: [],
});

function progress(
  { done, of }: { readonly done: number; readonly of: number },
  channel: ChannelKind,
  locale: 'fr' | 'en',
): readonly CardElement[] {
  const figures = plain(wordsOf(locale).edge.progress(done, of), { size: 'Small', isSubtle: true });
  // Teams pads a coloured column until it is a block.
  if (channel === 'teams' || of < 2 || of > LONGEST_BAR) return [figures];
  const bar: ColumnSet = {
    type: 'ColumnSet',
    spacing: 'Small',
    columns: Array.from({ length: of }, (_, index): Column => ({
      type: 'Column',
      width: 'stretch',
      minHeight: '4px',
      style: index < done ? 'accent' : 'emphasis',
      items: [],
    })),
  };
  return [figures, bar];
}
