import { opensAppointment } from '../appointment/entry';
import { opensCoupon } from '../coupon/entry';
import { opensReport } from '../report/entry';
import { showTopic } from '../answer/show-topic';
import { metaFor, say } from '../replies';
import type { Ticket } from '../../data/tickets/types';
import type { FormStack } from '../form/bridge';
import type { Rank } from '../router';
import type { Outcome, Scene } from '../scene';
import { isAcknowledgement, isThanksEmoji } from '../text/emoji';
import { wordCount } from '../text/fold';
import { isCourtesy, isPlainThanks } from '../text/thanks';
import { addChoice, addition, writeAddition } from '../ticket/addition';
import { reopenedBySaying, settledExchange, ticketInExchange } from '../ticket/exchange';
import { mayReopen, openFollowUp, reopenTicket } from '../ticket/reopen';

/** From here on a message is plainly about something else, and is answered instead of being passed on. */
const OTHER_TOPIC_CONFIDENCE = 0.96;

/**
 * An advisor has answered in this conversation and she writes back: her words reach the advisor, and she is told so. A message that is
 * plainly about another topic is answered, with a button to send it on after all.
 */
export const advisorRank: Rank = {
  name: 'advisor',
  async take(scene, forms) {
    if (scene.turn.action !== null) return null;
    const ticket = await ticketInExchange(scene.services, scene.turn, addition(scene));
    if (ticket === null) return replyToSettled(scene, forms);
    const { state, turn, words } = scene;
    if (isAcknowledged(scene)) return acknowledged(scene, ticket);
    if (isThanks(scene)) return null;
    if (await isOrder(scene)) return null;
    if (await reopenedBySaying(scene.services, ticket, addition(scene))) return reopenTicket(scene, ticket);
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
      const note = say(words.ticket.answeredInstead(ticket.reference), [addChoice(scene, ticket.reference)]);
      return { state: answered.state, replies: [...answered.replies, note] };
    }
    const written = await writeAddition(scene, ticket.id);
    if (written === null) return null;
    return {
      state: written,
      replies: [
        say(words.ticket.toAdvisor(ticket.reference), [], {
          ...metaFor('service', ticket.topicId),
          ticket: ticket.reference,
        }),
      ],
    };
  },
};

/** A lesson to enter, a report to write or an appointment to book is an order to the assistant, whoever spoke last. */
async function isOrder(scene: Scene): Promise<boolean> {
  const { turn, state } = scene;
  if (turn.text === '') return false;
  const asked = { ...scene, state: { ...state, query: turn.text } };
  return (await opensCoupon(asked)) || (await opensReport(asked)) || opensAppointment(asked);
}

/**
 * Her first words after an advisor's last ones in a request that was settled since. They open it again within the time for that, later a
 * new request that refers to it; courtesy, an order to the assistant or a question that an article answers leave it settled.
 */
async function replyToSettled(scene: Scene, forms: FormStack): Promise<Outcome | null> {
  const { turn, state, services } = scene;
  if (turn.text === '' || state.stack.length > 0 || state.awaiting !== null) return null;
  const ticket = await settledExchange(services, turn, state.spokeAt);
  if (ticket === null) return null;
  if (isAcknowledged(scene)) return acknowledged(scene, ticket);
  if (isThanks(scene) || isCourtesy(turn.text) || (await isOrder(scene))) return null;
  const { decision, topics } = scene.understanding();
  if (decision === 'service') return null;
  if (decision === 'answer' && topics[0]?.id !== ticket.topicId) return null;
  return mayReopen(ticket, turn.now) ? reopenTicket(scene, ticket) : openFollowUp(scene, forms, ticket);
}

/** A thumb up: seen. It is answered by nobody and restarts nothing. */
const isAcknowledged = ({ turn }: Scene): boolean =>
  turn.attachments.length === 0 && isAcknowledgement(turn.text);

const acknowledged = ({ state, words }: Scene, ticket: Ticket): Outcome => ({
  state: { ...state, misunderstood: 0 },
  replies: [say(words.answer.gladToHelp, [], metaFor('service', ticket.topicId))],
});

/** Nothing but a thank-you: it is answered, and does not put a request back into the queue. */
function isThanks(scene: Scene): boolean {
  const { text, attachments } = scene.turn;
  if (attachments.length > 0 || text === '') return false;
  if (isThanksEmoji(text) || isPlainThanks(text)) return true;
  if (wordCount(text) > MOST_WORDS_OF_THANKS) return false;
  const { decision, topics } = scene.understanding();
  return decision === 'service' && topics[0]?.id === 'thanks';
}

const MOST_WORDS_OF_THANKS = 5;
