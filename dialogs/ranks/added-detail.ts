import type { TicketSlot } from '../../knowledge/types';
import { collectFacts, sourceOf } from '../answer/facts';
import { asksSomething } from '../answer/question';
import { answerIn } from '../answer/show-topic';
import { localWall } from '../form/local-time';
import type { Rank } from '../router';
import type { Scene } from '../scene';
import { wordCount } from '../text/fold';
import { openTicketForm } from '../ticket/hand-over';

/** More words than this are a request of their own. */
const MOST_WORDS = 10;

/**
 * The answer on the screen says what a request has to tell ("donnez son nom et la date"), and she tells it instead of pressing the button:
 * the request opens with what she told.
 */
export const addedDetailRank: Rank = {
  name: 'added-detail',
  async take(scene, forms) {
    const { turn, state } = scene;
    const { shown } = state;
    if (turn.action !== null || turn.text === '' || shown === null || state.stack.length > 0) return null;
    if (state.awaiting !== null || wordCount(turn.text) > MOST_WORDS || asksSomething(turn.text)) return null;
    if (isRequest(scene, shown.topicId)) return null;
    const records = await collectFacts(sourceOf(scene), state.query, shown.asked);
    const answer = answerIn(scene, shown.topicId, { ...records, ...shown.asked });
    if (answer?.kind !== 'answer' || answer.ticket === 'none') return null;
    if (!(await fillsOne(scene, answer.ticketSlots))) return null;
    return openTicketForm(scene, forms, state, { topicId: shown.topicId, added: turn.text });
  },
};

/** Whether her words are understood as something by themselves. */
function isRequest(scene: Scene, topicId: string): boolean {
  const { decision, topics } = scene.understanding();
  return decision === 'service' || (decision === 'answer' && topics[0]?.id !== topicId);
}

/** Whether she tells a date or names a student that the request needs. */
async function fillsOne(scene: Scene, slots: readonly TicketSlot[]): Promise<boolean> {
  const { knowledge, records, turn, zone } = scene;
  const needs = (...kinds: readonly TicketSlot['kind'][]): boolean =>
    slots.some(({ kind }) => kinds.includes(kind));
  if (needs('date', 'month')) {
    const read = knowledge.readTimes(turn.text, { now: localWall(turn.now, zone), zone, prefer: 'future' });
    if (read.start !== null) return true;
  }
  if (!needs('student')) return false;
  const students = await records.students();
  return knowledge.matchNames(turn.text, students, ({ name }) => [name]).length > 0;
}
