import { DateTime } from 'luxon';
import { SLOT_MINUTES } from '../appointments/slots';
import { planReminders } from '../appointments/reminders';
import { openSpans } from '../calendar/opening-hours';
import { isLate } from '../coupons/rules';
import { DEFAULT_DESKS } from '../desks/defaults';
import { inTransaction, toJson, type Database, type Transaction } from '../prisma/database';
import { nextReference } from '../prisma/next-reference';
import { DEMO_ABSENCES, DEMO_ADVISORS } from './advisors';
import { demoCalendar, type DemoCalendar } from './calendar';
import { DEMO_INVOICES } from './invoices';
import { demoAssignments, type DemoAssignment } from './lessons';
import { DEMO_PEOPLE } from './people';
import { DEMO_REPLIES } from './replies';
import { DEMO_STUDENTS } from './students';

/**
 * Puts in the demo data of docs/demo.md, relative to `now`, in one transaction. A database that has it already is left as it is.
 *
 * @returns whether anything was written.
 */
export function seedDemo(db: Database, now: Date): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    if (await tx.advisor.findUnique({ where: { id: 'advisor-admin' } })) return false;
    const calendar = demoCalendar(now);
    await seedAdvisors(tx, calendar);
    await seedPeople(tx, calendar);
    for (const assignment of demoAssignments(calendar)) await seedAssignment(tx, assignment, calendar);
    await seedStudents(tx, calendar);
    await seedInvoices(tx, calendar);
    await seedAppointment(tx, now);
    await seedReplies(tx, calendar);
    return true;
  });
}

async function seedAdvisors(tx: Transaction, calendar: DemoCalendar): Promise<void> {
  await tx.advisor.createMany({
    data: DEMO_ADVISORS.map(({ deskIds: _desks, ...advisor }) => ({
      ...advisor,
      active: true,
      createdAt: calendar.day(-400),
    })),
  });
  await tx.advisorDesk.createMany({
    data: DEMO_ADVISORS.flatMap(({ id, deskIds }) => deskIds.map((deskId) => ({ advisorId: id, deskId }))),
  });
  await tx.advisorAbsence.createMany({
    data: DEMO_ABSENCES.map(({ id, advisorId, fromDay, toDay }) => ({
      id,
      advisorId,
      startsAt: calendar.at(fromDay, '00:00'),
      endsAt: calendar.at(toDay, '00:00'),
    })),
  });
}

async function seedPeople(tx: Transaction, calendar: DemoCalendar): Promise<void> {
  await tx.person.createMany({
    data: DEMO_PEOPLE.map(({ lastName, startedDaysAgo, ...person }, index) => ({
      ...person,
      displayName: `${person.firstName} ${lastName}`,
      email: `${person.id}@demo.example`,
      startedAt: calendar.day(-startedDaysAgo),
      createdAt: new Date(calendar.now.getTime() + index),
    })),
  });
}

async function seedAssignment(
  tx: Transaction,
  assignment: DemoAssignment,
  calendar: DemoCalendar,
): Promise<void> {
  const { lessons, startedDaysAgo, startReport, endReport, ...columns } = assignment;
  await tx.assignment.create({
    data: { ...columns, startsOn: calendar.day(-startedDaysAgo), endedAt: null },
  });
  const reports = [
    { kind: 'start', status: startReport },
    { kind: 'end', status: endReport },
  ].flatMap(({ kind, status }) => (status ? [{ kind, status }] : []));
  await tx.lessonReport.createMany({
    data: reports.map(({ kind, status }) => ({
      id: `${assignment.id}-${kind}`,
      assignmentId: assignment.id,
      kind,
      status,
      answers: toJson({}),
      updatedAt: calendar.day(-2),
    })),
  });
  for (const [index, { from, to, enteredAt = to }] of lessons.entries()) {
    const id = `coupon-${assignment.id.replace('assignment-', '')}-${index + 1}`;
    await tx.coupon.create({
      data: {
        id,
        reference: await nextReference(tx, 'C', enteredAt),
        idempotencyKey: `demo:${id}`,
        assignmentId: assignment.id,
        personId: assignment.personId,
        startsAt: from,
        endsAt: to,
        status: 'saved',
        late: isLate(from, enteredAt),
        createdAt: enteredAt,
      },
    });
  }
}

