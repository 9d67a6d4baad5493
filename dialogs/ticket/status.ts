import type { Ticket } from '../../data/tickets/types';
import { localDate } from '../form/local-time';
import type { Choice } from '../reply';
import { metaFor, say } from '../replies';
import { sayDate } from '../say';
import type { Outcome, Scene } from '../scene';

const IN_PROGRESS: readonly Ticket['status'][] = ['new', 'open', 'waiting'];
/** Requests shown at once, the latest first. */
const MOST_SHOWN = 3;

/** "Où en est ma demande ?": her open requests with their state, each with a way to add to it. */
export async function ticketStatus(scene: Scene): Promise<Outcome> {
  const { turn, services, words, state } = scene;
  const tickets =
    turn.person === null
      ? await services.tickets.ofConversation(turn.conversationId)
      : await services.tickets.ofPerson(turn.person.id);
  const open = [...tickets]
    .filter(({ status }) => IN_PROGRESS.includes(status))
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
    .slice(0, MOST_SHOWN);
  const next = { ...state, misunderstood: 0 };
  const first = open[0];
  if (first === undefined) return { state: next, replies: [say(words.status.none)] };
  const lines = open.map(({ reference, subject, status, createdAt }) => {
    const sent = sayDate(localDate(createdAt, scene.zone), scene.locale, turn.now);
    return `- ${words.status.line(reference, subject, words.status.states[status], sent)}`;
  });
  const choices: readonly Choice[] = open.map(({ reference }) => ({
    label: words.ticket.addTo(reference),
    action: { type: 'choose', value: `ticket-add:${reference}` },
  }));
  const meta = { ...metaFor('service', first.topicId), ticket: first.reference };
  return { state: next, replies: [say([words.status.title, ...lines].join('\n'), choices, meta)] };
}
