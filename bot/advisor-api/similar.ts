import type { ComparedTicket } from '../../data/tickets/relations';
import type { Likeness } from './likeness';

/** From here on two requests on one topic count as of one cause. */
const ALIKE = 0.25;
/** On one topic, within this span of each other, less likeness will do: one event makes many write on the same day. In milliseconds. */
const SAME_EVENT_MS = 48 * 3_600_000;
const ALIKE_AT_ONCE = 0.15;

export interface Similar<T> {
  readonly ticket: T;
  readonly similar: boolean;
}

/**
 * Which of the tickets on a ticket's topic are of the same cause, by what they say and by when they came: itself first, then the most
 * alike. Pure; how alike two texts are is told by whoever asks.
 */
export function similarTo<T extends ComparedTicket>(
  ticket: T,
  others: readonly T[],
  likeness: Likeness,
): readonly Similar<T>[] {
  const judged = others
    .filter(
      ({ id, topicId, deskId }) => id !== ticket.id && topicId === ticket.topicId && deskId === ticket.deskId,
    )
    .map((other) => ({ ticket: other, score: likeness(ticket.subject, other.subject) }))
    .sort((one, other) => other.score - one.score);
  return [
    { ticket, similar: true },
    ...judged.map(({ ticket: other, score }) => {
      const apart = Math.abs(other.createdAt.getTime() - ticket.createdAt.getTime());
      return { ticket: other, similar: score >= (apart <= SAME_EVENT_MS ? ALIKE_AT_ONCE : ALIKE) };
    }),
  ];
}
