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

function invoiceFacts({ invoices, now, desk }: Records): Facts {
  const lastMonth = DateTime.fromJSDate(now, { zone: desk.zone }).minus({ months: 1 }).toFormat('yyyy-LL');
  const received = invoices.some(
    ({ month, callSentAt }) => month === lastMonth && callSentAt !== null && callSentAt <= now,
  );
  const latest = invoices.reduce<Invoice | null>(
    (last, invoice) => (last === null || invoice.month >= last.month ? invoice : last),
    null,
  );
  return {
    'invoice.last_month_call_received': received,
    'invoice.status': latest?.status ?? 'none',
    ...(latest && { 'invoice.number': latest.number, 'invoice.month': latest.month }),
    ...(latest?.issuedAt && {
      'invoice.issued_on': isoDate(latest.issuedAt, desk.zone),
      'invoice.days_since_issued': daysBetween(latest.issuedAt, now, desk.zone),
    }),
    ...(latest?.paidAt && {
      'invoice.paid_on': isoDate(latest.paidAt, desk.zone),
      'invoice.days_since_paid': daysBetween(latest.paidAt, now, desk.zone),
    }),
  };
}

function studentFacts({ students, studentName, now, desk }: Records): Facts {
  if (studentName === undefined) {
    const only = onlyOne(students.filter(({ active }) => active)) ?? onlyOne(students);
    return only ? factsOfStudent(only, now, desk.zone) : {};
  }
  const named = findStudent(students, studentName);
  return named
    ? factsOfStudent(named, now, desk.zone)
    : { 'student.name': studentName, 'student.in_list': false };
}

function factsOfStudent(student: Student, now: Date, zone: string): Facts {
  return {
    'student.name': student.name,
    'student.path': student.path,
    'student.in_list': student.active,
    'student.absences_in_a_row': absencesInARow(student, now),
    ...(student.fundingEndsOn && { 'student.funding_ends_on': isoDate(student.fundingEndsOn, zone) }),
    ...(student.pathEndsOn && { 'student.path_ends_on': isoDate(student.pathEndsOn, zone) }),
  };
}

/**
 * Unjustified absences since the student last attended (M026, M034). A justified absence neither counts nor ends the row, nor does
 * a session that was cancelled or is still planned.
 */
export function absencesInARow(student: Pick<Student, 'sessions'>, now: Date): number {
  const past = student.sessions
    .filter(({ scheduledAt }) => scheduledAt <= now)
    .toSorted((a, b) => b.scheduledAt.getTime() - a.scheduledAt.getTime());
  const attended = past.findIndex(({ status }) => status === 'done');
  const sinceThen = attended === -1 ? past : past.slice(0, attended);
  return sinceThen.filter(({ status, justified }) => status === 'absent' && !justified).length;
}

function couponFacts({ desk, assignments, coupons, now }: Records): Facts {
  if (desk.id !== 'abc' && assignments.length === 0 && coupons.length === 0) return {};
  const monthOf = (at: Date): string => DateTime.fromJSDate(at, { zone: COUPON_ZONE }).toFormat('yyyy-LL');
  const thisMonth = DateTime.fromJSDate(now, { zone: COUPON_ZONE });
  const lastMonth = thisMonth.minus({ months: 1 }).toFormat('yyyy-LL');
  const saved = coupons.filter(({ status }) => status === 'saved');
  const ofLastMonth = saved.filter(({ startsAt }) => monthOf(startsAt) === lastMonth);
  return {
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
