import type { Result } from '../result';

/** Every assignment has two reports: one after the first lesson, one at the end (A048). */
export const REPORT_KINDS = ['start', 'end'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** What a report tells, in the order in which it is asked. */
export const REPORT_QUESTIONS = ['workedOn', 'level', 'difficulties', 'goals', 'nextSteps'] as const;
export type ReportQuestion = (typeof REPORT_QUESTIONS)[number];

/** What she has answered so far, in her own words. */
export type ReportAnswers = Readonly<Partial<Record<ReportQuestion, string>>>;

export interface LessonReport {
  readonly assignmentId: string;
  readonly kind: ReportKind;
  /** draft: saved at each answer · done: handed in, from then on unchanged. */
  readonly status: 'draft' | 'done';
  readonly answers: ReportAnswers;
  readonly updatedAt: Date;
  /** When it was handed in; null for a draft. */
  readonly doneAt: Date | null;
}

/** Which report is meant: she names it by assignment and kind. */
export interface ReportRef {
  readonly personId: string;
  readonly assignmentId: string;
  readonly kind: ReportKind;
}

/** Why a report cannot be written. */
export type ReportFault =
  | { readonly code: 'unknown-assignment' }
  /** Its coupon has not come yet (A045, A046). */
  | { readonly code: 'not-open' }
  | { readonly code: 'already-done'; readonly report: LessonReport }
  | { readonly code: 'incomplete'; readonly missing: readonly ReportQuestion[] };

export interface ReportService {
  /** Every report of a person's assignments, drafts too. */
  ofPerson(personId: string): Promise<readonly LessonReport[]>;
  /**
   * Keeps what an answer changed, at once: what other answers hold is left alone, so that two open windows lose nothing of each other.
   * A change that is already there changes nothing.
   *
   * @param command.set answers given or corrected; `clear`, those taken back.
   */
  saveDraft(
    command: ReportRef & {
      readonly set: ReportAnswers;
      readonly clear: readonly ReportQuestion[];
      readonly now: Date;
    },
  ): Promise<Result<LessonReport, ReportFault>>;
  /** Hands the report in, once: handed in again with the same answers it is the same report, with others `already-done`. */
  handIn(
    command: ReportRef & { readonly answers: ReportAnswers; readonly now: Date },
  ): Promise<Result<LessonReport, ReportFault>>;
}
