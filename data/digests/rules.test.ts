import { isDigestDue, type DigestMode } from './rules';

const DESK = {
  zone: 'Europe/Paris',
  openingHours: Object.fromEntries(
    ['1', '2', '3', '4', '5'].map((day) => [
      day,
      [
        { from: '09:00', to: '12:00' },
        { from: '14:00', to: '18:00' },
      ],
    ]),
  ),
};

/** Wednesday 18 November 2026; Paris is an hour ahead of UTC. */
test.each<[DigestMode, string | null, string, boolean]>([
  ['off', null, '2026-11-18T09:00Z', false],
  ['daily', null, '2026-11-18T07:59Z', false],
  ['daily', null, '2026-11-18T08:00Z', true],
  ['daily', '2026-11-17T08:00Z', '2026-11-18T08:00Z', true],
  ['daily', '2026-11-18T08:00Z', '2026-11-18T16:00Z', false],
  ['daily', '2026-11-17T08:00Z', '2026-11-18T20:00Z', true],
  ['daily', '2026-11-20T08:00Z', '2026-11-21T10:00Z', false],
  ['daily', null, '2026-11-11T10:00Z', false],
  ['hourly', null, '2026-11-18T07:59Z', false],
  ['hourly', '2026-11-18T08:00Z', '2026-11-18T08:59Z', false],
  ['hourly', '2026-11-18T08:00Z', '2026-11-18T09:00Z', true],
  ['hourly', '2026-11-18T10:30Z', '2026-11-18T12:00Z', false],
  ['hourly', '2026-11-18T10:30Z', '2026-11-18T13:00Z', true],
  ['hourly', '2026-11-18T16:00Z', '2026-11-18T17:00Z', false],
])('%s, last at %s: at %s it is due: %s', (mode, lastAt, now, due) => {
  expect(isDigestDue(mode, DESK, lastAt === null ? null : new Date(lastAt), new Date(now))).toBe(due);
});
