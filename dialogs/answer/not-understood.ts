import type { FormStack } from '../form/bridge';
import type { Reply } from '../reply';
import { humanChoice, mainChoices, metaFor, say } from '../replies';
import type { Outcome, Scene } from '../scene';
import { openTicketForm } from '../ticket/hand-over';
import { wordCount } from '../text/fold';
import { toneOf } from './tone';

/** After this many messages in a row that nobody understood, a person is offered with the request ready to go. */
const MISSES_FOR_PERSON = 3;

/**
 * Nobody took the message: says so, then shows what can be asked, then writes the request to a person, then only offers one; and from
 * the start again. The same thing is never said twice in a row.
 *
 * @param first what is said the first time.
 */
export async function notUnderstood(scene: Scene, forms: FormStack, first: Reply): Promise<Outcome> {
  const { words, turn } = scene;
  const misunderstood = scene.state.misunderstood + 1;
  // A single word or an insult is nobody's request.
  const isRequest = wordCount(turn.text) > 1 && toneOf(turn.text) !== 'insulting';
  const query = isRequest ? turn.text : scene.state.query;
  const state = { ...scene.state, misunderstood, shown: null, query };
  if (misunderstood > MISSES_FOR_PERSON) {
    const last = say(words.fallback.stillPerson, [humanChoice(scene)], metaFor('reject'));
    return { state: { ...state, misunderstood: 0 }, replies: [last] };
  }
  if (misunderstood === MISSES_FOR_PERSON) {
    const handed = await openTicketForm({ ...scene, state }, forms, state, { intro: words.fallback.person });
    return { ...handed, state: { ...handed.state, misunderstood } };
  }
  const again = say(words.fallback.again, mainChoices(scene), metaFor('reject'));
  return { state, replies: [misunderstood === 1 ? first : again] };
}