async function seedStudents(tx: Transaction, calendar: DemoCalendar): Promise<void> {
  const inDays = (days: number | null): Date | null => (days === null ? null : calendar.day(days));
  await tx.student.createMany({
    data: DEMO_STUDENTS.map(({ id, personId, name, path, active, fundingEndsIn, pathEndsIn }) => ({
      id,
      personId,
      name,
      path,
      active,
      fundingEndsOn: inDays(fundingEndsIn),
      pathEndsOn: inDays(pathEndsIn),
    })),
  });
  await tx.studentSession.createMany({
    data: DEMO_STUDENTS.flatMap(({ id, sessions }) =>
      sessions.map((session, index) => ({
        id: `${id}-${index + 1}`,
        studentId: id,
        scheduledAt: calendar.at(-2 - 7 * (sessions.length - 1 - index), '18:00'),
        status: session === 'justified' ? 'absent' : session,
        justified: session === 'justified',
      })),
    ),
  });
}

async function seedInvoices(tx: Transaction, calendar: DemoCalendar): Promise<void> {
  const daysAgo = (days: number | null): Date | null => (days === null ? null : calendar.at(-days, '09:30'));
  await tx.invoice.createMany({
    data: DEMO_INVOICES.map(({ personId, month, amountCents, status, callSent, issued, paid }) => ({
      id: `invoice-${personId}-${-month}`,
      personId,
      number: `F-${calendar.month(month)}-${personId.split('-')[1]?.toUpperCase()}`,
      month: calendar.month(month),
      amountCents,
      status,
      callSentAt: daysAgo(callSent),
      issuedAt: daysAgo(issued),
      paidAt: daysAgo(paid),
    })),
  });
}

async function seedReplies(tx: Transaction, calendar: DemoCalendar): Promise<void> {
  await tx.cannedReply.createMany({
    data: DEMO_REPLIES.map(({ deskId, title, text, category }, index) => ({
      id: `reply-${deskId}-${index + 1}`,
      deskId,
      title,
      text,
      category,
      version: 1,
      updatedById: null,
      updatedAt: calendar.day(-30),
    })),
  });
}

/** One appointment that exists already: Sofiane with his advisor, at the first slot of an afternoon, the second open day from now. */
async function seedAppointment(tx: Transaction, now: Date): Promise<void> {
  const [desk] = DEFAULT_DESKS;
  if (!desk) return;
  const tomorrow = DateTime.fromJSDate(now, { zone: desk.zone }).startOf('day').plus({ days: 1 });
  const open = openSpans(desk, { start: tomorrow.toJSDate(), end: tomorrow.plus({ days: 14 }).toJSDate() });
  const startsAt = open[3]?.start;
  if (!startsAt) return;
  const appointment = await tx.appointment.create({
    data: {
      id: 'appointment-sofiane',
      reference: await nextReference(tx, 'R', now),
      idempotencyKey: 'demo:appointment-sofiane',
      deskId: desk.id,
      personId: 'abc-sofiane',
      advisorId: 'advisor-abc-2',
      channel: 'phone',
      phone: '06 39 98 01 12',
      subject: 'Renouvellement de la famille Petit',
      startsAt,
      endsAt: new Date(startsAt.getTime() + SLOT_MINUTES * 60_000),
      status: 'booked',
      slotKey: `advisor-abc-2@${startsAt.toISOString()}`,
      sequence: 0,
      createdAt: now,
      updatedAt: now,
    },
  });
  const { id, personId, sequence } = appointment;
  await planReminders(tx, { id, personId, sequence, startsAt, status: 'booked' }, now);
}
