import fc from 'fast-check';
import { apiQuery, askedIn, daysOf, PERIODS, searchOf } from './period';

const TODAY = '2026-03-01';

test.each([
  ['week', '2026-02-23', '2026-03-01'],
  ['month', '2026-02-02', '2026-03-01'],
  ['quarter', '2025-12-01', '2026-03-01'],
  ['this-month', '2026-03-01', '2026-03-01'],
  ['last-month', '2026-02-01', '2026-02-28'],
] as const)('%s is %s to %s', (period, from, to) => {
  expect(daysOf(period, TODAY)).toEqual({ from, to });
});

test.each([
  ['', { period: 'month', desk: '' }],
  ['?period=week&desk=abc', { period: 'week', desk: 'abc' }],
  ['?period=week&desk=oc-coach', { period: 'week', desk: '' }],
  ['?period=own&from=2026-01-01&to=2026-01-31', { period: 'own', from: '2026-01-01', to: '2026-01-31' }],
  ['?period=own&from=2026-02-01&to=2026-01-31', { period: 'month' }],
  ['?period=own&from=janvier', { period: 'month' }],
  ['?period=for-ever', { period: 'month' }],
])('%p asks for %p', (search, expected) => {
  expect(askedIn(search, TODAY, ['abc'])).toMatchObject(expected);
});

test('what is asked can be read back from its address', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(
      fc.constantFrom(...PERIODS),
      day,
      day,
      fc.constantFrom('', 'abc'),
      (period, one, other, desk) => {
        const [from = '', to = ''] = [one, other].sort();
        const days = period === 'own' ? { from, to } : daysOf(period, TODAY);
        const asked = { period, desk, ...days };
        expect(askedIn(searchOf(asked), TODAY, ['abc'])).toEqual(asked);
      },
    ),
  );
});

test('the API is asked for days, and for a desk only where one was chosen', () => {
  expect(apiQuery({ period: 'own', from: '2026-01-01', to: '2026-01-31', desk: '' })).toBe(
    'from=2026-01-01&to=2026-01-31',
  );
  expect(apiQuery({ period: 'own', from: '2026-01-01', to: '2026-01-31', desk: 'abc' })).toContain(
    'desk=abc',
  );
});
