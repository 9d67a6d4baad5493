import type { Services } from '../../data/services';
import type { Ticket, TicketMessage } from '../../data/tickets/types';
import type { Turn } from '../turn';

/** How long after her last message to the advisor the next one still belongs to that exchange. */
const EXCHANGE_MINUTES = 30;

/**
 * The ticket of this conversation in which an advisor has spoken last, or spoke before her own latest words of a moment ago. The second
 * case is both the next sentence of somebody who writes in short messages and this very turn, replayed after a crash.
 *
 * @param words what she writes in this turn, as the ticket would carry it.
 */
export async function ticketInExchange(
  services: Services,
  turn: Turn,
  words: string,
): Promise<Ticket | null> {
  const tickets = await services.tickets.ofConversation(turn.conversationId);
  const candidates = tickets
    .filter(({ status }) => status === 'waiting' || status === 'open' || status === 'new')
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  for (const ticket of candidates) {
    if (ticket.status === 'waiting') return ticket;
    const messages = (await services.tickets.messages(ticket.id)).filter(({ kind }) => kind === 'reply');
    if (isStillTalking(messages, turn.now, words)) return ticket;
  }
  return null;
}

function isStillTalking(messages: readonly TicketMessage[], now: Date, words: string): boolean {
  const last = messages[messages.length - 1];
  if (last?.authorKind !== 'requester') return false;
  if (!messages.some(({ authorKind }) => authorKind === 'advisor')) return false;
  const minutes = (now.getTime() - last.at.getTime()) / 60_000;
  return minutes <= EXCHANGE_MINUTES || last.text === words;
}
