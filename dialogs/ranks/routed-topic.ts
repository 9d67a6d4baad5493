import { opensAppointment } from '../appointment/entry';
import { openAppointmentForm } from '../appointment/entry';
import { couponOrder } from '../coupon/orders';
import { needsCare, toneOf } from '../answer/tone';
import { showTopic } from '../answer/show-topic';
import { isOwnTopic, mainChoices, metaFor, say } from '../replies';
import type { Reply } from '../reply';
import type { Rank } from '../router';
import type { Outcome, Scene } from '../scene';
import { handOver } from '../ticket/hand-over';
import type { FormStack } from '../form/bridge';
import { asksForPerson, exactIntent } from '../form/exact';
import { isThanksEmoji } from '../text/emoji';

/** Other topics less likely than this are not worth showing after "pas vraiment". */
const NEXT_BEST_CONFIDENCE = 0.07;

/** The message is about something that is known: a form where it orders one, else the topic's answer; or a word of courtesy. */
export const routedTopicRank: Rank = {
  name: 'routed-topic',
  async take(scene, forms) {
    if (scene.turn.action !== null || scene.turn.text === '') return null;
    // "Oui", "non merci", "je ne sais pas" are about what was said before, not about a topic.
    if (exactIntent(scene.turn.text) !== null) return null;
    if (isThanksEmoji(scene.turn.text)) return serviceReply(scene, forms, 'thanks');
    const state = { ...scene.state, query: scene.turn.text };
    const asked = { ...scene, state };
    const coupon = await couponOrder(asked, forms);
    if (coupon !== null) return coupon;
    if (opensAppointment(asked)) return openAppointmentForm(asked, forms, state, scene.turn.text);
    const understood = scene.understanding();
    const own = understood.intents.filter((id) => isOwnTopic(scene, id));
    // Two requests in one message are two requests, not two meanings of one.
    const isDouble = understood.decision === 'clarify' && own.length > 1;
    const top = isDouble ? understood.topics.find(({ id }) => id === own[0]) : understood.topics[0];
    const rest = understood.topics.filter((topic) => topic !== top);
    // An insult is sometimes read as a question about the assistant: it asks nothing.
    if (understood.decision === 'service' && toneOf(scene.turn.text) === 'insulting') return null;
    if (understood.decision === 'service') return serviceReply(scene, forms, top?.id ?? 'greeting');
    if ((understood.decision !== 'answer' && !isDouble) || top === undefined) {
      if (asksForPerson(scene.turn.text)) return handOver(asked, forms, state);
      if (!needsCare(toneOf(scene.turn.text))) return null;
      // The care is said with the hand-over itself, not once more before it.
      const soothed = { ...state, soothed: true };
      return handOver({ ...asked, state: soothed }, forms, soothed, scene.words.tone.distressed);
    }
    // An article's question that was open is not forgotten: its topic is offered once this one is answered.
    const left = state.awaiting?.kind === 'fact' ? [state.awaiting.topicId] : [];
    const kept = [...own, ...left].filter((id) => id !== top.id);
    const others = rest
      .filter(
        ({ id, confidence }) =>
          confidence >= NEXT_BEST_CONFIDENCE && isOwnTopic(scene, id) && !kept.includes(id),
      )
      .map(({ id }) => id);
    return showTopic(
      asked,
      { ...state, kept: [...new Set([...state.kept, ...kept])] },
      { topicId: top.id, confidence: top.confidence, others },
    );
  },
};

async function serviceReply(scene: Scene, forms: FormStack, label: string): Promise<Outcome> {
  const { words, turn } = scene;
  const reply = (text: string, choices: Reply['choices'] = []): Outcome => ({
    state: { ...scene.state, misunderstood: 0, greeted: true },
    replies: [say(text, choices, metaFor('service', label))],
  });
  switch (label) {
    case 'human':
      return handOver(scene, forms, scene.state);
    case 'thanks':
      return reply(words.service.thanks);
    case 'goodbye':
      return reply(words.service.goodbye);
    case 'help':
      return reply(words.service.help(words.service.helpTopics[turn.desk]), mainChoices(scene));
    case 'bot-identity':
      return reply(words.service.botIdentity, mainChoices(scene));
    case 'cancel':
      return reply(words.service.nothingToCancel, mainChoices(scene));
    default:
      return reply(words.service.greeting, mainChoices(scene));
  }
}
