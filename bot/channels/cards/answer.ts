import type { ChannelKind } from '../../../data/conversations/types';
import type { Choice, Reply } from '../../../dialogs/reply';
import type { CardElement, Container } from './adaptive-card';
import { buttons } from './buttons';
import { heading, markdown, plain } from './elements';

/** An article's branch: the title, the answer, numbered steps, the date that decides, and what can be said about the answer. */
export function answerBody(reply: Reply & { kind: 'answer' }, channel: ChannelKind): readonly CardElement[] {
  const remarks = reply.choices.filter(isRemark);
  const deeds = reply.choices.filter((choice) => !isRemark(choice));
  return [
    heading(reply.title),
    ...(reply.body === '' ? [] : [markdown(reply.body, 'Small')]),
    ...(reply.steps.length === 0 ? [] : [markdown(numbered(reply.steps), 'Small')]),
    ...(reply.date === null ? [] : [dateChip(reply.date)]),
    ...buttons(deeds, channel),
    ...footer(remarks, channel),
  ];
}

/** What is said of the answer rather than done with it: helpful or not, and the way to a person. */
const isRemark = ({ action, primary }: Choice): boolean =>
  primary !== true && (action.type === 'helpful' || action.type === 'talk-to-someone');

const numbered = (steps: readonly string[]): string =>
  steps.map((step, index) => `${index + 1}. ${step.replace(/\s*\n\s*/g, ' ')}`).join('\n');

const dateChip = (date: { readonly label: string; readonly value: string }): Container => ({
  type: 'Container',
  style: 'emphasis',
  spacing: 'Medium',
  items: [
    plain(date.label, { size: 'Small', isSubtle: true }),
    plain(date.value, { weight: 'Bolder' }, { spacing: 'None' }),
  ],
});

const footer = (choices: readonly Choice[], channel: ChannelKind): readonly Container[] =>
  choices.length === 0
    ? []
    : [{ type: 'Container', separator: true, spacing: 'Medium', items: buttons(choices, channel, 'None') }];
