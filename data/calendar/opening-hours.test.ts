import { DateTime } from 'luxon';
import { DEFAULT_DESKS } from '../desks/defaults';
import type { DayException } from '../desks/types';
import { hoursAhead, openSpans, type DeskHours } from './opening-hours';

const ZONE = 'Europe/Paris';
const weekly = DEFAULT_DESKS[0]?.openingHours ?? {};
const except = (day: string, more: Partial<DayException> = {}): DayException => ({
  day,
  label: 'Inventaire',
  open: false,
  spans: null,
  ...more,
});
const desk = (...exceptions: DayException[]): DeskHours => ({ zone: ZONE, openingHours: weekly, exceptions });

/** The hours of a day, as '09:00-12:00 14:00-18:00'. */
function on(hours: DeskHours, day: string): string {
  const start = DateTime.fromISO(day, { zone: ZONE });
  const clock = (at: Date): string => DateTime.fromJSDate(at, { zone: ZONE }).toFormat('HH:mm');
  return openSpans(hours, { start: start.toJSDate(), end: start.plus({ hours: 20 }).toJSDate() })
    .map((span) => `${clock(span.start)}-${clock(span.end)}`)
    .join(' ');
}

const HALF_DAYS = '09:00-12:00 14:00-18:00';
const SATURDAY = [{ from: '10:00', to: '13:00' }];

test.each([
  ['an ordinary Thursday', desk(), '2026-12-24', HALF_DAYS],
  ['a closure', desk(except('2026-12-24')), '2026-12-24', ''],
  ['the day after a closure', desk(except('2026-12-23')), '2026-12-24', HALF_DAYS],
  ['a public holiday', desk(), '2026-11-11', ''],
  ['open in spite of a public holiday', desk(except('2026-11-11', { open: true })), '2026-11-11', HALF_DAYS],
  ['a Saturday', desk(), '2026-12-05', ''],
  [
    'open on a Saturday',
    desk(except('2026-12-05', { open: true, spans: SATURDAY })),
    '2026-12-05',
    '10:00-13:00',
  ],
  [
    'shorter on one day',
    desk(except('2026-12-31', { open: true, spans: SATURDAY })),
    '2026-12-31',
    '10:00-13:00',
  ],
  ['open on a Saturday as on Saturdays', desk(except('2026-12-05', { open: true })), '2026-12-05', ''],
  ['a closure on a public holiday', desk(except('2026-12-25')), '2026-12-25', ''],
])('%s', (_what, hours, day, expected) => {
  expect(on(hours, day)).toBe(expected);
});

test('the week ahead is that of the calendar: holidays, closures and openings in it', () => {
  const hours = desk(except('2026-11-12'), except('2026-11-14', { open: true, spans: SATURDAY }));
  const ahead = hoursAhead(hours, DateTime.fromISO('2026-11-10T15:00', { zone: ZONE }).toJSDate());
  expect(ahead).toEqual({ ...weekly, '3': [], '4': [], '6': SATURDAY, '7': [] });
});
