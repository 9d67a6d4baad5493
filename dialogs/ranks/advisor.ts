import { showTopic } from '../answer/show-topic';
import { metaFor, say } from '../replies';
import type { Rank } from '../router';
import type { Scene } from '../scene';
import type { Ticket, TicketMessage } from '../../data/tickets/types';
import { addition, requesterName } from '../ticket/addition';

/** From here on a message is plainly about something else, and is answered instead of being passed on. */
const OTHER_TOPIC_CONFIDENCE = 0.85;
/** How long after her last message to the advisor the next one still belongs to that exchange. */
const EXCHANGE_MINUTES = 30;

/**
 * An advisor has answered in this conversation and she writes back: her words reach the advisor, and she is told so. A message that is
 * plainly about another topic is answered, with a button to send it on after all.
 */
export const advisorRank: Rank = {
  name: 'advisor',
  async take(scene) {
    if (scene.turn.action !== null) return null;
    const ticket = await ticketInExchange(scene);
    if (ticket === null) return null;
    const { state, turn, words } = scene;
    const understood = turn.text === '' ? null : scene.understanding();
    const top = understood?.topics[0];
    const elsewhere =
      understood?.decision === 'answer' &&
      top !== undefined &&
      top.confidence >= OTHER_TOPIC_CONFIDENCE &&
      top.id !== ticket.topicId;
    if (elsewhere) {
      const answered = await showTopic(
        scene,
        { ...state, query: turn.text },
        { topicId: top.id, confidence: top.confidence },
      );
      const note = say(words.ticket.answeredInstead(ticket.reference), [
        {
          label: words.ticket.addTo(ticket.reference),
          action: { type: 'choose', value: `ticket-add:${ticket.reference}` },
        },
      ]);
      return { state: answered.state, replies: [...answered.replies, note] };
    }
    const text = addition(scene);
    const written = await scene.services.tickets.requesterWrote({
      idempotencyKey: `${turn.conversationId}:${turn.id}:addition`,
      ticketId: ticket.id,
      personName: requesterName(scene),
      text,
      now: turn.now,
    });
    if (!written.ok) return null;
    return {
      state: { ...state, misunderstood: 0, files: [] },
      replies: [
        say(words.ticket.toAdvisor(ticket.reference), [], {
          ...metaFor('service', ticket.topicId),
          ticket: ticket.reference,
        }),
      ],
    };
  },
};

/**
 * The ticket of this conversation in which an advisor has spoken last, or spoke before her own latest words of a moment ago. The second
 * case is both the next sentence of somebody who writes in short messages and this very turn, replayed after a crash.
 */
async function ticketInExchange(scene: Scene): Promise<Ticket | null> {
  const { turn, services } = scene;
  const tickets = await services.tickets.ofConversation(turn.conversationId);
  const candidates = tickets
    .filter(({ status }) => status === 'waiting' || status === 'open' || status === 'new')
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime());
  for (const ticket of candidates) {
    if (ticket.status === 'waiting') return ticket;
    const messages = (await services.tickets.messages(ticket.id)).filter(({ kind }) => kind === 'reply');
    if (isStillTalking(messages, scene)) return ticket;
  }
  return null;
}

function isStillTalking(messages: readonly TicketMessage[], scene: Scene): boolean {
  const last = messages[messages.length - 1];
  if (last?.authorKind !== 'requester') return false;
  if (!messages.some(({ authorKind }) => authorKind === 'advisor')) return false;
  const minutes = (scene.turn.now.getTime() - last.at.getTime()) / 60_000;
  return minutes <= EXCHANGE_MINUTES || last.text === addition(scene);
}
