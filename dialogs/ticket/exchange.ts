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
  const tickets = await ticketsHere(services, turn);
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

/** What this conversation's requests are now: one that was merged goes on in another, perhaps of another conversation. */
async function ticketsHere(services: Services, turn: Turn): Promise<readonly Ticket[]> {
  const tickets = await services.tickets.ofConversation(turn.conversationId);
  const now = await Promise.all(
    tickets.map((ticket) => (ticket.status === 'merged' ? services.tickets.destination(ticket.id) : ticket)),
  );
  return [...new Map(now.flatMap((ticket) => (ticket === null ? [] : [[ticket.id, ticket]]))).values()];
}

/**
 * The request of this conversation that was settled and whose advisor had the last word here: what she writes first after it is her reply
 * to that. null: she has spoken with the assistant since, or there is none.
 *
 * @param spokeAt when she last wrote, before this turn; ISO, null: never.
 */
export async function settledExchange(
  services: Services,
  turn: Turn,
  spokeAt: string | null,
): Promise<Ticket | null> {
  const settled = (await ticketsHere(services, turn))
    .filter(({ status }) => status === 'solved')
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  for (const ticket of settled) {
    const said = (await services.tickets.messages(ticket.id)).filter(({ kind }) => kind === 'reply');
    const last = said[said.length - 1];
    if (last?.authorKind !== 'advisor') continue;
    if (spokeAt === null || Date.parse(spokeAt) <= last.at.getTime()) return ticket;
  }
  return null;
}

/** Whether these words, her last ones, opened a settled request again: a turn that is replayed after a crash must find what it did. */
export async function reopenedBySaying(services: Services, ticket: Ticket, words: string): Promise<boolean> {
  const said = (await services.tickets.messages(ticket.id)).filter(({ kind }) => kind === 'reply');
  const last = said[said.length - 1];
  if (last?.authorKind !== 'requester' || last.text !== words) return false;
  const events = await services.tickets.events(ticket.id);
  const moved = events.filter(({ kind }) => kind === 'status-changed').pop();
  return moved?.detail['from'] === 'solved' && moved.at.getTime() === last.at.getTime();
}

function isStillTalking(messages: readonly TicketMessage[], now: Date, words: string): boolean {
  const last = messages[messages.length - 1];
  if (last?.authorKind !== 'requester') return false;
  if (!messages.some(({ authorKind }) => authorKind === 'advisor')) return false;
  const minutes = (now.getTime() - last.at.getTime()) / 60_000;
  return minutes <= EXCHANGE_MINUTES || last.text === words;
}
