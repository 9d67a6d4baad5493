import { notUnderstood } from '../answer/not-understood';
import { toneOf } from '../answer/tone';
import { exactIntent } from '../form/exact';
import type { Choice } from '../reply';
import { filesReceived, humanChoice, mainChoices, metaFor, say } from '../replies';
import type { Rank } from '../router';
import type { Scene } from '../scene';

/** Nobody took the turn: a word of courtesy is answered, files are kept, and what is not understood is said to be so. */
export const fallbackRank: Rank = {
  name: 'fallback',
  async take(scene, forms) {
    const { words, turn, state } = scene;
    const courtesy = acknowledged(scene);
    if (courtesy !== null) return courtesy;
    if (turn.text === '' && turn.attachments.length > 0) return receiveFiles(scene);
    if (toneOf(turn.text) === 'insulting' && !state.soothed) {
      const asked = say(words.tone.insultedAsk, mainChoices(scene), metaFor('reject'));
      return { state: { ...state, soothed: true, misunderstood: state.misunderstood + 1 }, replies: [asked] };
    }
    const isLost = turn.action === null && LOST.has(exactIntent(turn.text));
    const first = isLost
      ? say(words.clarify.rephrase, mainChoices(scene), metaFor('clarify'))
      : say(words.fallback.outOfScope, [humanChoice(scene)], metaFor('reject'));
    return notUnderstood(scene, forms, first);
  },
};

/** "Je ne sais pas" and "passer" ask nothing that could be out of scope. */
const LOST = new Set(['unknown', 'skip'] as ReturnType<typeof exactIntent>[]);

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
    humanChoice(scene),
  ];
  return { state: scene.state, replies: [say(filesReceived(scene), choices)] };
}
