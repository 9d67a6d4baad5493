import type { ChannelKind, JsonValue } from '../../data/conversations/types';
import type { Choice, Reply } from '../../dialogs/reply';

/** Plain rendering: text and suggested actions. Stands in until cards are drawn. */
export function renderReply(
  reply: Reply,
  options: { channel: ChannelKind; locale: 'fr' | 'en' },
): { text: string; payload: { readonly [key: string]: JsonValue } } {
  const lines: string[] = [];
  if (reply.kind === 'answer') lines.push(`**${reply.title}**`, reply.body, ...reply.steps.map((step, index) => `${index + 1}. ${step}`));
  else if (reply.kind === 'read-back') lines.push(reply.title, ...reply.facts.map((fact) => `${fact.label} : ${fact.value}`), reply.notice ?? '');
  else if (reply.kind === 'receipt') lines.push(reply.title, reply.reference, reply.text);
  else lines.push(reply.text);
  const text = lines.filter((line) => line !== '').join('\n\n');
  const suggest = (choice: Choice): JsonValue => ({
    type: 'messageBack',
    title: choice.label,
    text: choice.label,
    displayText: choice.label,
    value: { guichet: choice.action as unknown as JsonValue },
  });
  return {
    text,
    payload: {
      type: 'message',
      text,
      locale: options.locale,
      ...(reply.choices.length > 0 ? { suggestedActions: { actions: reply.choices.map(suggest) } } : {}),
      channelData: { guichet: { ...reply.meta } },
    },
  };
}
