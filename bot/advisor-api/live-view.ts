import type { Advisor } from '../../data/advisors/types';
import type { Hold } from '../../data/conversations/hold-types';
import type { Services } from '../../data/services';
import type { Ticket } from '../../data/tickets/types';
import type { Presence } from '../live/presence';
import type { LiveView } from './contract-live';

/** Who answers a ticket's chat, who is there and who writes, as this advisor sees it. */
export async function liveView(
  ticket: Ticket,
  advisor: Advisor,
  { services, presence }: { readonly services: Services; readonly presence: Presence },
): Promise<LiveView> {
  const { conversationId } = ticket;
  const [takeable, hold, requester] = await Promise.all([
    services.holds.canTake(ticket.id),
    conversationId === null ? null : services.holds.of(conversationId),
    conversationId === null ? null : requesterView(conversationId, services, presence),
  ]);
  return {
    ticketId: ticket.id,
    conversationId,
    takeable,
    hold: hold && holdView(hold),
    requester,
    viewers: presence.viewers(ticket.id).filter(({ id }) => id !== advisor.id),
  };
}

export const holdView = ({ advisor, since }: Hold): NonNullable<LiveView['hold']> => ({
  advisor: { id: advisor.id, name: advisor.name },
  since: since.toISOString(),
});

/** Her chat closed after her last words tells more than those; after a restart her last words are what is known. */
async function requesterView(
  conversationId: string,
  { conversations }: Services,
  presence: Presence,
): Promise<LiveView['requester']> {
  const conversation = await conversations.find(conversationId);
  if (conversation === null) return null;
  const { here, writing, lastSeenAt } = presence.requester(conversationId);
  const { lastTurnAt } = conversation;
  const seen = lastSeenAt !== null && lastSeenAt > lastTurnAt ? lastSeenAt : lastTurnAt;
  return { here, writing, lastSeenAt: seen.toISOString() };
}
