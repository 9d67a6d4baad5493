import type { Facts } from '../../knowledge/types';
import type { AskedFact } from '../../knowledge/types';
import type { Scene } from '../scene';

/** Topics whose answer stands in a student's record. */
const ABOUT_ONE_STUDENT = new Set([
  'oc-mentor.session-planning',
  'oc-mentor.student-absent',
  'oc-coach.session-planning',
]);
/** Buttons are for what can be chosen at a glance; the others are typed. */
const MOST_NAMES = 8;

export const STUDENT_FACT = 'student.name';

/** The question which of her students is meant, where the records decide and nothing says it yet; null: nothing to ask. */
export async function whichStudent(scene: Scene, topicId: string, facts: Facts): Promise<AskedFact | null> {
  if (!ABOUT_ONE_STUDENT.has(topicId) || facts[STUDENT_FACT] !== undefined) return null;
  const active = (await scene.records.students()).filter((student) => student.active);
  if (active.length < 2) return null;
  const { question, other } = scene.words.whichStudent;
  return {
    name: STUDENT_FACT,
    question,
    choices: [
      ...active.slice(0, MOST_NAMES).map(({ name }) => ({ value: name, label: name })),
      { value: null, label: other },
    ],
  };
}
