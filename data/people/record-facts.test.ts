import { DateTime } from 'luxon';
import type { Coupon } from '../coupons/types';
import { absencesInARow, recordFacts, type Records } from './record-facts';
import type { Assignment, Invoice, Person, Student } from './types';

const at = (local: string): Date => DateTime.fromISO(local, { zone: 'Europe/Paris' }).toJSDate();
const NOW = at('2026-11-18T10:00');

const person: Person = {
  id: 'p',
  deskId: 'oc-mentor',
  displayName: 'Alice Perrin',
  firstName: 'Alice',
  email: null,
  phone: null,
  zone: 'Europe/Paris',
  locale: 'fr',
  advisorId: null,
  ssnState: 'provisional',
  ibanState: 'missing',
  startedAt: null,
};

const facts = (rest: Partial<Records> = {}) =>
  recordFacts({
    person,
    assignments: [],
    coupons: [],
    students: [],
    invoices: [],
    now: NOW,
    desk: { id: 'oc-mentor', zone: 'Europe/Paris' },
    ...rest,
  });

it('someone without any record: what is known is said, the rest is absent', () => {
  expect(facts()).toEqual({
    'person.ssn': 'provisional',
    'person.iban': 'missing',
    'invoice.last_month_call_received': false,
    'invoice.status': 'none',
  });
});

describe('days since she started', () => {
  it.each([
    ['2026-11-18T00:00', 0],
    ['2026-11-17T23:59', 1],
    ['2026-10-18T12:00', 31],
    ['2026-12-01T12:00', 0],
  ])('started %s: %i', (started, days) => {
    expect(facts({ person: { ...person, startedAt: at(started) } })['person.days_since_start']).toBe(days);
  });
});

describe('invoices', () => {
  const invoice = (month: string, rest: Partial<Invoice>): Invoice => ({
    id: month,
    number: `F-${month}`,
    month,
    amountCents: 1000,
    status: 'paid',
    callSentAt: null,
    issuedAt: null,
    paidAt: null,
    ...rest,
  });

  it('the latest month counts, in whatever order they come', () => {
    const old = invoice('2026-09', { paidAt: at('2026-10-20T09:00') });
    const latest = invoice('2026-10', {
      status: 'in-progress',
      callSentAt: at('2026-11-05T09:00'),
      issuedAt: at('2026-11-08T23:30'),
    });
    const expected = {
      'invoice.status': 'in-progress',
      'invoice.number': 'F-2026-10',
      'invoice.month': '2026-10',
      'invoice.issued_on': '2026-11-08',
      'invoice.days_since_issued': 10,
      'invoice.last_month_call_received': true,
    };
    expect(facts({ invoices: [old, latest] })).toMatchObject(expected);
    expect(facts({ invoices: [latest, old] })).toMatchObject(expected);
    expect(facts({ invoices: [latest, old] })).not.toHaveProperty(['invoice.paid_on']);
  });

  it('days since it was paid are days of the calendar, across a change of the hour', () => {
    const paid = invoice('2026-09', { paidAt: at('2026-10-24T23:59') });
    expect(facts({ invoices: [paid], now: at('2026-10-26T00:01') })).toMatchObject({
      'invoice.paid_on': '2026-10-24',
      'invoice.days_since_paid': 2,
    });
  });

  it('the month that is named counts instead of the latest, where it has an invoice', () => {
    const invoices = [
      invoice('2026-09', { number: 'F-1', paidAt: at('2026-10-20T09:00'), amountCents: 84_000 }),
      invoice('2026-10', { number: 'F-2', status: 'in-progress', issuedAt: at('2026-11-08T09:00') }),
    ];
    expect(facts({ invoices, month: '2026-09' })).toMatchObject({
      'invoice.number': 'F-1',
      'invoice.status_on': '2026-10-20',
      'invoice.amount_cents': 84_000,
    });
    expect(facts({ invoices, month: '2026-08' })).toMatchObject({
      'invoice.number': 'F-2',
      'invoice.status_on': '2026-11-08',
    });
  });

  it.each([
    ['last month’s call was sent', [invoice('2026-10', { callSentAt: at('2026-11-05T09:00') })], true],
    ['it is planned for later', [invoice('2026-10', { callSentAt: at('2026-11-20T09:00') })], false],
    ['the month before last’s only', [invoice('2026-09', { callSentAt: at('2026-10-05T09:00') })], false],
    ['there is none', [], false],
  ])('last month’s call: %s', (_, invoices, received) => {
    expect(facts({ invoices })['invoice.last_month_call_received']).toBe(received);
  });

  it('on the 31st, last month is the month before, not a day of this one', () => {
    const october = invoice('2026-10', { callSentAt: at('2026-11-05T09:00') });
    expect(
      facts({ invoices: [october], now: at('2026-12-31T10:00') })['invoice.last_month_call_received'],
    ).toBe(false);
    expect(
      facts({ invoices: [october], now: at('2026-11-30T23:59') })['invoice.last_month_call_received'],
    ).toBe(true);
  });
});

