import { REOPEN_DAYS, withinReopening } from '../../data/tickets/lifecycle';
import type { Ticket } from '../../data/tickets/types';
import type { FormStack } from '../form/bridge';
import { localDate } from '../form/local-time';
import { humanChoice, metaFor, say } from '../replies';
import { sayDate } from '../say';
import type { Outcome, Scene } from '../scene';
import { CONTINUES } from './env';
import { addChoice, addition, writeAddition } from './addition';
import { openTicketForm } from './hand-over';
import { isInProgress, ownTicket } from './own';

/** Whether its requester may still open a request again: solved, and not longer ago than the lifecycle allows. */
export const mayReopen = (ticket: Ticket, now: Date): boolean =>
  ticket.status === 'solved' && withinReopening(ticket, now);

/**
 * She says that a request is not settled: it is opened again with her words. One that is too old or was closed for good stays as it
 * is; a new one that refers to it is offered.
 */
export async function reopenTicket(scene: Scene, ticket: Ticket): Promise<Outcome> {
  const { state, words, turn } = scene;
  const { reference } = ticket;
  const meta = { ...metaFor('service', ticket.topicId), ticket: reference };
  if (mayReopen(ticket, turn.now) || (await reopenedByThis(scene, [ticket])) !== null) {
    const written = await writeAddition({ ...scene, turn: spoken(scene) }, ticket.id);
    if (written !== null)
      return { state: written, replies: [say(words.ownTicket.reopened(reference), [], meta)] };
  }
  if (isInProgress(ticket)) {
    const text = words.ownTicket.stillOpen(reference, words.status.states[ticket.status]);
    return {
      state: { ...state, awaiting: null },
      replies: [say(text, [addChoice(scene, reference), humanChoice(scene)], meta)],
    };
  }
  return {
    state: { ...state, awaiting: null },
    replies: [say(overText(scene, ticket), followUp(scene, reference), meta)],
  };
}

/** A button says nothing; what reopened the request stands in its messages all the same. */
const spoken = ({ turn, words }: Scene): Scene['turn'] =>
  turn.text === '' ? { ...turn, text: words.ownTicket.notSettled } : turn;

/** The request that this very turn has reopened, when it is replayed after a crash: open, and her words are its last message. */
export async function reopenedByThis(scene: Scene, tickets: readonly Ticket[]): Promise<Ticket | null> {
  const words = addition({ ...scene, turn: spoken(scene) });
  for (const ticket of tickets.filter(({ status }) => status === 'open')) {
    const messages = await scene.services.tickets.messages(ticket.id);
    const last = messages.filter(({ kind }) => kind === 'reply').pop();
    if (last?.authorKind === 'requester' && last.text === words) return ticket;
  }
  return null;
}

function overText(
  { words, locale, zone, turn }: Scene,
  { reference, status, solvedAt }: Ticket,
  tooLate = words.ownTicket.tooLate,
): string {
  if (status === 'solved' && solvedAt !== null) {
    return tooLate(reference, sayDate(localDate(solvedAt, zone), locale, turn.now), REOPEN_DAYS);
  }
  return words.ownTicket.overAsk(reference, words.status.states[status]);
}

const followUp = (scene: Scene, reference: string) => [
  {
    label: scene.words.ownTicket.followYes,
    action: { type: 'choose', value: `ticket-follow:${reference}` },
    primary: true,
  } as const,
  humanChoice(scene),
];

/** A new request on the same topic that refers to the old one: what is still wrong is asked. */
export async function followUpTicket(scene: Scene, forms: FormStack, reference: string): Promise<Outcome> {
  const { state, words } = scene;
  const ticket = await ownTicket(scene, reference);
  if (ticket === null)
    return { state, replies: [say(words.ownTicket.unknown(reference), [humanChoice(scene)])] };
  const fresh = { ...state, query: '', shown: null, awaiting: null };
  return openTicketForm(scene, forms, fresh, takesUp(scene, ticket));
}

/** Her late reply to a request that can no longer be reopened becomes a new one that refers to it, after a read-back. */
export function openFollowUp(scene: Scene, forms: FormStack, ticket: Ticket): Promise<Outcome> {
  const { state, turn } = scene;
  const fresh = { ...state, query: turn.text, shown: null, awaiting: null };
  const intro = overText(scene, ticket, scene.words.ownTicket.tooLateNew);
  return openTicketForm(scene, forms, fresh, { ...takesUp(scene, ticket), intro });
}

/** What a request says of the one that it takes up; by it the two are linked when it is filed. */
const takesUp = ({ words }: Scene, { topicId, reference }: Ticket) => ({
  topicId,
  bare: true,
  said: [{ key: CONTINUES, label: words.ownTicket.continues, value: reference }],
});
