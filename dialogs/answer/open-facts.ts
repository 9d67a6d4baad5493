import type { FactValue } from '../../knowledge/types';
import { exactIntent } from '../form/exact';
import { namedIn } from '../form/name-signs';
import { dayIn } from '../session/session-day';
import { isOwnTopic } from '../replies';
import type { Scene } from '../scene';
import { wordCount } from '../text/fold';
import { STUDENT_FACT } from './which-student';

/** More words than this are no name. */
const MOST_WORDS_OF_A_NAME = 4;

/** A typed answer to a question that takes more than its buttons: a day, or the name of a student. null: it is none. */
export async function openFact(scene: Scene, fact: string): Promise<FactValue> {
  if (fact === 'session.date') return dayIn(scene, scene.turn.text, 'future');
  return fact === STUDENT_FACT ? typedStudent(scene) : null;
}

/** One of hers, also one who left her list; else a name as she wrote it, which no record knows. */
async function typedStudent(scene: Scene): Promise<string | null> {
  const { knowledge, turn } = scene;
  const students = await scene.records.students();
  const [best, next] = namedIn(
    (...parts) => knowledge.matchNames(...parts),
    turn.text,
    students,
    ({ name }) => [name],
  );
  if (best !== undefined && best.score > (next?.score ?? 0)) return best.candidate.name;
  if (best !== undefined || exactIntent(turn.text) !== null) return null;
  const isShort = wordCount(turn.text) <= MOST_WORDS_OF_A_NAME;
  const isName = isShort && /^\p{Lu}/u.test(turn.text) && !/[\d?!]/.test(turn.text);
  const { decision, topics } = scene.understanding();
  const isRequest = decision === 'answer' && topics[0] !== undefined && isOwnTopic(scene, topics[0].id);
  return isName && !isRequest && decision !== 'service' ? turn.text.trim() : null;
}
