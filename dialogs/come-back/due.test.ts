import { comeBackAt } from './due';

test.each([
  ['a working day', '2026-12-07', 'Europe/Paris', '2026-12-07T08:00:00.000Z'],
  ['in summer time', '2027-04-07', 'Europe/Paris', '2027-04-07T07:00:00.000Z'],
  ['a Sunday: the Monday', '2027-02-07', 'Europe/Paris', '2027-02-08T08:00:00.000Z'],
  ['1 May, a Saturday: Monday 3', '2027-05-01', 'Europe/Paris', '2027-05-03T07:00:00.000Z'],
  ['11 November', '2026-11-11', 'Europe/Paris', '2026-11-12T08:00:00.000Z'],
  ['29 February', '2028-02-29', 'Europe/Paris', '2028-02-29T08:00:00.000Z'],
  ['the day after a change of the hour, a Sunday', '2027-03-28', 'Europe/Paris', '2027-03-30T07:00:00.000Z'],
  ['9:00 on Réunion, 6:00 in Paris', '2026-12-07', 'Indian/Reunion', '2026-12-07T05:00:00.000Z'],
  ['9:00 on Guadeloupe', '2026-12-07', 'America/Guadeloupe', '2026-12-07T13:00:00.000Z'],
  ['Nouméa: when the day has begun in Paris', '2026-12-07', 'Pacific/Noumea', '2026-12-06T23:00:00.000Z'],
])('%s', (_, date, zone, at) => {
  expect(comeBackAt(date, zone, 'Europe/Paris').toISOString()).toBe(at);
});
