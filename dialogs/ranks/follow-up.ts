import type { Facts } from '../../knowledge/types';
import { collectFacts, sourceOf } from '../answer/facts';
import { asksSomething } from '../answer/question';
import { showTopic } from '../answer/show-topic';
import { toldFacts } from '../answer/told';
import type { Rank } from '../router';
import type { Scene } from '../scene';
import type { ShownAnswer } from '../state';
import { fold, wordCount } from '../text/fold';

/** More words than this are a request of their own. */
const MOST_WORDS = 10;
/** Surer than this, a message is about another topic. */
const ELSEWHERE_CONFIDENCE = 0.96;

/** "C'est fait" after "prévenez d'abord". */
const DONE = /^(?:ca y est |voila |ok )*(?:c est (?:fait|bon|dit)|fait|done|it s done)(?: merci)?$/;

/** She tells what the answer on the screen waited for: "je viens de lui dire", "c'est la deuxième absence". The same topic, with that known. */
export const followUpRank: Rank = {
  name: 'follow-up',
  async take(scene) {
    const { turn, state } = scene;
    const { shown } = state;
    if (turn.action !== null || turn.text === '' || shown === null || state.stack.length > 0) return null;
    if (wordCount(turn.text) > MOST_WORDS || asksSomething(turn.text)) return null;
    const told = await newFacts(scene, shown);
    if (told === null || isElsewhere(scene, shown.topicId)) return null;
    return showTopic(scene, state, {
      topicId: shown.topicId,
      confidence: 1,
      asked: { ...shown.asked, ...told },
      said: shown.said,
      others: shown.others,
    });
  },
};

/** What she tells that was not known when the answer was shown; null: nothing. */
async function newFacts(scene: Scene, shown: ShownAnswer): Promise<Facts | null> {
  if (shown.branchId === 'tell-first' && DONE.test(fold(scene.turn.text))) {
    const pending = ['student_told', 'students_told'].filter((name) => shown.asked[name] === false);
    return Object.fromEntries(pending.map((name) => [name, true]));
  }
  const records = await collectFacts(sourceOf(scene), scene.state.query, shown.asked);
  const told = await toldFacts(scene, shown.topicId, scene.turn.text, { ...records, ...shown.asked });
  const isNew = Object.entries(told).some(
    ([name, value]) => value !== null && (shown.asked[name] ?? records[name]) !== value,
  );
  return isNew ? told : null;
}

function isElsewhere(scene: Scene, topicId: string): boolean {
  const { decision, topics } = scene.understanding();
  const [top] = topics;
  return (
    decision === 'answer' && top !== undefined && top.id !== topicId && top.confidence >= ELSEWHERE_CONFIDENCE
  );
}
