import type { Rank } from '../router';
import type { Scene } from '../scene';
import { ticketInExchange } from '../ticket/exchange';
import type { SaidOrder, TicketOrder } from '../ticket/order';
import { isForTicket, readTicketOrder } from '../ticket/order';
import { isInProgress, ownTickets } from '../ticket/own';
import { obeyTicketOrder } from '../ticket/own-ticket';
import { reopenedByThis } from '../ticket/reopen';

/** Her own requests: where they stand, what she adds, takes back or opens again. */
export const ownTicketRank: Rank = {
  name: 'own-ticket',
  async take(scene) {
    const { turn } = scene;
    if (turn.action !== null || turn.text === '') return null;
    const said = readTicketOrder(turn.text) ?? withFile(scene);
    if (said === null) return null;
    // "C'est réglé" means a request only where there is one and nothing else is being talked about.
    if (!said.plain && !(await isMeant(scene, said.order))) return null;
    return obeyTicketOrder(scene, said);
  },
};

/** A file that comes with "pour ma demande" goes there. */
const withFile = ({ turn }: Scene): SaidOrder | null =>
  turn.attachments.length > 0 && isForTicket(turn.text) ? { order: 'add', plain: true } : null;

async function isMeant(scene: Scene, order: TicketOrder): Promise<boolean> {
  const { state, services, turn } = scene;
  if (state.awaiting !== null || state.stack.length > 0 || state.shown !== null) return false;
  const tickets = await ownTickets(scene);
  if (order === 'reopen' && (await reopenedByThis(scene, tickets)) !== null) return true;
  if ((await ticketInExchange(services, turn, turn.text)) !== null) return false;
  return order === 'withdraw' || order === 'add'
    ? tickets.some(isInProgress)
    : tickets.some(({ status }) => status === 'solved');
}
