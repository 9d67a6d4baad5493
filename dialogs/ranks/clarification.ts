import { exactIntent } from '../form/exact';
import type { Choice } from '../reply';
import { humanChoice, isOwnTopic, metaFor, say, topicChoice } from '../replies';
import type { Rank } from '../router';

/** Two or three topics that the message may mean. */
const MOST_CHOICES = 3;
/** Topics less likely than this are no choice: small talk or an insult was likelier. */
const LEAST_CONFIDENCE = 0.03;
const NONE = 'clarify:none';
/** Messages in a row that were not understood or offered choices, after which choices no longer help. */
const CHOICES_IN_A_ROW = 2;

/** The message may mean several things: they are offered, with a way out. */
export const clarificationRank: Rank = {
  name: 'clarification',
  async take(scene) {
    if (scene.turn.action !== null || scene.turn.text === '' || exactIntent(scene.turn.text) !== null)
      return null;
    const understood = scene.understanding();
    const topics = understood.topics.filter(({ id }) => isOwnTopic(scene, id)).slice(0, MOST_CHOICES);
    const top = topics[0];
    if (understood.decision !== 'clarify' || top === undefined || top.confidence < LEAST_CONFIDENCE)
      return null;
    const { words, turn, state } = scene;
    // Offered choices that were the wrong ones, and now other choices again: said differently, then a person.
    const isAgain = state.offered.some(({ action }) => action.type === 'choose' && action.value === NONE);
    const misunderstood = state.misunderstood + (isAgain ? 1 : 0);
    if (misunderstood >= CHOICES_IN_A_ROW) return null;
    const choices: readonly Choice[] = [
      ...topics.map(({ id }) => topicChoice(scene, id)),
      { label: words.common.somethingElse, action: { type: 'choose', value: NONE } },
      humanChoice(scene),
    ];
    return {
      state: { ...state, shown: null, query: turn.text, misunderstood },
      replies: [say(words.clarify.didYouMean, choices, metaFor('clarify', top.id, top.confidence))],
    };
  },
};
