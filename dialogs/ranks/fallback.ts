import { asideForTone } from '../answer/aside';
import { exactIntent } from '../form/exact';
import type { Choice } from '../reply';
import { filesReceived, humanChoice, mainChoices, metaFor, say } from '../replies';
import type { Rank } from '../router';
import type { Scene } from '../scene';
import { openTicketForm } from '../ticket/hand-over';

/** After this many messages in a row that nobody understood, a person is offered with the request ready to go. */
const MISSES_FOR_PERSON = 3;

/** Nobody took the turn: says so, then shows what can be asked, then hands over. Never the same thing in a loop. */
export const fallbackRank: Rank = {
  name: 'fallback',
  async take(scene, forms) {
    const { words, turn } = scene;
    const courtesy = acknowledged(scene);
    if (courtesy !== null) return courtesy;
    if (turn.text === '' && turn.attachments.length > 0) return receiveFiles(scene);
    const misunderstood = scene.state.misunderstood + 1;
    const aside = asideForTone(scene);
    const state = {
      ...aside.state,
      misunderstood,
      shown: null,
      query: turn.text === '' ? scene.state.query : turn.text,
    };
    if (misunderstood > MISSES_FOR_PERSON) {
      return { state, replies: [say(words.fallback.stillPerson, [humanChoice(scene)], metaFor('reject'))] };
    }
    if (misunderstood === MISSES_FOR_PERSON) {
      const handed = await openTicketForm({ ...scene, state }, forms, state, {
        intro: words.fallback.person,
      });
      return { ...handed, state: { ...handed.state, misunderstood } };
    }
    const reply =
      misunderstood === 1
        ? say(words.fallback.outOfScope, [humanChoice(scene)], metaFor('reject'))
        : say(words.fallback.again, mainChoices(scene), metaFor('reject'));
    return { state, replies: [...aside.replies, reply] };
  },
};

/** "Ok" or "non merci" when nothing is pending asks for nothing. */
function acknowledged(scene: Scene) {
  const intent = scene.turn.action === null ? exactIntent(scene.turn.text) : null;
  if (intent !== 'yes' && intent !== 'no') return null;
  return { state: scene.state, replies: [say(scene.words.service.acknowledged)] };
}

/** Files without a word: kept for the request that they belong to. */
function receiveFiles(scene: Scene) {
  const choices: readonly Choice[] = [
    {
      label: scene.words.common.createRequest,
      action: { type: 'start-form', form: 'ticket' },
      primary: true,
    },
  ];
  return { state: scene.state, replies: [say(filesReceived(scene), choices)] };
}
