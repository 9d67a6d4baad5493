import { lastMonth, namedMonth } from './months';

test.each([
  ['pas reçu octobre', '2026-10'],
  ['mon salaire de sept', '2026-09'],
  ['décembre', '2025-12'],
  ['novembre', '2026-11'],
  ['novembre 2025', '2025-11'],
  ['10/2026', '2026-10'],
  ['payment for may', '2026-05'],
  ['il manque sept sessions', null],
  ['may I ask something', null],
  ['mais non', null],
  ['ce mois-ci', null],
])('"%s" on 18 November 2026 names %s', (text, month) => {
  expect(namedMonth(text, '2026-11-18')).toBe(month);
});

test('the month before January is last year’s December', () => {
  expect(lastMonth('2027-01-01')).toBe('2026-12');
  expect(lastMonth('2028-03-31')).toBe('2028-02');
});
