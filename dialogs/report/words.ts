import { couponsLeft } from '../../data/coupons/rules';
import { reportsDue } from '../../data/reports/rules';
import { REPORT_QUESTIONS, type ReportKind, type ReportQuestion } from '../../data/reports/types';
import type { FormView, SlotQuestion } from '../form/guided';
import { localDate } from '../form/local-time';
import type { Reason, SlotValue } from '../form/types';
import type { LabelledValue } from '../reply';
import { sayDate } from '../say';
import type { Scene } from '../scene';
import { dueAssignments, findAssignment, reportMeant, type ReportEnv } from './form';

type View = FormView<ReportEnv>;

const isQuestion = (slot: string): slot is ReportQuestion =>
  REPORT_QUESTIONS.some((question) => question === slot);

/** Each slot's question, with what can be chosen. */
export function question(slot: string, view: View): SlotQuestion {
  const { env, values, scene } = view;
  const { report } = scene.words;
  if (slot === 'assignment') {
    return {
      text: report.askAssignment,
      short: report.askAssignment,
      example: report.assignmentExample,
      choices: dueAssignments(env).map(({ record, label }) => ({ value: record.id, label })),
    };
  }
  if (slot === 'kind') {
    const record = findAssignment(env, values['assignment'])?.record;
    const due = record === undefined ? [] : reportsDue(record);
    return {
      text: report.askKind,
      short: report.askKind,
      example: report.kindExample,
      choices: due.map((kind) => ({ value: kind, label: report.kinds[kind] })),
    };
  }
  const asked = isQuestion(slot) ? slot : 'workedOn';
  const kind = reportMeant(values, env)?.kind ?? 'start';
  const short = report.questions[kind][asked](pupilOf(view));
  return { text: `${resumed(view)}${short}`, short, example: report.examples[asked], choices: [] };
}

/** A report begun in an earlier conversation is said to go on where it was left, before its first question now. */
function resumed({ env, values, state, scene }: View): string {
  const meant = reportMeant(values, env);
  const draft = env.reports.find(
    ({ assignmentId, kind }) => assignmentId === meant?.assignmentId && kind === meant.kind,
  );
  const answered = Object.keys(draft?.answers ?? {}).length;
  if (draft === undefined || answered === 0 || state.given.some(isQuestion)) return '';
  const date = sayDate(localDate(draft.updatedAt, scene.zone), scene.locale, scene.turn.now);
  return `${scene.words.report.resumed(date, answered, REPORT_QUESTIONS.length)} `;
}

/** The pupil's first name. */
export function pupilOf({ env, values }: Pick<View, 'env' | 'values'>): string {
  return findAssignment(env, reportMeant(values, env)?.assignmentId)?.record.pupil ?? '';
}

/** A slot's name. */
export function labelOf(slot: string, { words }: Scene): string {
  const { names } = words.report;
  if (slot === 'assignment') return names.assignment;
  if (slot === 'kind') return names.kind;
  return names[isQuestion(slot) ? slot : 'workedOn'];
}

/** A slot's value as she reads it. */
export function display(slot: string, value: SlotValue, { env, scene }: View): string {
  if (slot === 'assignment') return findAssignment(env, value)?.label ?? String(value);
  if (slot === 'kind') return scene.words.report.kinds[value === 'end' ? 'end' : 'start'];
  return String(value);
}

/** The report as a whole. */
export const facts = ({ values, scene }: View): readonly LabelledValue[] =>
  REPORT_QUESTIONS.map((slot) => ({ label: labelOf(slot, scene), value: String(values[slot] ?? '') }));

/** Why a value was refused. */
export function reason(_slot: string, { code, ...detail }: Reason, { env, values, scene }: View): string {
  const { report } = scene.words;
  switch (code) {
    case 'needed':
      return report.needed;
    case 'nothing-due':
      return notDue(env, detail['assignment'], scene);
    case 'already-done':
      return report.doneAlready(report.kinds[detail['kind'] === 'end' ? 'end' : 'start']);
    case 'not-open':
      return notOpen(env, values['assignment'], detail['kind'] === 'end' ? 'end' : 'start', scene);
    default:
      return report.unknownAssignment;
  }
}

/** Why there is nothing to write on an assignment now: done, or not open yet. */
export function notDue(env: ReportEnv, assignmentId: unknown, scene: Scene): string {
  const found = findAssignment(env, assignmentId);
  const { report } = scene.words;
  if (found === undefined) return report.unknownAssignment;
  const { record, label } = found;
  if (record.endReport === 'done' && record.startReport === 'done') return report.bothDone(label);
  if (record.couponsUsed === 0) return notOpen(env, assignmentId, 'start', scene);
  return notOpen(env, assignmentId, 'end', scene);
}

function notOpen(env: ReportEnv, assignmentId: unknown, kind: ReportKind, { words }: Scene): string {
  const found = findAssignment(env, assignmentId);
  const label = found?.label ?? '';
  return kind === 'start' || found === undefined
    ? words.report.startNotOpen(label)
    : words.report.endNotOpen(label, couponsLeft(found.record));
}
