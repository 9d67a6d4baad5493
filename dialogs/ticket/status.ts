import type { Ticket } from '../../data/tickets/types';
import { localDate } from '../form/local-time';
import type { Choice, Reply, StatusCard } from '../reply';
import { humanChoice, metaFor, say } from '../replies';
import { sayDate } from '../say';
import type { Outcome, Scene } from '../scene';
import { clip } from '../text/fold';
import type { Turn } from '../turn';
import { addChoice } from './addition';
import { isInProgress, ownTickets, referenceIn, type Requester } from './own';
import { mayReopen } from './reopen';
import { statusSheet } from './status-sheet';

/** Requests shown at once, the latest first. */
const MOST_SHOWN = 3;
const SUBJECT_SHOWN = 80;
const REPLY_SHOWN = 160;

/** "Où en est ma demande ?": her open requests with their state and the last reply, or the one that was settled last. */
export async function ticketStatus(scene: Scene): Promise<Outcome> {
  const { words } = scene;
  const state = { ...scene.state, misunderstood: 0 };
  const tickets = await ownTickets(scene);
  const asked = referenceIn(scene.turn.text);
  const shown =
    asked === null ? worthShowing(tickets) : tickets.filter(({ reference }) => reference === asked);
  const first = shown[0];
  if (first === undefined) {
    const text = asked === null ? words.status.none : words.ownTicket.unknown(asked);
    return { state, replies: [say(text, [humanChoice(scene)])] };
  }
  return { state, replies: [await statusReply(scene, shown, null)] };
}

/** What a status reply is made from: a turn's scene, or whoever draws a card anew without one. */
export type StatusScene = Requester &
  Pick<Scene, 'words' | 'locale' | 'zone'> & { readonly turn: Pick<Turn, 'now'> };

/** Requests in words, and as a card. @param seen the card that this one replaces; null: it is the first. */
export async function statusReply(
  scene: StatusScene,
  shown: readonly Ticket[],
  seen: StatusCard | null,
): Promise<Reply & { kind: 'text' }> {
  const { words, turn } = scene;
  const lines = await Promise.all(shown.map((ticket) => line(scene, ticket)));
  const title = shown.some(isInProgress) ? words.status.title : words.status.titleOver;
  const [first] = shown;
  return {
    kind: 'text',
    text: [title, ...lines].join('\n'),
    choices: [...choicesFor(scene, shown), humanChoice(scene)],
    status: await statusSheet({ ...scene, now: turn.now }, title, shown, seen),
    meta:
      first === undefined
        ? metaFor('service')
        : { ...metaFor('service', first.topicId), ticket: first.reference },
  };
}

/** The requests of a card, as they stand now; null: none of them is hers. */
export async function refreshedStatus(
  scene: StatusScene,
  seen: StatusCard,
): Promise<(Reply & { kind: 'text' }) | null> {
  const shown = (await ownTickets(scene)).filter(({ reference }) => seen.references.includes(reference));
  return shown.length === 0 ? null : statusReply(scene, shown, seen);
}

function worthShowing(tickets: readonly Ticket[]): readonly Ticket[] {
  const open = tickets.filter(isInProgress);
  return open.length > 0 ? open.slice(0, MOST_SHOWN) : tickets.slice(0, 1);
}

async function line(scene: StatusScene, ticket: Ticket): Promise<string> {
  const { words, locale, turn, zone, services } = scene;
  const sent = sayDate(localDate(ticket.createdAt, zone), locale, turn.now);
  const head = words.status.line(
    ticket.reference,
    clip(ticket.subject, SUBJECT_SHOWN),
    words.status.states[ticket.status],
    sent,
  );
  const messages = await services.tickets.messages(ticket.id);
  const reply = messages.filter(({ kind, authorKind }) => kind === 'reply' && authorKind === 'advisor').pop();
  if (reply === undefined) return `- ${head}`;
  return `- ${head}. ${words.status.lastReply(reply.authorName, clip(reply.text, REPLY_SHOWN))}`;
}

/** What can be done with the requests shown: everything for one, adding for several. */
function choicesFor(scene: StatusScene, tickets: readonly Ticket[]): readonly Choice[] {
  const { words, turn } = scene;
  const choose = (label: string, value: string): Choice => ({ label, action: { type: 'choose', value } });
  const [only, ...others] = tickets;
  if (only === undefined || others.length > 0) {
    return tickets.filter(isInProgress).map(({ reference }) => addChoice(scene, reference));
  }
  if (isInProgress(only)) {
    const { reference } = only;
    return [
      addChoice(scene, reference),
      choose(words.ownTicket.withdraw(reference), `ticket-withdraw:${reference}`),
    ];
  }
  return mayReopen(only, turn.now)
    ? [choose(words.ownTicket.reopen(only.reference), `ticket-reopen:${only.reference}`)]
    : [];
}
