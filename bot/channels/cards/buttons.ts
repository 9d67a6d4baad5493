import type { ChannelKind } from '../../../data/conversations/types';
import type { Choice } from '../../../dialogs/reply';
import type { FormCard } from '../../../dialogs/turn';
import { VERB, type ActionSet, type ExecuteAction, type Spacing, type SubmitAction } from './adaptive-card';

/**
 * A choice as a card's button. In Teams the label is posted as the person's message (`msteams`); in the web chat the chat page
 * does the same with `label` (web/chat/card-action.ts), so that the transcript shows what was chosen.
 *
 * @param title what the button says, when it is less than the choice's label (a clock time under its day).
 */
export function button(choice: Choice, channel: ChannelKind, title = choice.label): SubmitAction {
  const { label, action } = choice;
  return {
    type: 'Action.Submit',
    title,
    ...(title === label ? {} : { tooltip: label }),
    ...(choice.primary ? { style: 'positive' as const } : {}),
    data: {
      guichet: action,
      label,
      ...(channel === 'teams'
        ? {
            msteams: {
              type: 'messageBack' as const,
              displayText: label,
              text: label,
              value: { guichet: action },
            },
          }
        : {}),
    },
  };
}

/** A choice whose answer takes the place of the card that it is on. */
export function executeButton(
  { label, action, primary }: Choice,
  card: FormCard,
  title = label,
): ExecuteAction {
  const data = { guichet: action, label, card };
  const style = primary === true ? { style: 'positive' as const } : {};
  return {
    type: 'Action.Execute',
    verb: VERB,
    title,
    ...style,
    data,
    fallback: { type: 'Action.Submit', title, ...style, data },
  };
}

/** Choices side by side whose answer takes the card's place. */
export const executeButtons = (choices: readonly Choice[], card: FormCard): readonly ActionSet[] =>
  choices.length === 0
    ? []
    : [
        {
          type: 'ActionSet',
          spacing: 'Medium',
          actions: choices.map((choice) => executeButton(choice, card)),
        },
      ];

/** Choices side by side; nothing at all when there are none. */
export const buttons = (
  choices: readonly Choice[],
  channel: ChannelKind,
  spacing: Spacing = 'Medium',
): readonly ActionSet[] =>
  choices.length === 0
    ? []
    : [{ type: 'ActionSet', spacing, actions: choices.map((choice) => button(choice, channel)) }];
