import { DateTime } from 'luxon';
import { COUPON_ZONE, couponsLeft } from '../coupons/rules';
import type { Coupon } from '../coupons/types';
import type { Desk } from '../desks/types';
import type { Assignment, Invoice, Person, RecordFacts, Student } from './types';

/** What a person's records tell. Every list may be empty. */
export interface Records {
  readonly person: Person;
  readonly assignments: readonly Assignment[];
  readonly coupons: readonly Coupon[];
  readonly students: readonly Student[];
  readonly invoices: readonly Invoice[];
  readonly now: Date;
  readonly desk: Pick<Desk, 'id' | 'zone'>;
  /** The student named in the message, if one was. */
  readonly studentName?: string;
  /** The month that the message names, as 2026-11: its invoice and its coupons are then the ones that count. */
  readonly month?: string;
}

type Facts = Record<string, string | number | boolean>;

/**
 * The record facts of docs/knowledge.md: `person.*`, `invoice.*`, `student.*`, `coupons.*`. Pure. A fact that the records do not
 * tell is absent. Dates are ISO dates and days are calendar days in the desk's zone; lessons belong to a month of Paris.
 *
 * @example recordFacts({ person, invoices, ... })['invoice.status'] // 'paid'
 */
export function recordFacts(records: Records): RecordFacts {
  return {
    ...personFacts(records),
    ...invoiceFacts(records),
    ...studentFacts(records),
    ...couponFacts(records),
  };
}

function personFacts({ person, now, desk }: Records): Facts {
  return {
    'person.ssn': person.ssnState,
    'person.iban': person.ibanState,
    ...(person.startedAt && { 'person.days_since_start': daysBetween(person.startedAt, now, desk.zone) }),
  };
}

/** The invoice of the month that is named, where there is one; else the latest. */
function invoiceMeant({ invoices, month }: Records): Invoice | null {
  const ofMonth = invoices.find((invoice) => invoice.month === month);
  if (ofMonth !== undefined) return ofMonth;
  return invoices.reduce<Invoice | null>(
    (last, invoice) => (last === null || invoice.month >= last.month ? invoice : last),
    null,
  );
}

function invoiceFacts(records: Records): Facts {
  const { invoices, now, desk } = records;
  const lastMonth = DateTime.fromJSDate(now, { zone: desk.zone }).minus({ months: 1 }).toFormat('yyyy-LL');
  const received = invoices.some(
    ({ month, callSentAt }) => month === lastMonth && callSentAt !== null && callSentAt <= now,
  );
  const meant = invoiceMeant(records);
  const statusAt = meant?.status === 'paid' ? meant.paidAt : (meant?.issuedAt ?? meant?.callSentAt);
  return {
    'invoice.last_month_call_received': received,
    'invoice.status': meant?.status ?? 'none',
    ...(meant && {
      'invoice.number': meant.number,
      'invoice.month': meant.month,
      'invoice.amount_cents': meant.amountCents,
    }),
    ...(statusAt && { 'invoice.status_on': isoDate(statusAt, desk.zone) }),
    ...(meant?.issuedAt && {
      'invoice.issued_on': isoDate(meant.issuedAt, desk.zone),
      'invoice.days_since_issued': daysBetween(meant.issuedAt, now, desk.zone),
    }),
    ...(meant?.paidAt && {
      'invoice.paid_on': isoDate(meant.paidAt, desk.zone),
      'invoice.days_since_paid': daysBetween(meant.paidAt, now, desk.zone),
    }),
  };
}

function studentFacts({ students, studentName, now, desk }: Records): Facts {
  const active = students.filter((student) => student.active);
  const count: Facts = students.length === 0 ? {} : { 'students.active': active.length };
  if (studentName === undefined) {
    const only = onlyOne(active) ?? onlyOne(students);
    return only ? { ...count, ...factsOfStudent(only, now, desk.zone) } : count;
  }
  const named = findStudent(students, studentName);
  return named
    ? { ...count, ...factsOfStudent(named, now, desk.zone) }
    : { ...count, 'student.name': studentName, 'student.in_list': false };
}

function factsOfStudent(student: Student, now: Date, zone: string): Facts {
  return {
    'student.name': student.name,
    'student.path': student.path,
    'student.in_list': student.active,
    ...absenceFacts(student, now, zone),
    'student.cancellations_in_a_row': sinceAttended(student, now).filter(
      ({ status }) => status === 'cancelled',
    ).length,
    ...(student.fundingEndsOn && { 'student.funding_ends_on': isoDate(student.fundingEndsOn, zone) }),
    ...(student.pathEndsOn && { 'student.path_ends_on': isoDate(student.pathEndsOn, zone) }),
  };
}

