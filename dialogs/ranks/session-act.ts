import { showTopic } from '../answer/show-topic';
import { metaFor, say } from '../replies';
import type { Rank } from '../router';
import { answeredAct, isSessionBlocked, sessionActChoices } from '../session/which-session-act';

/** Surer than this, what a message says is about something else than a session that is blocked. */
const PLAIN_CONFIDENCE = 0.94;

/** A session is blocked, and planning, completing or correcting it are three different things: one short question when it is not said. */
export const sessionActRank: Rank = {
  name: 'session-act',
  async take(scene) {
    const { turn, state, words } = scene;
    if (turn.action !== null || !turn.desk.startsWith('oc-')) return null;
    const answered = answeredAct(scene);
    if (answered !== null) return showTopic(scene, state, { topicId: answered, confidence: 1 });
    if (!isSessionBlocked(turn.text)) return null;
    const { topics, intents } = scene.understanding();
    const [top] = topics;
    const isElsewhere = top !== undefined && !/\.session-/.test(top.id) && top.confidence >= PLAIN_CONFIDENCE;
    if (isElsewhere || intents.length > 1) return null;
    return {
      state: { ...state, shown: null, query: turn.text, misunderstood: 0 },
      replies: [
        say(words.session.which, sessionActChoices(scene), metaFor('clarify', top?.id, top?.confidence)),
      ],
    };
  },
};
