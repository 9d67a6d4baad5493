import fc from 'fast-check';
import { ageOf, clockFigures, median } from './ticket-times';
import type { TimedTicket } from './types';

const HOURS = {
  zone: 'Europe/Paris',
  openingHours: Object.fromEntries(
    ['1', '2', '3', '4', '5'].map((day) => [
      day,
      [
        { from: '09:00', to: '12:00' },
        { from: '14:00', to: '18:00' },
      ],
    ]),
  ),
};

const ticket = (createdAt: string, repliedAt: string | null, dueAt: string | null): TimedTicket => ({
  deskId: 'abc',
  category: 'payment',
  conversationId: null,
  priority: 'normal',
  createdAt: new Date(createdAt),
  done: { 'first-reply': repliedAt === null ? null : new Date(repliedAt), resolution: null },
  dueAt: { 'first-reply': dueAt === null ? null : new Date(dueAt), resolution: null },
});

describe('how long a clock took', () => {
  test.each<[string, readonly TimedTicket[], object]>([
    [
      'nothing was done',
      [ticket('2026-11-18T09:00Z', null, null)],
      { done: 0, inTime: 0, medianMinutes: null },
    ],
    [
      'the lunch break is not counted',
      [ticket('2026-11-18T10:30Z', '2026-11-18T13:30Z', '2026-11-18T17:00Z')],
      { done: 1, inTime: 1, medianMinutes: 60 },
    ],
    [
      'a night and a weekend are not counted',
      [ticket('2026-11-20T16:30Z', '2026-11-23T08:15Z', '2026-11-20T17:00Z')],
      { done: 1, inTime: 0, medianMinutes: 45 },
    ],
    [
      'exactly at the deadline is in time, as is what had none',
      [
        ticket('2026-11-18T09:00Z', '2026-11-18T10:00Z', '2026-11-18T10:00Z'),
        ticket('2026-11-18T09:00Z', '2026-11-18T09:30Z', null),
      ],
      { done: 2, inTime: 2, medianMinutes: 45 },
    ],
  ])('%s', (_what, tickets, expected) => {
    expect(clockFigures(tickets, 'first-reply', () => HOURS)).toEqual(expected);
  });

  test('the median has as many values below as above', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }), (values) => {
        const middle = median(values) as number;
        const below = values.filter((value) => value < middle).length;
        const above = values.filter((value) => value > middle).length;
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
      }),
    );
  });
});

test.each([
  ['2026-11-18T10:00Z', 'under-a-day'],
  ['2026-11-17T12:00:00.001Z', 'under-a-day'],
  ['2026-11-17T12:00Z', 'one-to-three-days'],
  ['2026-11-15T12:00Z', 'three-to-seven-days'],
  ['2026-11-11T12:00Z', 'over-a-week'],
  ['2025-01-01T12:00Z', 'over-a-week'],
])('a ticket filed at %s is %s at noon of the 18th', (createdAt, expected) => {
  expect(ageOf(new Date(createdAt), new Date('2026-11-18T12:00Z'))).toBe(expected);
});