/**
 * Unjustified absences since the student last attended (M026, M034). A justified absence neither counts nor ends the row, nor does
 * a session that was cancelled or is still planned.
 */
export const absencesInARow = (student: Pick<Student, 'sessions'>, now: Date): number =>
  unjustifiedInARow(student, now).length;

/** The sessions since the student last attended one, latest first. */
function sinceAttended(student: Pick<Student, 'sessions'>, now: Date): Student['sessions'] {
  const past = student.sessions
    .filter(({ scheduledAt }) => scheduledAt <= now)
    .toSorted((a, b) => b.scheduledAt.getTime() - a.scheduledAt.getTime());
  const attended = past.findIndex(({ status }) => status === 'done');
  return attended === -1 ? past : past.slice(0, attended);
}

const unjustifiedInARow = (student: Pick<Student, 'sessions'>, now: Date): Student['sessions'] =>
  sinceAttended(student, now).filter(({ status, justified }) => status === 'absent' && !justified);

/** A student has 48 hours to justify an absence (M027). */
const JUSTIFICATION_HOURS = 48;

function absenceFacts(student: Student, now: Date, zone: string): Facts {
  const absences = unjustifiedInARow(student, now);
  const [last] = absences;
  const count: Facts = { 'student.absences_in_a_row': absences.length };
  if (last === undefined) return count;
  const until = DateTime.fromJSDate(last.scheduledAt).plus({ hours: JUSTIFICATION_HOURS }).toJSDate();
  return {
    ...count,
    'student.absence_dates': absences
      .map(({ scheduledAt }) => isoDate(scheduledAt, zone))
      .toReversed()
      .join(' '),
    'student.last_absence_on': isoDate(last.scheduledAt, zone),
    'student.justified': false,
    // Only while the time is still running: afterwards the absence stays unjustified.
    ...(until > now && { 'student.justification_until': isoDate(until, zone) }),
  };
}

function couponFacts({ desk, assignments, coupons, now, month }: Records): Facts {
  if (desk.id !== 'abc' && assignments.length === 0 && coupons.length === 0) return {};
  const monthOf = (at: Date): string => DateTime.fromJSDate(at, { zone: COUPON_ZONE }).toFormat('yyyy-LL');
  const thisMonth = DateTime.fromJSDate(now, { zone: COUPON_ZONE });
  const lastMonth = thisMonth.minus({ months: 1 }).toFormat('yyyy-LL');
  const saved = coupons.filter(({ status }) => status === 'saved');
  const ofLastMonth = saved.filter(({ startsAt }) => monthOf(startsAt) === lastMonth);
  const meant = month ?? lastMonth;
  const ofMeant = saved
    .filter(({ startsAt }) => monthOf(startsAt) === meant)
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  return {
    'coupons.month': meant,
    'coupons.entered': ofMeant.map(({ startsAt }) => isoDate(startsAt, COUPON_ZONE)).join(' ') || 'none',
    'coupons.entered_count': ofMeant.length,
    'coupons.entered_late': ofMeant.filter(({ late }) => late).length,
    'coupons.last_month': ofLastMonth.length,
    'coupons.last_month_late': ofLastMonth.filter(({ late }) => late).length,
    'coupons.this_month': saved.filter(({ startsAt }) => monthOf(startsAt) === thisMonth.toFormat('yyyy-LL'))
      .length,
    'coupons.left': assignments
      .filter(({ endedAt }) => endedAt === null || endedAt > now)
      .reduce((total, assignment) => total + couponsLeft(assignment), 0),
  };
}

const onlyOne = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);

/** By full name, or by a first name that only one student has; accents and case do not count. */
function findStudent(students: readonly Student[], name: string): Student | undefined {
  const wanted = plain(name);
  return (
    students.find((student) => plain(student.name) === wanted) ??
    onlyOne(students.filter((student) => plain(student.name).split(' ')[0] === wanted))
  );
}

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s'-]+/)
    .filter(Boolean)
    .join(' ');

const isoDate = (at: Date, zone: string): string => DateTime.fromJSDate(at, { zone }).toISODate() ?? '';

/** Calendar days from one instant to another in a zone; 0 on the same day and for a date that is still to come. */
function daysBetween(from: Date, to: Date, zone: string): number {
  const start = DateTime.fromJSDate(from, { zone }).startOf('day');
  const end = DateTime.fromJSDate(to, { zone }).startOf('day');
  return Math.max(0, Math.round(end.diff(start, 'days').days));
}
