import type { Rank } from '../router';
import type { Scene } from '../scene';
import { ticketInExchange } from '../ticket/exchange';
import { readTicketOrder } from '../ticket/order';
import { isInProgress, ownTickets } from '../ticket/own';
import { obeyTicketOrder } from '../ticket/own-ticket';

/** Her own requests: where they stand, what she adds, takes back or opens again. */
export const ownTicketRank: Rank = {
  name: 'own-ticket',
  async take(scene) {
    const { turn } = scene;
    if (turn.action !== null || turn.text === '') return null;
    const said = readTicketOrder(turn.text);
    if (said === null) return null;
    // "C'est réglé" means a request only where there is one and nothing else is being talked about.
    if (!said.plain && !(await isMeant(scene, said.order))) return null;
    return obeyTicketOrder(scene, said.order);
  },
};

async function isMeant(scene: Scene, order: 'status' | 'add' | 'withdraw' | 'reopen'): Promise<boolean> {
  const { state, services, turn } = scene;
  if (state.awaiting !== null || state.stack.length > 0 || state.shown !== null) return false;
  if ((await ticketInExchange(services, turn, turn.text)) !== null) return false;
  const tickets = await ownTickets(scene);
  return order === 'withdraw'
    ? tickets.some(isInProgress)
    : tickets.some(({ status }) => status === 'solved');
}
