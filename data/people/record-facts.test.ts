import type { Coupon } from '../coupons/types';
import { at, facts, NOW, person } from './testing/facts-of';
import type { Assignment, Invoice } from './types';

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
