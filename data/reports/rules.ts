import { couponsLeft } from '../coupons/rules';
import type { Assignment } from '../people/types';
import {
  REPORT_KINDS,
  REPORT_QUESTIONS,
  type ReportAnswers,
  type ReportKind,
  type ReportQuestion,
} from './types';

/**
 * Whether a report of an assignment can be written now: the start report from the first coupon on (A045), the end report when one coupon
 * is left or none (A046, A047), or when the assignment has ended.
 */
export function isOpen(assignment: Assignment, kind: ReportKind): boolean {
  if (kind === 'start') return assignment.couponsUsed > 0;
  return couponsLeft(assignment) <= 1 || assignment.endedAt !== null;
}

/** How far a report of an assignment is. */
export const stateOf = (assignment: Assignment, kind: ReportKind): Assignment['startReport'] =>
  kind === 'start' ? assignment.startReport : assignment.endReport;

/** The reports of an assignment that can be written and are not handed in, the start report first (A048: both are compulsory). */
export const reportsDue = (assignment: Assignment): readonly ReportKind[] =>
  REPORT_KINDS.filter((kind) => isOpen(assignment, kind) && stateOf(assignment, kind) !== 'done');

/** The questions that have no answer yet, in order. */
export const missingAnswers = (answers: ReportAnswers): readonly ReportQuestion[] =>
  REPORT_QUESTIONS.filter((question) => (answers[question] ?? '').trim() === '');

/** Answers after a change: what is neither set nor cleared stays. */
export function changedAnswers(
  before: ReportAnswers,
  set: ReportAnswers,
  clear: readonly ReportQuestion[],
): ReportAnswers {
  const merged = { ...before, ...set };
  return Object.fromEntries(
    REPORT_QUESTIONS.flatMap((question) => {
      const value = clear.includes(question) ? undefined : merged[question];
      return value === undefined ? [] : [[question, value]];
    }),
  );
}

/** Whether two reports say the same. */
export const sameAnswers = (a: ReportAnswers, b: ReportAnswers): boolean =>
  REPORT_QUESTIONS.every((question) => a[question] === b[question]);
