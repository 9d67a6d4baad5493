import { opensAppointment } from '../appointment/entry';
import { opensCoupon } from '../coupon/entry';
import { opensReport } from '../report/entry';
import { showTopic } from '../answer/show-topic';
import { metaFor, say } from '../replies';
import type { Rank } from '../router';
import type { Scene } from '../scene';
import { isThanksEmoji } from '../text/emoji';
import { wordCount } from '../text/fold';
import { isPlainThanks } from '../text/thanks';
import { addChoice, addition, writeAddition } from '../ticket/addition';
import { ticketInExchange } from '../ticket/exchange';

/** From here on a message is plainly about something else, and is answered instead of being passed on. */
const OTHER_TOPIC_CONFIDENCE = 0.85;

/**
 * An advisor has answered in this conversation and she writes back: her words reach the advisor, and she is told so. A message that is
 * plainly about another topic is answered, with a button to send it on after all.
 */
export const advisorRank: Rank = {
  name: 'advisor',
  async take(scene) {
    if (scene.turn.action !== null) return null;
    const ticket = await ticketInExchange(scene.services, scene.turn, addition(scene));
    if (ticket === null) return null;
    const { state, turn, words } = scene;
    if (isThanks(scene)) return null;
    // A lesson to enter, a report to write or an appointment to book is an order to the assistant, whoever spoke last.
    const asked = { ...scene, state: { ...state, query: turn.text } };
    const isOrder =
      turn.text !== '' &&
      ((await opensCoupon(asked)) || (await opensReport(asked)) || opensAppointment(asked));
    if (isOrder) return null;
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
