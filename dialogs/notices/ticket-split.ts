import type { Notice } from '../../data/notices/types';
import { metaFor, say } from '../replies';
import type { Reply } from '../reply';
import type { Telling } from './telling';

/** An advisor made a request of its own of her second question: its reference, by which she can ask for it. */
export async function ticketSplit(
  notice: Notice & { kind: 'ticket-split' },
  { services, words }: Telling,
): Promise<Reply | null> {
  const ticket = await services.tickets.find(notice.ticketId);
  if (ticket === null || ticket.status === 'merged') return null;
  return say(words.notice.split(notice.fromReference, ticket.reference, ticket.subject), [], {
    ...metaFor('service', ticket.topicId),
    ticket: ticket.reference,
  });
}
