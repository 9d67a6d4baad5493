import { DateTime } from 'luxon';
import { endAfter, endDate, joinedClocks, lessonAt } from './lesson';

const minutes = (date: string, start: string, end: string, zone = 'Europe/Paris'): number | null => {
  const lesson = lessonAt(date, start, end, zone);
  return lesson === null ? null : (lesson.endsAt.getTime() - lesson.startsAt.getTime()) / 60_000;
};

test.each([
  ['an afternoon', '2026-11-17', '14:00', '16:00', 120],
  ['until midnight', '2026-11-17', '20:00', '00:00', 240],
  ['over midnight on New Year', '2026-12-31', '23:00', '00:30', 90],
  ['over midnight into a leap day', '2028-02-28', '23:30', '00:15', 45],
  ['the night that is an hour shorter', '2027-03-27', '23:00', '03:00', 180],
  ['the morning that is an hour shorter', '2027-03-28', '01:30', '04:00', 90],
  ['the night that is an hour longer', '2027-10-30', '23:30', '03:00', 270],
  ['a time that did not exist', '2027-03-28', '02:30', '04:00', null],
  ['an end that did not exist', '2027-03-27', '23:00', '02:30', null],
])('%s', (_, date, start, end, expected) => {
  expect(minutes(date, start, end)).toBe(expected);
});

test('the clocks change in Paris only', () => {
  expect(minutes('2027-03-28', '02:00', '04:00', 'Indian/Reunion')).toBe(120);
});

test.each([
  ['23:00', '00:30', '2027-01-01'],
  ['20:00', '00:00', '2027-01-01'],
  ['16:00', '14:00', '2026-12-31'],
  ['14:00', '14:00', '2026-12-31'],
  ['14:00', '16:00', '2026-12-31'],
])('from %s to %s on New Year’s Eve ends on the right day', (start, end, day) => {
  expect(endDate('2026-12-31', start, end)).toBe(day);
});

test.each([
  ['14:00', 90, '15:30'],
  ['23:00', 90, '00:30'],
  ['22:00', 120, '00:00'],
  ['23:00', 300, null],
  ['14:00', 0, null],
  ['14:00', 1_500, null],
] as const)('%s and %d minutes: %s', (start, length, end) => {
  expect(endAfter(start, length)).toBe(end);
});

test('a length and its end say the same, at whatever hour', () => {
  for (let hour = 0; hour < 24; hour += 1) {
    const start = `${String(hour).padStart(2, '0')}:15`;
    const end = endAfter(start, 100);
    expect(end).not.toBeNull();
    const lesson = lessonAt('2026-11-17', start, end ?? '', 'Europe/Paris');
    expect(
      DateTime.fromJSDate(lesson?.endsAt ?? new Date(0)).diff(
        DateTime.fromJSDate(lesson?.startsAt ?? new Date(0)),
        'minutes',
      ).minutes,
    ).toBe(100);
  }
});

test.each([
  ['hier 14h 15h30 avec Léa', 'hier 14h-15h30 avec Léa'],
  ['lundi 17h30 19h', 'lundi 17h30-19h'],
  ['cours de 2h 14h', 'cours de 2h 14h'],
  ['16h 14h', '16h 14h'],
  ['de 14h à 16h', 'de 14h à 16h'],
  ['14h hier', '14h hier'],
])('%s', (said, read) => {
  expect(joinedClocks(said)).toBe(read);
});
