import type { NewRoutedMessage, RoutedOutcome } from '../data/insights/types';
import type { Reply, ReplyMeta } from '../dialogs/reply';
import type { Turn } from '../dialogs/turn';

/**
 * What became of a typed message, read off the replies that it got: the figures and the review page live on it. null for what nobody
 * typed (a button, a file alone, the welcome) and for a turn that nothing answered.
 *
 * @param categoryOf the category of a topic; null for an unknown one.
 */
export function routedMessage(
  turn: Turn,
  replies: readonly Reply[],
  categoryOf: (topicId: string) => string | null,
): NewRoutedMessage | null {
  const metas = replies.map(({ meta }) => meta);
  const [first] = metas;
  if (turn.kind !== 'message' || turn.text === '' || turn.action !== null || first === undefined) return null;
  const telling = metas.find((meta) => meta.topic !== undefined) ?? first;
  const topicId = telling.topic ?? null;
  return {
    deskId: turn.desk,
    personId: turn.person?.id ?? null,
    outcome: outcomeOf(metas, telling),
    topicId,
    category: topicId === null ? null : categoryOf(topicId),
    confidence: telling.confidence ?? null,
    locale: turn.locale,
    text: turn.text,
  };
}

function outcomeOf(metas: readonly ReplyMeta[], telling: ReplyMeta): RoutedOutcome {
  if (metas.some(({ ticket }) => ticket !== undefined)) return 'handed-over';
  if (metas.some(({ form }) => form !== undefined)) return 'form';
  return telling.decision;
}
