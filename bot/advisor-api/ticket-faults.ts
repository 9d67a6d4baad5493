import type { Ticket, WriteFault } from '../../data/tickets/types';
import { ApiFault } from './errors';
import { messageView, type TicketViews } from './ticket-views';

/**
 * Says a refusal of the ticket service as an answer of the API: what was stale or not allowed comes with the ticket as it is now.
 *
 * @param ticket the ticket as the endpoint read it.
 * @throws ApiFault always.
 */
export async function throwTicketFault(
  fault: WriteFault,
  ticket: Ticket,
  views: Pick<TicketViews, 'summary'>,
): Promise<never> {
  switch (fault.code) {
    case 'not-found':
      throw new ApiFault('not-found');
    case 'conflict':
      throw new ApiFault('conflict', { current: await views.summary(fault.current) });
    case 'replied-meanwhile':
      throw new ApiFault('replied-meanwhile', { replies: fault.replies.map(messageView) });
    case 'transition-refused':
      throw new ApiFault('transition-refused', { current: await views.summary(ticket) });
  }
}
