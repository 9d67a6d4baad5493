import Holidays from 'date-holidays';
import { frenchPublicHolidays } from './public-holidays';

it('are those of the date-holidays library, for every year from 1990 to 2099', () => {
  const library = new Holidays('FR');
  for (let year = 1990; year <= 2099; year += 1) {
    const expected = library
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10));
    expect(frenchPublicHolidays(year)).toEqual([...new Set(expected)].sort());
  }
});
