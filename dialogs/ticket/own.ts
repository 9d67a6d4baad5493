import type { Ticket, TicketStatus } from '../../data/tickets/types';
import { parseReference } from '../../data/tickets/reference';
import type { Services } from '../../data/services';
import type { Scene } from '../scene';
import type { Turn } from '../turn';

/** The states in which somebody still works on a request, or waits for its requester. */
const IN_PROGRESS: readonly TicketStatus[] = ['new', 'open', 'waiting'];

export const isInProgress = ({ status }: Pick<Ticket, 'status'>): boolean => IN_PROGRESS.includes(status);

/** Who asks for her requests, and where they are kept. */
export interface Requester {
  readonly turn: Pick<Turn, 'conversationId' | 'person'>;
  readonly services: Pick<Services, 'tickets'>;
}

/** Only what she filed, or what was filed in this conversation by nobody who is known, is hers to see and to touch. */
export const isOwn = ({ turn }: Pick<Requester, 'turn'>, ticket: Ticket): boolean =>
  ticket.personId === null
    ? ticket.conversationId === turn.conversationId
    : ticket.personId === turn.person?.id;

/** Her requests, the latest first: a known person's from every conversation, a visitor's from this one. */
export async function ownTickets(scene: Requester): Promise<readonly Ticket[]> {
  const { turn, services } = scene;
  const [hers, here] = await Promise.all([
    turn.person === null ? [] : services.tickets.ofPerson(turn.person.id),
    services.tickets.ofConversation(turn.conversationId),
  ]);
  const byId = new Map([...hers, ...here].map((ticket) => [ticket.id, ticket]));
  return (
    [...byId.values()]
      // What was merged goes on in another of hers.
      .filter((ticket) => isOwn(scene, ticket) && ticket.status !== 'merged')
      .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || b.reference.localeCompare(a.reference))
  );
}

/** One of hers by its reference, or the one in which that goes on; null for what does not exist and for somebody else's alike. */
export async function ownTicket(scene: Scene, reference: string): Promise<Ticket | null> {
  const named = await scene.services.tickets.find(reference);
  if (named === null || !isOwn(scene, named)) return null;
  const ticket = await scene.services.tickets.destination(named.id);
  return ticket !== null && isOwn(scene, ticket) ? ticket : named;
}

const REFERENCE = /\bg[\s._-]*\d{4}[\s._-]*\d{1,8}\b/iu;

/** The request's reference in a sentence, if she gives one. */
export function referenceIn(text: string): string | null {
  const found = REFERENCE.exec(text)?.[0];
  return found === undefined ? null : parseReference(found);
}
