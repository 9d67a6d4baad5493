import { DateTime } from 'luxon';
import type { Assignment } from '../people/types';
import { openTestData, type TestData } from '../testing';
import { expectingLessons, reminderNow } from './reminders';
import type { Coupon } from './types';

/** An instant by its wall time in Paris. */
const at = (local: string, zone = 'Europe/Paris'): Date => DateTime.fromISO(local, { zone }).toJSDate();

describe('when a reminder is planned', () => {
  it.each([
    ['2026-11-26T11:59', null],
    ['2026-11-26T12:00', { month: '2026-11', daysLeft: 3, dueAt: '2026-11-27T12:00' }],
    ['2026-11-27T12:01', { month: '2026-11', daysLeft: 3, dueAt: '2026-11-27T12:00' }],
    ['2026-11-27T23:59', { month: '2026-11', daysLeft: 3, dueAt: '2026-11-27T12:00' }],
    ['2026-11-28T00:00', null],
    ['2026-11-28T12:00', { month: '2026-11', daysLeft: 1, dueAt: '2026-11-29T12:00' }],
    ['2026-11-29T23:59', { month: '2026-11', daysLeft: 1, dueAt: '2026-11-29T12:00' }],
    ['2026-11-30T00:00', null],
    ['2026-11-30T23:59', null],
    ['2026-12-01T00:00', null],
    ['2028-02-26T08:00', { month: '2028-02', daysLeft: 3, dueAt: '2028-02-26T12:00' }],
    ['2028-02-28T08:00', { month: '2028-02', daysLeft: 1, dueAt: '2028-02-28T12:00' }],
    ['2027-02-25T08:00', { month: '2027-02', daysLeft: 3, dueAt: '2027-02-25T12:00' }],
    // The clocks change on 28 March and 31 October 2027: noon stays noon.
    ['2027-03-27T13:00', { month: '2027-03', daysLeft: 3, dueAt: '2027-03-28T12:00' }],
    ['2027-10-30T08:00', { month: '2027-10', daysLeft: 1, dueAt: '2027-10-30T12:00' }],
    ['2026-12-31T10:00', null],
  ] as const)('at %s', (now, expected) => {
    const reminder = reminderNow(at(now), 'Europe/Paris');
    expect(reminder).toEqual(expected && { ...expected, dueAt: at(expected.dueAt) });
  });

  it.each([
    ['Indian/Reunion', '2026-11-27T09:00'],
    ['America/Guadeloupe', '2026-11-27T17:00'],
  ])('arrives at noon in %s', (zone, paris) => {
    expect(reminderNow(at('2026-11-27T08:00'), zone)?.dueAt).toEqual(at(paris));
  });
});

describe('whom it concerns', () => {
  const now = at('2026-11-27T12:00');
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
  const lesson = (local: string, status: Coupon['status'] = 'saved'): Coupon => ({
    id: local,
    reference: local,
    assignmentId: 'a',
    personId: 'p',
    startsAt: at(local),
    endsAt: at(local),
    status,
    late: false,
    createdAt: now,
    rejection: null,
  });
  const concerned = (changes: Partial<Assignment>, coupons: readonly Coupon[] = []) =>
    expectingLessons({ assignments: [{ ...assignment, ...changes }], coupons }, '2026-11', now).length > 0;

  it.each<[string, Partial<Assignment>, readonly Coupon[], boolean]>([
    ['running, coupons left, nothing entered', {}, [], true],
    ['a lesson of this month is entered', {}, [lesson('2026-11-03T17:00')], false],
    ['a lesson of last month is entered', {}, [lesson('2026-10-31T23:00')], true],
    ['the only lesson of this month was refused', {}, [lesson('2026-11-03T17:00', 'rejected')], true],
    ['no coupon left', { couponsUsed: 10 }, [], false],
    ['ended', { endedAt: at('2026-11-10T12:00') }, [], false],
    ['begins next month', { startsOn: at('2026-12-02T12:00') }, [], false],
  ])('%s', (_, changes, coupons, expected) => {
    expect(concerned(changes, coupons)).toBe(expected);
  });
});

describe('planning', () => {
  let data: TestData;
  const DAY = at('2026-12-28T08:00');
  beforeEach(async () => {
    data = await openTestData();
  });
  afterEach(() => data.close());

  const waiting = (personId: string) => data.services.notices.waiting(personId);

  it('everybody concerned has one reminder, however often and however many plan', async () => {
    await Promise.all([1, 2, 3].map(() => data.services.coupons.planReminders(DAY)));
    expect(await waiting('abc-camille')).toMatchObject([
      {
        notice: { kind: 'coupons-not-entered', month: '2026-12', daysLeft: 3 },
        dueAt: at('2026-12-28T12:00'),
      },
    ]);
    expect(await waiting('abc-ines')).toMatchObject([{ dueAt: at('2026-12-28T12:00', 'Indian/Reunion') }]);
    expect(await waiting('abc-jeanne')).toEqual([]);
    await data.services.coupons.planReminders(at('2026-12-30T08:00'));
    expect(await waiting('abc-camille')).toHaveLength(2);
  });

  it('nobody is planned for in the middle of a month, nor who has entered a lesson', async () => {
    expect(await data.services.coupons.planReminders(at('2026-12-10T08:00'))).toBe(0);
    // In November Camille, Sofiane and Thomas have lessons entered; Inès has none.
    expect(await data.services.coupons.planReminders(at('2026-11-27T08:00'))).toBe(1);
    expect(await waiting('abc-camille')).toEqual([]);
  });
});
