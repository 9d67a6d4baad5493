import type { FiguresView } from '../../../bot/advisor-api/contract-figures';
import { changeOf, categoryTotals, findingsOf } from './findings';

const clock = { done: 0, inTime: 0, medianMinutes: null };
const totals = { messages: 0, visits: 0, withoutTicket: 0, tickets: 0, firstReply: clock, resolution: clock };
const ages = ['under-a-day', 'one-to-three-days', 'three-to-seven-days', 'over-a-week'] as const;
const backlog = (...counts: readonly [number, number][]): FiguresView['backlog'] =>
  ages.map((age, index) => ({ age, ours: counts[index]?.[0] ?? 0, waiting: counts[index]?.[1] ?? 0 }));
const hours = (part: Readonly<Record<number, number>>): number[] =>
  Array.from({ length: 24 }, (_, hour) => part[hour] ?? 0);

const figures = (part: Partial<FiguresView> = {}): FiguresView => ({
  from: '2026-11-12',
  to: '2026-11-18',
  zone: 'Europe/Paris',
  totals,
  before: totals,
  byCategory: [],
  byDay: [],
  byHour: hours({}),
  byPriority: [],
  backlog: backlog(),
  overdue: 0,
  articles: [],
  ...part,
});

test('of nothing, nothing is said', () => {
  expect(findingsOf(figures())).toEqual({ category: null, withoutTicket: null, oldest: null, peak: null });
});

test('the category with most requests leads, over all desks together', () => {
  const found = findingsOf(
    figures({
      totals: { ...totals, messages: 20, tickets: 8 },
      byCategory: [
        { desk: 'abc', category: 'tool', messages: 15, tickets: 3 },
        { desk: 'abc', category: 'payment', messages: 3, tickets: 2 },
        { desk: 'oc-mentor', category: 'payment', messages: 2, tickets: 3 },
      ],
    }),
  );
  expect(found.category).toEqual({ category: 'payment', share: 5 / 8, of: 'tickets' });
});

test('without requests, messages tell; what was not understood may lead', () => {
  const found = findingsOf(
    figures({
      totals: { ...totals, messages: 4 },
      byCategory: [
        { desk: 'abc', category: null, messages: 3, tickets: 0 },
        { desk: 'abc', category: 'payment', messages: 1, tickets: 0 },
      ],
    }),
  );
  expect(found.category).toEqual({ category: null, share: 0.75, of: 'messages' });
});

test('categories of several desks are added up, requests before messages', () => {
  expect(
    categoryTotals([
      { desk: 'abc', category: 'tool', messages: 9, tickets: 0 },
      { desk: 'abc', category: 'payment', messages: 1, tickets: 1 },
      { desk: 'oc-coach', category: 'tool', messages: 1, tickets: 0 },
    ]),
  ).toEqual([
    { category: 'payment', messages: 1, tickets: 1 },
    { category: 'tool', messages: 10, tickets: 0 },
  ]);
});

test.each<[string, FiguresView['backlog'], object | null]>([
  ['none', backlog(), null],
  ['fresh ones only', backlog([2, 1]), { age: 'under-a-day', count: 3 }],
  ['an old one among fresh ones', backlog([2, 1], [0, 0], [0, 0], [0, 1]), { age: 'over-a-week', count: 1 }],
])('the oldest of %s', (_what, each, expected) => {
  expect(findingsOf(figures({ backlog: each })).oldest).toEqual(expected);
});

test.each<[string, number[], object]>([
  ['an evening', hours({ 9: 2, 18: 3, 19: 4, 20: 1 }), { from: 18, to: 21, share: 0.8 }],
  ['the last hours of the day', hours({ 23: 5 }), { from: 21, to: 24, share: 1 }],
  ['a tie goes to the earlier', hours({ 1: 1, 20: 1 }), { from: 0, to: 3, share: 0.5 }],
])('the peak of %s', (_what, byHour, expected) => {
  expect(findingsOf(figures({ byHour })).peak).toEqual(expected);
});

test('a change is told against what was, and not at all against nothing', () => {
  expect(changeOf(15, 10)).toBe(0.5);
  expect(changeOf(0, 4)).toBe(-1);
  expect(changeOf(3, 0)).toBeNull();
});
