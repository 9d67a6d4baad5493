import { isOpen, reportsDue, stateOf } from '../../data/reports/rules';
import {
  REPORT_KINDS,
  REPORT_QUESTIONS,
  type LessonReport,
  type ReportKind,
  type ReportQuestion,
} from '../../data/reports/types';
import type { Assignment } from '../../data/people/types';
import { readNamed } from '../form/names';
import type { FormEnv, FormSpec, Heard, Offer, SlotSpec, SlotValues } from '../form/types';
import { invalid, valid } from '../form/types';
import { fold } from '../text/fold';

/** One of her assignments, with the reports that can be written on it now. */
export interface ReportAssignment {
  readonly record: Assignment;
  readonly label: string;
  readonly names: readonly string[];
}

export interface ReportEnv extends FormEnv {
  readonly assignments: readonly ReportAssignment[];
  /** Every report of hers, drafts too: what an earlier conversation answered is known. */
  readonly reports: readonly LessonReport[];
  /** The report that another form asks for: it is not to be chosen. */
  readonly fixed: { readonly assignmentId: string; readonly kind: ReportKind } | null;
}

const SAYS_END = /\b(?:fin|final|finale|dernier|derniere|end|last)\b/;
const SAYS_START = /\b(?:debut|demarrage|premier|premiere|1er|1ere|initial|initiale|start|first)\b/;

/** A report (facts A045-A048): of which assignment, which of its two, and five answers in her own words. */
export const reportSpec = (env: ReportEnv): FormSpec<ReportEnv> => ({
  id: 'report',
  version: 1,
  slots: [...(env.fixed === null ? [assignmentSlot, kindSlot] : []), ...REPORT_QUESTIONS.map(questionSlot)],
});

/** Which report the values mean so far; null while it is not known. */
export function reportMeant(
  values: SlotValues,
  { fixed }: ReportEnv,
): { readonly assignmentId: string; readonly kind: ReportKind } | null {
  if (fixed !== null) return fixed;
  const { assignment, kind } = values;
  const known = REPORT_KINDS.find((one) => one === kind);
  return typeof assignment === 'string' && known !== undefined
    ? { assignmentId: assignment, kind: known }
    : null;
}

/** The assignments on which a report is to be written now. */
export const dueAssignments = ({ assignments }: ReportEnv): readonly ReportAssignment[] =>
  assignments.filter(({ record }) => reportsDue(record).length > 0);

/** An assignment of hers by its id. */
export const findAssignment = (env: ReportEnv, id: unknown): ReportAssignment | undefined =>
  env.assignments.find(({ record }) => record.id === id);

const assignmentSlot: SlotSpec<ReportEnv> = {
  name: 'assignment',
  aliases: ['eleve', 'l eleve', 'famille', 'la famille', 'mission', 'pupil', 'student', 'family'],
  known: (_values, env) => {
    const [only, ...others] = dueAssignments(env);
    return only !== undefined && others.length === 0 ? only.record.id : null;
  },
  parse: readAssignment,
  validate: (value, _values, env) => {
    const found = findAssignment(env, value);
    if (found === undefined) return invalid({ code: 'unknown-assignment' });
    return reportsDue(found.record).length > 0
      ? valid(value)
      : invalid({ code: 'nothing-due', assignment: found.record.id });
  },
};

/** The report that is due is meant, where one pupil's is and another's of the same name is not. */
function readAssignment({ text, env, focus }: Heard<ReportEnv>): Offer | null {
  // An answer in her own words may name the pupil, or another one: it chooses nothing.
  if (focus !== null && focus !== 'assignment' && focus !== 'kind') return null;
  const read = (candidates: readonly ReportAssignment[]): Offer | null =>
    readNamed(
      text,
      candidates.map(({ record, names }) => ({ value: record.id, names })),
      env,
      focus === 'assignment',
    );
  return read(dueAssignments(env)) ?? read(env.assignments);
}

const kindSlot: SlotSpec<ReportEnv> = {
  name: 'kind',
  known: (values, env) => {
    const record = findAssignment(env, values['assignment'])?.record;
    const [only, ...others] = record === undefined ? [] : reportsDue(record);
    return only !== undefined && others.length === 0 ? only : null;
  },
  parse: ({ folded, focus }) => {
    if (focus !== null && focus !== 'assignment' && focus !== 'kind') return null;
    const end = SAYS_END.test(folded);
    const start = SAYS_START.test(folded);
    return end === start ? null : { value: end ? 'end' : 'start' };
  },
  validate: (value, values, env) => {
    const record = findAssignment(env, values['assignment'])?.record;
    const kind = REPORT_KINDS.find((one) => one === value);
    if (record === undefined || kind === undefined) return valid(value);
    if (stateOf(record, kind) === 'done') return invalid({ code: 'already-done', kind });
    return isOpen(record, kind) ? valid(value) : invalid({ code: 'not-open', kind });
  },
};

const ALIASES: Readonly<Record<ReportQuestion, readonly string[]>> = {
  workedOn: ['le travail', 'travail', 'travaille', 'ce qui a ete travaille', 'the work', 'worked on'],
  level: ['niveau', 'le niveau', 'level', 'the level'],
  difficulties: ['difficultes', 'les difficultes', 'difficulties', 'the difficulties'],
  goals: ['objectifs', 'les objectifs', 'objectif', 'goals', 'the goals'],
  nextSteps: ['suite', 'la suite', 'prochaines etapes', 'les prochaines etapes', 'next steps'],
};

const NO_ANSWER = /^(?:(?:je )?passer?|passez|suivante?|question suivante|plus tard|skip|next|later)$/;

/** "Passer" leaves a question out, which both reports do not allow (A048); "aucune" and "rien" are answers. */
export const isNoAnswer = (text: string): boolean => NO_ANSWER.test(fold(text));

/** An answer in her own words. What she answered in an earlier conversation is known from the draft. */
const questionSlot = (question: ReportQuestion): SlotSpec<ReportEnv> => ({
  name: question,
  freeText: true,
  aliases: ALIASES[question],
  validate: (value) => (isNoAnswer(String(value)) ? invalid({ code: 'needed' }) : valid(value)),
  known: (values, env) => {
    const meant = reportMeant(values, env);
    const report = env.reports.find(
      ({ assignmentId, kind }) => assignmentId === meant?.assignmentId && kind === meant.kind,
    );
    return report?.answers[question] ?? null;
  },
});
