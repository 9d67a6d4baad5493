import { DateTime } from 'luxon';
import type { Assignment } from '../people/types';
import { checkDraft, couponDeadline, couponsLeft, isLate } from './rules';
import type { Coupon } from './types';

const NOW = new Date('2026-11-18T09:00:00Z');

/** An instant by its local wall time. */
const at = (local: string, zone = 'Europe/Paris'): Date => DateTime.fromISO(local, { zone }).toJSDate();

const assignment: Assignment = {
  id: 'a',
  personId: 'p',
  family: 'Martin',
  pupil: 'Léa',
  subject: 'Mathématiques',
  level: '3e',
  couponsTotal: 10,
  couponsUsed: 3,
  startsOn: at('2026-09-01T12:00'),
  endedAt: null,
  startReport: 'done',
  endReport: 'none',
};

const coupon = (from: string, to: string, rest: Partial<Coupon> = {}): Coupon => ({
  id: 'c',
  reference: 'C-2611-0001',
  assignmentId: 'other',
  personId: 'p',
  startsAt: at(from),
  endsAt: at(to),
  status: 'saved',
  late: false,
  createdAt: NOW,
  rejection: null,
  ...rest,
});

const check = (
  from: string,
  to: string,
  records: { assignment?: Partial<Assignment> | null; coupons?: readonly Coupon[]; now?: Date } = {},
) =>
  checkDraft(
    { assignmentId: 'a', startsAt: at(from), endsAt: at(to) },
    {
      assignment: records.assignment === null ? null : { ...assignment, ...records.assignment },
      coupons: records.coupons ?? [],
    },
    records.now ?? NOW,
  );

const faultOf = (result: ReturnType<typeof check>) => (result.ok ? null : result.fault);

it('a lesson of yesterday may be entered, and what follows is told', () => {
  expect(check('2026-11-17T14:00', '2026-11-17T16:00')).toEqual({
    ok: true,
    value: {
      late: false,
      deadline: new Date('2026-11-30T22:59:59.999Z'),
      couponsLeftAfter: 6,
      opensStartReport: false,
    },
  });
});

describe('times that cannot be', () => {
  it.each([
    ['begins later today', '2026-11-18T14:00', '2026-11-18T16:00', { code: 'in-future' }],
    ['is still going on', '2026-11-18T09:00', '2026-11-18T11:00', { code: 'in-future' }],
    ['ends this very instant', '2026-11-18T09:00', '2026-11-18T10:00', null],
    ['ends when it begins', '2026-11-17T14:00', '2026-11-17T14:00', { code: 'ends-before-start' }],
    ['ends before it begins', '2026-11-17T16:00', '2026-11-17T14:00', { code: 'ends-before-start' }],
    ['lasts 14 minutes', '2026-11-17T14:00', '2026-11-17T14:14', { code: 'implausible-length', minutes: 14 }],
    ['lasts 15 minutes', '2026-11-17T14:00', '2026-11-17T14:15', null],
    ['lasts 8 hours', '2026-11-17T09:00', '2026-11-17T17:00', null],
    [
      'lasts 8 hours and a minute',
      '2026-11-17T09:00',
      '2026-11-17T17:01',
      { code: 'implausible-length', minutes: 481 },
    ],
    [
      'ends the next day, still to come',
      '2026-11-17T16:00',
      '2026-11-18T16:00',
      { code: 'implausible-length', minutes: 1440 },
    ],
    ['goes past midnight', '2026-11-16T23:00', '2026-11-17T00:30', null],
    ['is on 29 February', '2028-02-29T14:00', '2028-02-29T16:00', { code: 'in-future' }],
  ])('a lesson that %s', (_, from, to, fault) => {
    expect(faultOf(check(from, to))).toEqual(fault);
  });

  it('a length is what the clock on the wall hides: across the changes of the hour', () => {
    const now = at('2027-11-01T12:00');
    expect(faultOf(check('2027-03-28T01:30', '2027-03-28T03:15', { now }))).toBeNull();
    expect(faultOf(check('2027-03-28T01:50', '2027-03-28T03:00', { now }))).toEqual({
      code: 'implausible-length',
      minutes: 10,
    });
    expect(faultOf(check('2027-10-31T00:00', '2027-10-31T07:30', { now }))).toEqual({
      code: 'implausible-length',
      minutes: 510,
    });
  });
});