describe('students', () => {
  const student = (name: string, rest: Partial<Student> = {}): Student => ({
    id: name,
    personId: 'p',
    name,
    path: 'Data analyst',
    active: true,
    fundingEndsOn: null,
    pathEndsOn: null,
    sessions: [],
    ...rest,
  });
  const maya = student('Maya Diallo', {
    fundingEndsOn: new Date('2026-12-01T12:00:00Z'),
    pathEndsOn: new Date('2027-02-28T12:00:00Z'),
  });
  const lucas = student('Lucas Bernard', { active: false });
  const elias = student('Élias Morvan');

  it('the only one, or the only one in the list, need not be named', () => {
    const expected = {
      'student.name': 'Maya Diallo',
      'student.path': 'Data analyst',
      'student.in_list': true,
      'student.funding_ends_on': '2026-12-01',
      'student.path_ends_on': '2027-02-28',
      'student.absences_in_a_row': 0,
    };
    expect(facts({ students: [maya] })).toMatchObject(expected);
    expect(facts({ students: [lucas, maya] })).toMatchObject(expected);
    expect(facts({ students: [lucas] })).toMatchObject({
      'student.name': 'Lucas Bernard',
      'student.in_list': false,
    });
  });

  it('of several, none is meant until one is named', () => {
    expect(
      Object.keys(facts({ students: [maya, elias] })).filter((key) => key.startsWith('student.')),
    ).toEqual([]);
  });

  it.each([
    ['Élias Morvan', 'Élias Morvan'],
    ['elias morvan', 'Élias Morvan'],
    ['ELIAS', 'Élias Morvan'],
    ['Lucas', 'Lucas Bernard'],
  ])('%s is %s', (studentName, name) => {
    expect(facts({ students: [maya, lucas, elias], studentName })['student.name']).toBe(name);
  });

  it('a date that is not known is absent', () => {
    expect(facts({ students: [elias] })).not.toHaveProperty(['student.funding_ends_on']);
  });

  it('someone who is not among them is not in the list, and nothing else is known', () => {
    expect(facts({ students: [maya], studentName: 'Bob Inconnu' })).toMatchObject({
      'student.name': 'Bob Inconnu',
      'student.in_list': false,
    });
    expect(facts({ students: [maya], studentName: 'Bob Inconnu' })).not.toHaveProperty(['student.path']);
  });

  it('a first name that two share names neither', () => {
    const other = student('Maya Petit');
    expect(facts({ students: [maya, other], studentName: 'Maya' })).not.toHaveProperty(['student.path']);
  });

  it.each([
    ['no session yet', '', 0],
    ['came every time', 'd d d', 0],
    ['absent last time', 'd a', 1],
    ['absent twice', 'd a a', 2],
    ['absent from the beginning', 'a a a', 3],
    ['came back since', 'a a d', 0],
    ['a justified absence is not counted', 'd a j', 1],
    ['a justified absence does not end the row', 'd a j a', 2],
    ['a cancelled session does not end it', 'd a c a', 2],
    ['what is planned is not yet missed', 'd a p', 1],
  ])('absences in a row: %s', (_, list, count) => {
    const kinds = { d: 'done', a: 'absent', j: 'absent', c: 'cancelled', p: 'planned' } as const;
    const sessions = list
      .split(' ')
      .filter(Boolean)
      .map((kind, index) => ({
        scheduledAt: at(`2026-11-0${index + 1}T18:00`),
        status: kinds[kind as keyof typeof kinds],
        justified: kind === 'j',
      }));
    expect(absencesInARow({ sessions }, NOW)).toBe(count);
    expect(absencesInARow({ sessions: [...sessions].reverse() }, NOW)).toBe(count);
  });

  it('a session that is still to come counts for nothing', () => {
    const sessions = [{ scheduledAt: at('2026-11-19T18:00'), status: 'absent' as const, justified: false }];
    expect(absencesInARow({ sessions }, NOW)).toBe(0);
  });

  const missed = (...times: readonly string[]): Student =>
    student('Maya Diallo', {
      sessions: times.map((time) => ({ scheduledAt: at(time), status: 'absent', justified: false })),
    });

  it('the dates of the row are told, oldest first, and that none of them is justified', () => {
    expect(facts({ students: [missed('2026-11-04T18:00', '2026-11-11T18:00')] })).toMatchObject({
      'student.absence_dates': '2026-11-04 2026-11-11',
      'student.last_absence_on': '2026-11-11',
      'student.justified': false,
    });
    expect(facts({ students: [maya] })).not.toHaveProperty(['student.justified']);
  });

  it.each([
    ['a minute before 48 hours have passed', '2026-11-16T10:01', '2026-11-18'],
    ['after 48 hours', '2026-11-16T10:00', undefined],
    ['yesterday evening', '2026-11-17T18:00', '2026-11-19'],
  ])('M027: the absence can still be justified: %s', (_, absent, until) => {
    expect(facts({ students: [missed(absent)] })['student.justification_until']).toBe(until);
  });

  it('cancellations since the student last attended are counted', () => {
    const sessions = (['done', 'cancelled', 'cancelled'] as const).map((status, index) => ({
      scheduledAt: at(`2026-11-0${index + 1}T18:00`),
      status,
      justified: false,
    }));
    expect(facts({ students: [student('Tom', { sessions })] })['student.cancellations_in_a_row']).toBe(2);
  });

  it('how many are in the list is told where there are records of students', () => {
    expect(facts({ students: [maya, lucas, elias] })['students.active']).toBe(2);
    expect(facts()).not.toHaveProperty(['students.active']);
  });
});

