import Holidays from 'date-holidays';
import { DateTime } from 'luxon';
import { frenchPublicHolidays, isFrenchPublicHoliday } from './holidays';

it('are those of the date-holidays library, for every year from 1990 to 2099', () => {
  const library = new Holidays('FR', { types: ['public'] });
  for (let year = 1990; year < 2100; year += 1) {
    const theirs = library.getHolidays(year).map(({ date }) => date.slice(0, 10));
    expect([year, frenchPublicHolidays(year)]).toEqual([year, [...new Set(theirs)].sort()]);
  }
});

it.each([
  ['2026-11-11', true],
  ['2027-05-01', true],
  ['2027-03-29', true],
  ['2027-03-28', false],
  ['2026-11-18', false],
])('%s: %s', (date, expected) => {
  expect(isFrenchPublicHoliday(DateTime.fromISO(`${date}T23:30`, { zone: 'Europe/Paris' }))).toBe(expected);
});
