import * as fc from 'fast-check';
import { longDate, monthEnd, monthName, plusDays, seventh, todayFacts, workingDaysAfter } from './dates';

describe('dates in articles', () => {
  test.each([
    [longDate('2026-11-26', 'fr'), 'jeudi 26 novembre'],
    [longDate('2026-12-01', 'fr'), 'mardi 1er décembre'],
    [longDate('2026-12-01', 'en'), 'Tuesday 1 December'],
    [monthName('2026-11', 'fr'), 'novembre 2026'],
    [monthEnd('2028-02-10'), '2028-02-29'],
    [seventh('2026-12-31'), '2026-12-07'],
    [plusDays('2026-12-31', 1), '2027-01-01'],
    [workingDaysAfter('2026-11-20', 3), '2026-11-25'],
    ['over Christmas', 'over Christmas'],
    [workingDaysAfter('2026-12-24', 1), '2026-12-28'],
    [workingDaysAfter('2026-12-31', 1), '2027-01-04'],
    [workingDaysAfter('2026-11-20', 0), '2026-11-20'],
  ])('%s', (found, expected) => expect(found).toBe(expected));

  test('the month knows its last day', () => {
    expect(todayFacts('2026-11-30')).toMatchObject({
      'today.is_last_day_of_month': true,
      'today.days_left_in_month': 0,
    });
    expect(todayFacts('2026-11-29')).toMatchObject({
      'today.is_last_day_of_month': false,
      'today.weekday': 7,
    });
  });

  test('what is no date is refused', () => {
    for (const text of ['', '2026-13-01', '2026-02-30', 'demain', '2026-1-1'])
      expect(() => plusDays(text, 1)).toThrow(RangeError);
  });

  test('adding days and taking them off again gives the same day', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: -800, max: 800 }), (date, count) => {
        const iso = date.toISOString().slice(0, 10);
        expect(plusDays(plusDays(iso, count), -count)).toBe(iso);
      }),
    );
  });
});
