import { clockIn, datesIn, daysFromToday, elapsed, mondayOf, plusDays } from './dates';

const paris = datesIn('fr-FR', 'Europe/Paris');
const now = new Date('2026-11-18T09:00:00Z');

test('times and days are those of the desk, whatever the machine is set to', () => {
  expect(paris.time('2026-11-18T09:05:00Z')).toBe('10:05');
  expect(paris.day('2026-11-26T23:30:00Z', now)).toBe('vendredi 27 novembre');
  expect(datesIn('fr-FR', 'Indian/Reunion').time('2026-11-18T09:05:00Z')).toBe('13:05');
});

test('the first of a month is said as people say it', () => {
  expect(paris.day('2026-05-01T09:00:00Z', now)).toBe('vendredi 1er mai');
  expect(paris.shortDay('2026-05-01T09:00:00Z')).toBe('ven. 1er mai');
  expect(datesIn('en-GB', 'Europe/Paris').day('2026-05-01T09:00:00Z', now)).toBe('Friday 1 May');
});

test('the clock of somebody far away', () => {
  expect(clockIn('fr-FR', 'Indian/Reunion', now)).toBe('13:00 (UTC+4)');
  expect(clockIn('en-GB', 'America/Martinique', now)).toBe('05:00 (GMT-4)');
});

test('midnight is 00:00, and another year is said', () => {
  expect(paris.time('2026-11-17T23:00:00Z')).toBe('00:00');
  expect(paris.day('2027-01-04T09:00:00Z', now)).toBe('lundi 4 janvier 2027');
});

test.each([
  ['2026-11-18T22:59:59Z', 0],
  ['2026-11-18T23:00:00Z', 1],
  ['2026-11-17T22:59:59Z', -1],
  ['2026-11-17T23:00:00Z', 0],
  ['2026-12-18T09:00:00Z', 30],
])('%s is %d days from today in Paris', (iso, days) => {
  expect(daysFromToday(paris, iso, now)).toBe(days);
});

test('a day of 23 or 25 hours is a day', () => {
  const sunday = new Date('2026-10-25T12:00:00Z');
  expect(daysFromToday(paris, '2026-10-24T12:00:00Z', sunday)).toBe(-1);
  expect(daysFromToday(paris, '2026-10-26T12:00:00Z', sunday)).toBe(1);
});

test.each([
  [0, { unit: 'now', count: 0 }],
  [59, { unit: 'now', count: 0 }],
  [60, { unit: 'minutes', count: 1 }],
  [59 * 60 + 59, { unit: 'minutes', count: 59 }],
  [3600, { unit: 'hours', count: 1 }],
  [48 * 3600 - 1, { unit: 'hours', count: 47 }],
  [48 * 3600, { unit: 'days', count: 2 }],
  [-300, { unit: 'now', count: 0 }],
])('%d seconds ago', (seconds, expected) => {
  expect(elapsed(new Date(now.getTime() - seconds * 1000).toISOString(), now)).toEqual(expected);
});

test.each([
  ['Europe/Paris', '2026-11-18', '2026-11-17T23:00:00.000Z'],
  ['Europe/Paris', '2027-03-28', '2027-03-27T23:00:00.000Z'],
  ['Europe/Paris', '2027-03-29', '2027-03-28T22:00:00.000Z'],
  ['Europe/Paris', '2027-10-31', '2027-10-30T22:00:00.000Z'],
  ['Indian/Reunion', '2026-11-18', '2026-11-17T20:00:00.000Z'],
  ['America/Martinique', '2026-11-18', '2026-11-18T04:00:00.000Z'],
  ['UTC', '2026-11-18', '2026-11-18T00:00:00.000Z'],
])('in %s the day %s begins at %s', (zone, day, instant) => {
  expect(datesIn('fr-FR', zone).startOfDay(day).toISOString()).toBe(instant);
});

test.each([
  ['2026-11-16', '2026-11-16'],
  ['2026-11-18', '2026-11-16'],
  ['2026-11-22', '2026-11-16'],
  ['2027-01-01', '2026-12-28'],
])('the week of %s begins on %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});

test('days are added across months and changes of the clock', () => {
  expect(plusDays('2026-11-28', 7)).toBe('2026-12-05');
  expect(plusDays('2027-03-27', 2)).toBe('2027-03-29');
});
