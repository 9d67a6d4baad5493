import type { Ticket } from '../../data/tickets/types';
import { humanChoice, metaFor, say } from '../replies';
import type { Outcome, Scene } from '../scene';
import { clip } from '../text/fold';
import { isInProgress, ownTicket } from './own';

/** Characters of a request's subject inside a sentence. */
const SUBJECT_SHOWN = 60;

/** "Je retire la demande ... ?": nothing is withdrawn on a word. */
export function askToWithdraw(scene: Scene, ticket: Ticket): Outcome {
  const { state, words } = scene;
  const { reference } = ticket;
  if (!isInProgress(ticket)) return alreadyOver(scene, ticket);
  const text = words.ownTicket.withdrawAsk(reference, clip(ticket.subject, SUBJECT_SHOWN));
  const meta = { ...metaFor('service', ticket.topicId), ticket: reference };
  return {
    state: { ...state, awaiting: null, misunderstood: 0 },
    replies: [
      say(
        text,
        [
          {
            label: words.ownTicket.withdrawYes,
            action: { type: 'choose', value: `ticket-withdraw-yes:${reference}` },
            primary: true,
          },
          {
            label: words.ownTicket.withdrawNo,
            action: { type: 'choose', value: `ticket-keep:${reference}` },
          },
          humanChoice(scene),
        ],
        meta,
      ),
    ],
  };
}

/** She confirmed: the request is withdrawn in her name. Its history says who and when. */
export async function withdrawTicket(scene: Scene, reference: string): Promise<Outcome> {
  const { state, words, services, turn } = scene;
  const ticket = await ownTicket(scene, reference);
  if (ticket === null)
    return { state, replies: [say(words.ownTicket.unknown(reference), [humanChoice(scene)])] };
  const moved = await services.tickets.changeStatus({
    ticketId: ticket.id,
    to: 'withdrawn',
    actor: { kind: 'requester', id: ticket.personId },
    expectedVersion: null,
    now: turn.now,
  });
  if (!moved.ok) return alreadyOver(scene, ticket);
  return {
    state: { ...state, receipt: null, misunderstood: 0 },
    replies: [
      say(words.ownTicket.withdrawn(reference), [], {
        ...metaFor('service', ticket.topicId),
        ticket: reference,
      }),
    ],
  };
}

/** She would rather keep it. */
export const keepTicket = ({ state, words }: Scene, reference: string): Outcome => ({
  state,
  replies: [say(words.ownTicket.kept(reference), [], { ...metaFor('service'), ticket: reference })],
});

const alreadyOver = (scene: Scene, { reference, status, topicId }: Ticket): Outcome => ({
  state: { ...scene.state, awaiting: null },
  replies: [
    say(
      scene.words.ownTicket.alreadyOver(reference, scene.words.status.states[status]),
      [humanChoice(scene)],
      { ...metaFor('service', topicId), ticket: reference },
    ),
  ],
});
