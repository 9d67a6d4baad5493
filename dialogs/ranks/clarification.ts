import { asideForTone } from '../answer/aside';
import { exactIntent } from '../form/exact';
import type { Choice } from '../reply';
import { isOwnTopic, metaFor, say, topicChoice } from '../replies';
import type { Rank } from '../router';

/** Two or three topics that the message may mean. */
const MOST_CHOICES = 3;

/** The message may mean several things: they are offered, with a way out. */
export const clarificationRank: Rank = {
  name: 'clarification',
  async take(scene) {
    if (scene.turn.action !== null || scene.turn.text === '' || exactIntent(scene.turn.text) !== null)
      return null;
    const understood = scene.understanding();
    const topics = understood.topics.filter(({ id }) => isOwnTopic(scene, id)).slice(0, MOST_CHOICES);
    const top = topics[0];
    if (understood.decision !== 'clarify' || top === undefined) return null;
    const { words, turn } = scene;
    const aside = asideForTone(scene);
    const choices: readonly Choice[] = [
      ...topics.map(({ id }) => topicChoice(scene, id)),
      { label: words.common.somethingElse, action: { type: 'choose', value: 'clarify:none' } },
    ];
    return {
      state: { ...aside.state, shown: null, query: turn.text },
      replies: [
        ...aside.replies,
        say(words.clarify.didYouMean, choices, metaFor('clarify', top.id, top.confidence)),
      ],
    };
  },
};
