import type { Assignment } from '../people/types';
import { changedAnswers, isOpen, missingAnswers, reportsDue } from './rules';

const assignment: Assignment = {
  id: 'a',
  personId: 'p',
  family: 'Martin',
  pupil: 'Léa',
  subject: 'Mathématiques',
  level: '3e',
  couponsTotal: 10,
  couponsUsed: 3,
  startsOn: new Date('2026-09-01T12:00Z'),
  endedAt: null,
  startReport: 'none',
  endReport: 'none',
};

it.each<[string, Partial<Assignment>, readonly string[]]>([
  ['no coupon yet', { couponsUsed: 0 }, []],
  ['the first coupon is in', { couponsUsed: 1 }, ['start']],
  ['the start report is a draft', { couponsUsed: 1, startReport: 'draft' }, ['start']],
  ['the start report is done', { couponsUsed: 4, startReport: 'done' }, []],
  ['one coupon left', { couponsUsed: 9, startReport: 'done' }, ['end']],
  ['none left', { couponsUsed: 10, startReport: 'done' }, ['end']],
  ['one left, the first report forgotten', { couponsUsed: 9 }, ['start', 'end']],
  ['a single coupon, not entered', { couponsTotal: 1, couponsUsed: 0 }, ['end']],
  ['ended early', { startReport: 'done', endedAt: new Date() }, ['end']],
  ['both done', { couponsUsed: 10, startReport: 'done', endReport: 'done' }, []],
])('%s', (_, changes, due) => {
  expect(reportsDue({ ...assignment, ...changes })).toEqual(due);
});

it('a report that is done stays open to be looked at, one whose coupon has not come is not', () => {
  expect(isOpen({ ...assignment, startReport: 'done' }, 'start')).toBe(true);
  expect(isOpen(assignment, 'end')).toBe(false);
});

it('a change touches only what it names', () => {
  const before = { workedOn: 'les fractions', level: 'fragile' };
  expect(changedAnswers(before, { goals: 'le brevet' }, ['level'])).toEqual({
    workedOn: 'les fractions',
    goals: 'le brevet',
  });
});

it('blank is no answer', () => {
  expect(missingAnswers({ workedOn: 'x', level: ' ', goals: 'y', nextSteps: 'z' })).toEqual([
    'level',
    'difficulties',
  ]);
});
