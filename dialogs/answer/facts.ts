import { recordFacts } from '../../data/people/record-facts';
import type { Student } from '../../data/people/types';
import type { Facts } from '../../knowledge/types';
import { localDate } from '../form/local-time';
import type { Scene } from '../scene';

/**
 * What conditions of articles may name, for her and today: her records and the date in the desk's zone.
 *
 * @param about her words: a student named in them is the one whose facts count.
 */
export async function collectFacts(scene: Scene, about: string): Promise<Facts> {
  const { turn, desk, records } = scene;
  const today: Facts = { 'today.iso': localDate(turn.now, desk.zone) };
  if (turn.person === null) return today;
  const [assignments, coupons, students, invoices] = await Promise.all([
    records.assignments(),
    records.coupons(),
    records.students(),
    records.invoices(),
  ]);
  const studentName = studentIn(scene, about, students)?.name;
  const facts = recordFacts({
    person: turn.person,
    assignments,
    coupons,
    students,
    invoices,
    now: turn.now,
    desk,
    studentName,
  });
  return { ...facts, ...today };
}

/** The one student whom a text names; two that fit equally are none. */
function studentIn(scene: Scene, text: string, students: readonly Student[]): Student | null {
  if (text.trim() === '' || students.length === 0) return null;
  const [best, next] = scene.knowledge.matchNames(text, students, ({ name }) => [name]);
  return best !== undefined && best.score > (next?.score ?? 0) ? best.candidate : null;
}
