import { exportMonths, likelyMonth, monthName } from './months';

test('thirteen months, the running one first, across the year', () => {
  const months = exportMonths('2027-01-31');
  expect(months).toHaveLength(13);
  expect(months.slice(0, 3)).toEqual(['2027-01', '2026-12', '2026-11']);
  expect(months[12]).toBe('2026-01');
});

test.each([
  ['2026-12-01', '2026-11'],
  ['2026-12-10', '2026-11'],
  ['2026-12-11', '2026-12'],
  ['2027-01-02', '2026-12'],
  ['2028-02-29', '2028-02'],
])('on %s payroll is about %s', (today, month) => {
  expect(likelyMonth(today)).toBe(month);
});

test('a month has its name in either language', () => {
  expect(monthName('2026-12', 'fr-FR')).toBe('décembre 2026');
  expect(monthName('2028-02', 'en-GB')).toBe('February 2028');
});
