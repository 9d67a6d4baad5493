import { answerIn } from '../answer/show-topic';
import { collectFacts } from '../answer/facts';
import type { FormState } from '../form/types';
import type { Scene } from '../scene';
import type { TicketEnv } from './env';
import { readSeed } from './env';

/** Reads what a ticket form needs: the article's slots as they are today, her records, her students and assignments. */
export async function loadTicketEnv(scene: Scene, state: FormState): Promise<TicketEnv> {
  const seed = readSeed(state.seed);
  const student = typeof state.values.student_name === 'string' ? state.values.student_name : '';
  const facts = { ...(await collectFacts(scene, `${seed.subject} ${student}`)), ...seed.asked };
  const answer = answerIn(scene, seed.topicId, facts);
  const [students, assignments] = await Promise.all([scene.records.students(), scene.records.assignments()]);
  return {
    now: scene.turn.now,
    zone: scene.zone,
    readTimes: (text, options) => scene.knowledge.readTimes(text, options),
    matchNames: (text, candidates, nameOf) => scene.knowledge.matchNames(text, candidates, nameOf),
    seed,
    slots: seed.bare ? [] : answer?.kind === 'answer' ? answer.ticketSlots : seed.slots,
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
