import type { MessageView, TicketDetail, TranscriptLine } from '../../../bot/advisor-api/contract';

/** One entry of the conversation as an advisor reads it. */
export type TimelineEntry =
  | { readonly kind: 'line'; readonly key: string; readonly at: string; readonly line: TranscriptLine }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly at: string;
      readonly message: MessageView;
      /** Whether it already stands in the requester's conversation. */
      readonly delivered: boolean;
    }
  | { readonly kind: 'filed'; readonly key: string; readonly at: string };

/**
 * The conversation as it happened, with this ticket's replies and notes in their places and the moment of its filing marked.
 * A reply stands both in the ticket and, once delivered, in the conversation: it is shown once.
 */
export function timelineOf(
  ticket: Pick<TicketDetail, 'createdAt' | 'conversationId' | 'messages' | 'transcript'>,
): TimelineEntry[] {
  const delivered = new Set(ticket.transcript.map(({ messageId }) => messageId));
  const own = new Set(ticket.messages.map(({ id }) => id));
  const lines = ticket.transcript
    .filter(({ messageId }) => messageId === null || !own.has(messageId))
    .map((line): TimelineEntry => ({ kind: 'line', key: `line-${line.sequence}`, at: line.at, line }));
  const messages = ticket.messages
    // What the requester wrote stands in the conversation itself, when there is one.
    .filter(({ authorKind }) => authorKind !== 'requester' || ticket.conversationId === null)
    .map((message): TimelineEntry => ({
      kind: 'message',
      key: message.id,
      at: message.at,
      message,
      delivered: delivered.has(message.id),
    }));
  const filed: TimelineEntry = { kind: 'filed', key: 'filed', at: ticket.createdAt };
  return [...lines, filed, ...messages].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

/** Splits entries by local day, in order. */
export function byDay<T extends { readonly at: string }>(
  entries: readonly T[],
  dayOf: (at: string) => string,
): { readonly day: string; readonly at: string; readonly entries: readonly T[] }[] {
  const days: { day: string; at: string; entries: T[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, at: entry.at, entries: [entry] });
  }
  return days;
}
