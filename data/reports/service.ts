import { randomUUID } from 'node:crypto';
import { ASSIGNMENT_PARTS, toAssignment } from '../people/service';
import { inTransaction, oneOf, toJson, type Database, type Transaction } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import { ok, refused, type Result } from '../result';
import { changedAnswers, isOpen, missingAnswers, sameAnswers } from './rules';
import {
  REPORT_KINDS,
  REPORT_QUESTIONS,
  type LessonReport,
  type ReportAnswers,
  type ReportFault,
  type ReportRef,
  type ReportService,
} from './types';

const STATUSES = ['draft', 'done'] as const;

/** The reports of the first lesson and of the end of an assignment. Drafts are kept here, not in a conversation. */
export function createReportService(db: Database): ReportService {
  return {
    async ofPerson(personId) {
      const rows = await db.lessonReport.findMany({
        where: { assignment: { personId } },
        orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(toReport);
    },
    saveDraft: (command) =>
      inTransaction(db, async (tx) => {
        const found = await openReport(tx, command);
        if (!found.ok) return found;
        const before = found.value;
        if (before?.status === 'done') return refused({ code: 'already-done', report: before });
        const answers = changedAnswers(before?.answers ?? {}, command.set, command.clear);
        if (before !== null && sameAnswers(before.answers, answers)) return ok(before);
        return ok(await write(tx, command, { status: 'draft', answers, doneAt: null }, command.now));
      }),
    handIn: (command) =>
      inTransaction(db, async (tx) => {
        const found = await openReport(tx, command);
        if (!found.ok) return found;
        const before = found.value;
        if (before?.status === 'done') {
          return sameAnswers(before.answers, command.answers)
            ? ok(before)
            : refused({ code: 'already-done', report: before });
        }
        const missing = missingAnswers(command.answers);
        if (missing.length > 0) return refused({ code: 'incomplete', missing });
        const { answers, now } = command;
        return ok(await write(tx, command, { status: 'done', answers, doneAt: now }, now));
      }),
  };
}

/** The report as it stands, null where nothing was written yet; a refusal where it cannot be written. */
async function openReport(
  tx: Transaction,
  { personId, assignmentId, kind }: ReportRef,
): Promise<Result<LessonReport | null, ReportFault>> {
  const row = await tx.assignment.findFirst({
    where: { id: assignmentId, personId },
    include: ASSIGNMENT_PARTS,
  });
  if (row === null) return refused({ code: 'unknown-assignment' });
  const report = await tx.lessonReport.findUnique({
    where: { assignmentId_kind: { assignmentId, kind } },
  });
  if (report === null && !isOpen(toAssignment(row), kind)) return refused({ code: 'not-open' });
  return ok(report && toReport(report));
}

async function write(
  tx: Transaction,
  { assignmentId, kind }: ReportRef,
  content: { status: LessonReport['status']; answers: ReportAnswers; doneAt: Date | null },
  now: Date,
): Promise<LessonReport> {
  const columns = { ...content, answers: toJson(content.answers), updatedAt: now };
  const row = await tx.lessonReport.upsert({
    where: { assignmentId_kind: { assignmentId, kind } },
    create: { id: randomUUID(), assignmentId, kind, ...columns },
    update: columns,
  });
  return toReport(row);
}

const toReport = (row: Prisma.LessonReportModel): LessonReport => ({
  assignmentId: row.assignmentId,
  kind: oneOf(REPORT_KINDS, row.kind, 'LessonReport.kind'),
  status: oneOf(STATUSES, row.status, 'LessonReport.status'),
  answers: readAnswers(row.answers),
  updatedAt: row.updatedAt,
  doneAt: row.doneAt,
});

/** Stored answers; what is no answer to a question of ours is left out. */
function readAnswers(stored: Prisma.JsonValue): ReportAnswers {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  return Object.fromEntries(
    REPORT_QUESTIONS.flatMap((question) => {
      const value = stored[question];
      return typeof value === 'string' ? [[question, value]] : [];
    }),
  );
}
