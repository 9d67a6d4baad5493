import {
  REPORT_KINDS,
  REPORT_QUESTIONS,
  type ReportAnswers,
  type ReportKind,
} from '../../data/reports/types';
import type { FormView, GuidedDialog } from '../form/guided';
import type { FormState, SlotValues } from '../form/types';
import { metaFor, say } from '../replies';
import type { Scene } from '../scene';
import { isNoAnswer, reportMeant, reportSpec, type ReportEnv } from './form';
import { display, facts, labelOf, pupilOf, question, reason } from './words';

export const REPORT_TOPIC = 'abc.bilan';

/** The report of a first lesson or of an assignment's end (desk abc). Every answer is kept in the records as soon as it is given. */
export const reportDialog: GuidedDialog<ReportEnv> = {
  id: 'report',
  version: 1,
  load: loadReportEnv,
  spec: reportSpec,
  title: (scene) => scene.words.report.title,
  topic: () => REPORT_TOPIC,
  question,
  label: (slot, { scene }) => labelOf(slot, scene),
  display,
  reason,
  readBack: (view) => ({
    title: view.scene.words.report.readBack(view.scene.words.report.kinds[kindOf(view)], pupilOf(view)),
    facts: facts(view),
  }),
  review: async () => ({ kind: 'ok', notices: [] }),
  async saveDraft(view, { set, clear }) {
    const meant = reportMeant(view.values, view.env);
    const { turn, services } = view.scene;
    const answers = answersOf(set);
    const cleared = REPORT_QUESTIONS.filter((name) => clear.includes(name));
    if (meant === null || turn.person === null) return;
    if (Object.keys(answers).length === 0 && cleared.length === 0) return;
    await services.reports.saveDraft({
      ...meant,
      personId: turn.person.id,
      set: answers,
      clear: cleared,
      now: turn.now,
    });
  },
  left: (scene) => scene.words.report.left,
  async complete(view) {
    const { scene, env, values } = view;
    const { report } = scene.words;
    const meant = reportMeant(values, env);
    if (meant === null || scene.turn.person === null) return { kind: 'review' };
    const handed = await scene.services.reports.handIn({
      ...meant,
      personId: scene.turn.person.id,
      answers: answersOf(values),
      now: scene.turn.now,
    });
    if (!handed.ok && handed.fault.code === 'incomplete') return { kind: 'review' };
    const kind = report.kinds[meant.kind];
    const text = handed.ok
      ? report.saved(kind, pupilOf(view))
      : handed.fault.code === 'already-done'
        ? report.doneAlready(kind)
        : report.notTaken;
    return { kind: 'done', reference: null, replies: [say(text, [], metaFor('answer', REPORT_TOPIC))] };
  },
};

const kindOf = ({ values, env }: FormView<ReportEnv>): ReportKind =>
  reportMeant(values, env)?.kind ?? 'start';

const answersOf = (values: SlotValues): ReportAnswers =>
  Object.fromEntries(
    REPORT_QUESTIONS.flatMap((name) => {
      const value = values[name];
      return typeof value === 'string' && !isNoAnswer(value) ? [[name, value]] : [];
    }),
  );

/** Reads her assignments and reports afresh: an answer has just been kept. */
export async function loadReportEnv(scene: Scene, state?: Pick<FormState, 'seed'>): Promise<ReportEnv> {
  const { turn, services, words } = scene;
  const [assignments, reports] =
    turn.person === null
      ? [[], []]
      : await Promise.all([
          services.people.assignments(turn.person.id),
          services.reports.ofPerson(turn.person.id),
        ]);
  const { assignmentId, kind } = state?.seed ?? {};
  const fixedKind = REPORT_KINDS.find((one) => one === kind);
  return {
    now: turn.now,
    zone: scene.zone,
    readTimes: (text, options) => scene.knowledge.readTimes(text, options),
    matchNames: (text, candidates, nameOf) => scene.knowledge.matchNames(text, candidates, nameOf),
    assignments: assignments.map((record) => ({
      record,
      label: words.coupon.assignment(record.pupil, record.family, record.subject),
      names: [record.pupil, record.family, `${record.pupil} ${record.family}`],
    })),
    reports,
    fixed:
      typeof assignmentId === 'string' && fixedKind !== undefined ? { assignmentId, kind: fixedKind } : null,
  };
}
