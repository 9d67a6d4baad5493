import { DESK_IDS } from '../desks/types';
import { oneOf, type Database } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import type { Assignment, Invoice, PeopleService, Person, Student } from './types';

const LOCALES = ['fr', 'en'] as const;
const SSN_STATES = ['present', 'missing', 'provisional'] as const;
const IBAN_STATES = ['present', 'missing'] as const;
const REPORT_STATES = ['draft', 'done'] as const;
const SESSION_STATUSES = ['planned', 'done', 'absent', 'cancelled'] as const;
const INVOICE_STATUSES = ['call-sent', 'in-progress', 'paid'] as const;

/** People's own records. */
export function createPeopleService(db: Database): PeopleService {
  return {
    async find(id) {
      const row = await db.person.findUnique({ where: { id } });
      return row && toPerson(row);
    },
    async ofDesk(deskId) {
      const rows = await db.person.findMany({
        where: { deskId },
        orderBy: [{ createdAt: 'asc' }, { displayName: 'asc' }],
      });
      return rows.map(toPerson);
    },
    async assignments(personId) {
      const rows = await db.assignment.findMany({
        where: { personId },
        include: ASSIGNMENT_PARTS,
        orderBy: [{ startsOn: 'asc' }, { id: 'asc' }],
      });
      return rows.map(toAssignment);
    },
    async students(personId) {
      const rows = await db.student.findMany({
        where: { personId },
        include: { sessions: { orderBy: { scheduledAt: 'asc' } } },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      });
      return rows.map(toStudent);
    },
    async invoices(personId) {
      const rows = await db.invoice.findMany({
        where: { personId },
        orderBy: [{ month: 'asc' }, { number: 'asc' }],
      });
      return rows.map(toInvoice);
    },
  };
}

export const toPerson = (row: Prisma.PersonModel): Person => ({
  id: row.id,
  deskId: oneOf(DESK_IDS, row.deskId, 'Person.deskId'),
  displayName: row.displayName,
  firstName: row.firstName,
  email: row.email,
  phone: row.phone,
  zone: row.zone,
  locale: oneOf(LOCALES, row.locale, 'Person.locale'),
  advisorId: row.advisorId,
  ssnState: oneOf(SSN_STATES, row.ssnState, 'Person.ssnState'),
  ibanState: oneOf(IBAN_STATES, row.ibanState, 'Person.ibanState'),
  startedAt: row.startedAt,
});

/** What an assignment is read with: its reports, and how many coupons are saved on it. */
export const ASSIGNMENT_PARTS = {
  reports: { select: { kind: true, status: true } },
  _count: { select: { coupons: { where: { status: 'saved' } } } },
} satisfies Prisma.AssignmentInclude;

/** An assignment as it is read from the database. */
export function toAssignment(
  row: Prisma.AssignmentGetPayload<{ include: typeof ASSIGNMENT_PARTS }>,
): Assignment {
  const report = (kind: 'start' | 'end'): Assignment['startReport'] => {
    const found = row.reports.find((candidate) => candidate.kind === kind);
    return found ? oneOf(REPORT_STATES, found.status, 'LessonReport.status') : 'none';
  };
  return {
    id: row.id,
    personId: row.personId,
    family: row.family,
    pupil: row.pupil,
    subject: row.subject,
    level: row.level,
    couponsTotal: row.couponsTotal,
    couponsUsed: row._count.coupons,
    startsOn: row.startsOn,
    endedAt: row.endedAt,
    startReport: report('start'),
    endReport: report('end'),
  };
}

const toStudent = (row: Prisma.StudentGetPayload<{ include: { sessions: true } }>): Student => ({
  id: row.id,
  personId: row.personId,
  name: row.name,
  path: row.path,
  active: row.active,
  fundingEndsOn: row.fundingEndsOn,
  pathEndsOn: row.pathEndsOn,
  sessions: row.sessions.map((session) => ({
    scheduledAt: session.scheduledAt,
    status: oneOf(SESSION_STATUSES, session.status, 'StudentSession.status'),
    justified: session.justified,
  })),
});

const toInvoice = (row: Prisma.InvoiceModel): Invoice => ({
  id: row.id,
  number: row.number,
  month: row.month,
  amountCents: row.amountCents,
  status: oneOf(INVOICE_STATUSES, row.status, 'Invoice.status'),
  callSentAt: row.callSentAt,
  issuedAt: row.issuedAt,
  paidAt: row.paidAt,
});