describe('another lesson at the same time', () => {
  const other = coupon('2026-11-17T14:00', '2026-11-17T16:00');

  it.each([
    ['the same time', '2026-11-17T14:00', '2026-11-17T16:00', true],
    ['begins within', '2026-11-17T15:59', '2026-11-17T17:00', true],
    ['ends within', '2026-11-17T13:00', '2026-11-17T14:01', true],
    ['surrounds it', '2026-11-17T13:00', '2026-11-17T17:00', true],
    ['lies within', '2026-11-17T14:30', '2026-11-17T15:30', true],
    ['follows at once', '2026-11-17T16:00', '2026-11-17T17:00', false],
    ['ends as it begins', '2026-11-17T13:00', '2026-11-17T14:00', false],
    ['is on another day', '2026-11-16T14:00', '2026-11-16T16:00', false],
  ])('%s', (_, from, to, overlaps) => {
    expect(faultOf(check(from, to, { coupons: [other] }))).toEqual(
      overlaps ? { code: 'overlap', with: other } : null,
    );
  });

  it('a rejected coupon takes no time', () => {
    const rejected = coupon('2026-11-17T14:00', '2026-11-17T16:00', { status: 'rejected' });
    expect(faultOf(check('2026-11-17T14:00', '2026-11-17T16:00', { coupons: [rejected] }))).toBeNull();
  });
});

describe('coupons left and reports', () => {
  const yesterday = (records: Partial<Assignment> | null) =>
    check('2026-11-17T14:00', '2026-11-17T16:00', { assignment: records });

  it.each([
    ['not one of hers', null, { code: 'unknown-assignment' }],
    ['none left', { couponsUsed: 10 }, { code: 'no-coupon-left' }],
    ['more used than bought', { couponsUsed: 11 }, { code: 'no-coupon-left' }],
    ['the last one, no end report', { couponsUsed: 9 }, { code: 'end-report-due' }],
    [
      'the last one, the end report a draft',
      { couponsUsed: 9, endReport: 'draft' },
      { code: 'end-report-due' },
    ],
    ['the last one, the end report done', { couponsUsed: 9, endReport: 'done' }, null],
    ['the last but one, no end report', { couponsUsed: 8 }, null],
    ['the only one is the last one', { couponsTotal: 1, couponsUsed: 0 }, { code: 'end-report-due' }],
  ] as const)('%s', (_, records, fault) => {
    expect(faultOf(yesterday(records))).toEqual(fault);
  });

  it.each([
    [{ couponsUsed: 0, startReport: 'none' }, true],
    [{ couponsUsed: 0, startReport: 'draft' }, true],
    [{ couponsUsed: 0, startReport: 'done' }, false],
    [{ couponsUsed: 1, startReport: 'none' }, false],
  ] as const)('the first coupon opens the start report: %j -> %s', (records, opens) => {
    expect(yesterday(records)).toMatchObject({ ok: true, value: { opensStartReport: opens } });
  });

  it('there are never fewer than none left', () => {
    expect(couponsLeft({ couponsTotal: 5, couponsUsed: 7 })).toBe(0);
  });
});

describe('the month’s deadline', () => {
  it.each([
    ['2026-09-12T14:00', 'Europe/Paris', '2026-09-30T23:59:59.999'],
    ['2026-11-30T23:30', 'Europe/Paris', '2026-11-30T23:59:59.999'],
    ['2026-12-01T00:00', 'Europe/Paris', '2026-12-31T23:59:59.999'],
    ['2027-02-03T14:00', 'Europe/Paris', '2027-02-28T23:59:59.999'],
    ['2028-02-03T14:00', 'Europe/Paris', '2028-02-29T23:59:59.999'],
    ['2028-02-29T14:00', 'Europe/Paris', '2028-02-29T23:59:59.999'],
    ['2027-03-28T01:30', 'Europe/Paris', '2027-03-31T23:59:59.999'],
    ['2027-10-31T14:00', 'Europe/Paris', '2027-10-31T23:59:59.999'],
    ['2026-12-01T01:30', 'Indian/Reunion', '2026-11-30T23:59:59.999'],
    ['2026-11-30T21:00', 'America/Guadeloupe', '2026-12-31T23:59:59.999'],
  ])('of a lesson at %s in %s is %s in Paris', (lesson, zone, deadline) => {
    expect(couponDeadline(at(lesson, zone))).toEqual(at(deadline));
  });

  it('is over one millisecond later', () => {
    const lesson = at('2026-11-12T14:00');
    expect(isLate(lesson, at('2026-11-30T23:59:59.999'))).toBe(false);
    expect(isLate(lesson, at('2026-12-01T00:00:00.000'))).toBe(true);
    expect(isLate(lesson, at('2026-12-01T02:30', 'Indian/Reunion'))).toBe(false);
  });

  it('a late lesson may still be entered, and is told to be late', () => {
    expect(check('2026-10-31T14:00', '2026-10-31T16:00')).toMatchObject({
      ok: true,
      value: { late: true, deadline: at('2026-10-31T23:59:59.999') },
    });
  });
});
