import { answerIn } from '../answer/show-topic';
import type { Facts } from '../../knowledge/types';
import { collectFacts, sourceOf } from '../answer/facts';
import { namedIn, withoutNames } from '../form/name-signs';
import type { FormState } from '../form/types';
import type { Scene } from '../scene';
import type { TicketEnv } from './env';
import { readSeed } from './env';

/** Reads what a ticket form needs: the article's slots as they are today, her records, her students and assignments. */
export async function loadTicketEnv(scene: Scene, state: FormState): Promise<TicketEnv> {
  const seed = readSeed(state.seed);
  const asked = { ...seed.asked, ...chosenIn(state) };
  const facts = { ...(await collectFacts(sourceOf(scene), seed.subject, asked)), ...asked };
  const answer = answerIn(scene, seed.topicId, facts);
  const [students, assignments] = await Promise.all([scene.records.students(), scene.records.assignments()]);
  const matchNames: TicketEnv['matchNames'] = (...parts) => scene.knowledge.matchNames(...parts);
  // A student called Avril is no month, and one called Mardi no day.
  const nameless = (text: string): string =>
    withoutNames(
      text,
      namedIn(matchNames, text, students, ({ name }) => [name]),
    );
  return {
    now: scene.turn.now,
    zone: scene.zone,
    readTimes: (text, options) => scene.knowledge.readTimes(nameless(text), options),
    matchNames,
    nameless,
    seed,
    slots: seed.bare ? [] : (answer?.ticketSlots ?? seed.slots),
    facts,
    students: students.filter(({ active }) => active).map(({ name }) => name),
    assignments: assignments
      .filter(({ endedAt }) => endedAt === null)
      .map(({ pupil, family, subject }) => ({
        label: scene.words.coupon.assignment(pupil, family, subject),
        names: [pupil, family, `${pupil} ${family}`],
      })),
    isVisitor: scene.turn.person === null,
    unknownLabel: scene.words.ticket.unknown,
  };
}

/** What she chose in the form decides which records count. */
function chosenIn({ values }: FormState): Facts {
  const { student_name: student, month } = values;
  return {
    // Several names have no record of their own.
    ...(typeof student === 'string' && !student.includes(',') && { 'student.name': student }),
    ...(typeof month === 'string' && { month }),
  };
}