describe('coupons', () => {
  const coupon = (lesson: string, rest: Partial<Coupon> = {}): Coupon => ({
    id: lesson,
    reference: lesson,
    assignmentId: 'a',
    personId: 'p',
    startsAt: at(lesson),
    endsAt: at(lesson),
    status: 'saved',
    late: false,
    createdAt: NOW,
    rejection: null,
    ...rest,
  });
  const assignment = (rest: Partial<Assignment>): Assignment => ({
    id: 'a',
    personId: 'p',
    family: 'Martin',
    pupil: 'Léa',
    subject: '',
    level: '',
    couponsTotal: 10,
    couponsUsed: 4,
    startsOn: NOW,
    endedAt: null,
    startReport: 'done',
    endReport: 'none',
    ...rest,
  });

  it('are counted by the month of the lesson in Paris; rejected ones are not', () => {
    const coupons = [
      coupon('2026-09-30T23:59'),
      coupon('2026-10-01T00:00'),
      coupon('2026-10-31T23:59', { late: true }),
      coupon('2026-10-15T10:00', { late: true, status: 'rejected' }),
      coupon('2026-11-01T00:00'),
      coupon('2026-11-17T14:00'),
      coupon('2026-11-18T08:00'),
    ];
    const assignments = [
      assignment({}),
      assignment({ id: 'b', couponsTotal: 5, couponsUsed: 5 }),
      assignment({ id: 'c', endedAt: at('2026-11-01T12:00') }),
    ];
    expect(facts({ desk: { id: 'abc', zone: 'Europe/Paris' }, coupons, assignments })).toMatchObject({
      'coupons.last_month': 2,
      'coupons.last_month_late': 1,
      'coupons.this_month': 3,
      'coupons.left': 6,
    });
  });

  it('the coupons of the month that is named, with their days; without one, last month’s', () => {
    const desk = { id: 'abc', zone: 'Europe/Paris' } as const;
    const coupons = [
      coupon('2026-09-30T18:00', { late: true }),
      coupon('2026-10-20T18:00'),
      coupon('2026-10-06T18:00'),
    ];
    expect(facts({ desk, coupons })).toMatchObject({
      'coupons.month': '2026-10',
      'coupons.entered': '2026-10-06 2026-10-20',
      'coupons.entered_count': 2,
      'coupons.entered_late': 0,
    });
    expect(facts({ desk, coupons, month: '2026-09' })).toMatchObject({
      'coupons.entered': '2026-09-30',
      'coupons.entered_late': 1,
    });
    expect(facts({ desk, coupons, month: '2026-11' })).toMatchObject({
      'coupons.entered': 'none',
      'coupons.entered_count': 0,
    });
  });

  it('in January, last month is December', () => {
    const desk = { id: 'abc', zone: 'Europe/Paris' } as const;
    expect(facts({ desk, coupons: [coupon('2026-12-05T10:00')], now: at('2027-01-01T00:00') })).toMatchObject(
      {
        'coupons.last_month': 1,
        'coupons.this_month': 0,
      },
    );
  });

  it('a tutor without any has none; other desks have no coupons at all', () => {
    expect(facts({ desk: { id: 'abc', zone: 'Europe/Paris' } })).toMatchObject({
      'coupons.left': 0,
      'coupons.last_month': 0,
    });
    expect(facts()).not.toHaveProperty(['coupons.left']);
  });
});
