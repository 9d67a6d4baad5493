import type { UnansweredMessage } from '../../data/teaching/types';
import type { Likeness } from '../advisor-api/likeness';

/** From here on two messages count as the same question. */
const ALIKE = 0.45;

/** Messages that ask the same, the one that stands for them first. */
export interface Cluster {
  readonly deskId: UnansweredMessage['deskId'];
  readonly messages: readonly UnansweredMessage[];
}

/**
 * Groups messages that ask the same, the largest group first. Each joins the first group whose first message it resembles: one look at
 * each pair, so that a thousand messages are grouped while somebody waits.
 */
export function clustersOf(messages: readonly UnansweredMessage[], likeness: Likeness): readonly Cluster[] {
  const groups: UnansweredMessage[][] = [];
  for (const message of messages) {
    const group = groups.find(
      ([first]) =>
        first !== undefined && first.deskId === message.deskId && likeness(first.text, message.text) >= ALIKE,
    );
    if (group) group.push(message);
    else groups.push([message]);
  }
  return groups
    .map((group) => ({ deskId: (group[0] as UnansweredMessage).deskId, messages: group }))
    .sort((one, other) => other.messages.length - one.messages.length);
}
