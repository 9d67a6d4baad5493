import { redact } from '../../data/redaction';
import type { Ticket } from '../../data/tickets/types';
import type { Choice } from '../reply';
import { humanChoice, metaFor, say } from '../replies';
import type { Outcome, Scene } from '../scene';
import type { Awaiting, ConversationState } from '../state';
import { ownTicket } from './own';

/** What she adds to a ticket in this turn: her words, numbers masked, and the names of the files that came along. */
export function addition({ turn, state, words }: Scene): string {
  const kept = state.files.filter(({ id }) => !turn.attachments.some((file) => file.id === id));
  const names = [...kept, ...turn.attachments].map(({ name }) => redact(name)).join(', ');
  const lines = [redact(turn.text), ...(names === '' ? [] : [words.ticket.fileNames(names)])];
  return lines.filter((line) => line !== '').join('\n');
}

/** Her name as the advisor reads it. */
export const requesterName = ({ turn, words }: Scene): string =>
  turn.person?.displayName ?? words.ticket.visitorName;

/** A button that adds to a ticket. */
export const addChoice = ({ words }: Pick<Scene, 'words'>, reference: string): Choice => ({
  label: words.ticket.addTo(reference),
  action: { type: 'choose', value: `ticket-add:${reference}` },
});

/** Writes this turn's words and files into a ticket; null when it takes no more. A turn that is replayed writes once. */
export async function writeAddition(scene: Scene, ticketId: string): Promise<ConversationState | null> {
  const { services, turn, state } = scene;
  const written = await services.tickets.requesterWrote({
    idempotencyKey: `${turn.conversationId}:${turn.id}:addition`,
    ticketId,
    personName: requesterName(scene),
    text: addition(scene),
    attachmentIds: state.files.map(({ id }) => id),
    now: turn.now,
  });
  return written.ok ? { ...state, awaiting: null, files: [], misunderstood: 0 } : null;
}

/** The next message goes into a ticket that exists; files that are here already go at once. */
export async function startAddition(scene: Scene, reference: string): Promise<Outcome> {
  const { state, words, turn } = scene;
  const ticket = await ownTicket(scene, reference);
  if (ticket === null) return { state, replies: [say(words.ticket.addFailed(reference), newRequest(scene))] };
  const awaiting = { kind: 'addition', ticketId: ticket.id, reference: ticket.reference } as const;
  if (state.files.length > 0 && turn.action !== null) return addToTicket(scene, awaiting);
  return { state: { ...state, awaiting }, replies: [additionQuestion(scene, ticket)] };
}

/** "Qu'ajoutez-vous à la demande G-2611-0042 ?" */
export const additionQuestion = (scene: Scene, ticket: Pick<Ticket, 'reference'>) =>
  ({
    kind: 'question',
    text: scene.words.ticket.askAddition(ticket.reference),
    progress: null,
    choices: [{ label: scene.words.common.cancel, action: { type: 'cancel' } }, humanChoice(scene)],
    meta: { ...metaFor('service'), ticket: ticket.reference },
  }) as const;

/** Her message becomes part of the ticket. */
export async function addToTicket(scene: Scene, awaiting: Awaiting & { kind: 'addition' }): Promise<Outcome> {
  const { words } = scene;
  const state = await writeAddition(scene, awaiting.ticketId);
  if (state === null) {
    return {
      state: { ...scene.state, awaiting: null },
      replies: [say(words.ticket.addFailed(awaiting.reference), newRequest(scene))],
    };
  }
  const meta = { ...metaFor('service'), ticket: awaiting.reference };
  return { state, replies: [say(words.ticket.added(awaiting.reference), [], meta)] };
}

const newRequest = (scene: Scene): readonly Choice[] => [
  { label: scene.words.ticket.newRequest, action: { type: 'choose', value: 'ticket-new' } },
  humanChoice(scene),
];
