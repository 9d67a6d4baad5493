import type { Transaction } from '../prisma/database';
import type { NewRoutedMessage, RoutedOutcome } from './types';

/** What somebody may want to look at again: nothing else keeps the words of a message. */
const NOT_KNOWN: ReadonlySet<RoutedOutcome> = new Set(['clarify', 'reject']);

/** Longer messages are cut: enough to see what was asked, in characters. */
const LONGEST_TEXT = 500;

/** Writes what became of a message, in the transaction that commits its turn: a turn commits once, so this is written once. */
export async function recordRouted(
  tx: Transaction,
  activity: { readonly conversationId: string; readonly activityId: string },
  routed: NewRoutedMessage,
  now: Date,
): Promise<void> {
  const { text, confidence, ...kept } = routed;
  const unknown = NOT_KNOWN.has(routed.outcome);
  await tx.routedMessage.create({
    data: {
      ...kept,
      ...activity,
      id: JSON.stringify([activity.conversationId, activity.activityId]),
      confidence: confidence === null ? null : Math.round(confidence * 1000),
      text: unknown ? text.slice(0, LONGEST_TEXT) : null,
      review: unknown ? 'open' : null,
      at: now,
    },
  });
}
