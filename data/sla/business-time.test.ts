import fc from 'fast-check';
import { DateTime } from 'luxon';
import { isFrenchPublicHoliday } from '../calendar/holidays';
import type { DeskHours } from '../calendar/opening-hours';
import { DEFAULT_DESKS } from '../desks/defaults';
import { afterBusinessMs, businessMs } from './business-time';

const ZONE = 'Europe/Paris';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const office: DeskHours = { zone: ZONE, openingHours: DEFAULT_DESKS[0]?.openingHours ?? {} };
/** Open while the clocks change, in the night to Sunday. */
const night: DeskHours = { zone: ZONE, openingHours: { '7': [{ from: '01:00', to: '05:00' }] } };
/** Saturdays too, on another island, spans that overlap. */
const reunion: DeskHours = {
  zone: 'Indian/Reunion',
  openingHours: {
    '1': [{ from: '08:00', to: '12:00' }],
    '3': [
      { from: '08:00', to: '13:00' },
      { from: '12:00', to: '17:30' },
    ],
    '6': [{ from: '09:15', to: '11:45' }],
  },
};
/** Closed around Christmas, open on a holiday and on a Saturday. */
const festive: DeskHours = {
  ...office,
  exceptions: [
    { day: '2026-11-11', label: 'Armistice', open: true, spans: null },
    { day: '2026-11-21', label: 'Rentrée', open: true, spans: [{ from: '10:00', to: '12:30' }] },
    ...['2026-12-24', '2026-12-28', '2026-12-29'].map((day) => ({
      day,
      label: 'Congés',
      open: false,
      spans: null,
    })),
  ],
};
const never: DeskHours = { zone: ZONE, openingHours: {} };

const at = (local: string): Date => DateTime.fromISO(local, { zone: ZONE }).toJSDate();
const local = (instant: Date | null): string | null =>
  instant && DateTime.fromJSDate(instant, { zone: ZONE }).toFormat("yyyy-LL-dd'T'HH:mm");

describe('business time', () => {
  it.each([
    ['within a morning', '2026-11-18T09:30', '2026-11-18T11:00', 1.5],
    ['over lunch', '2026-11-18T11:00', '2026-11-18T15:00', 2],
    ['from lunch into lunch', '2026-11-18T12:30', '2026-11-18T13:45', 0],
    ['a whole day', '2026-11-18T00:00', '2026-11-19T00:00', 7],
    ['over a weekend', '2026-11-20T17:00', '2026-11-23T10:00', 2],
    ['over 11 November', '2026-11-10T17:00', '2026-11-12T10:00', 2],
    ['over 1 May, a Saturday, and nothing else', '2027-04-30T17:00', '2027-05-03T09:30', 1.5],
    ['over Easter Monday', '2027-03-26T17:00', '2027-03-30T10:00', 2],
    ['over the leap day of 2028', '2028-02-28T17:00', '2028-03-01T10:00', 9],
    ['over the change to summer time', '2027-03-26T17:00', '2027-03-30T09:00', 1],
    ['over the change to winter time', '2027-10-29T17:00', '2027-11-02T10:00', 2],
    ['backwards', '2026-11-18T11:00', '2026-11-18T10:00', 0],
  ])('%s', (_what, from, to, hours) => {
    expect(businessMs(office, at(from), at(to))).toBe(hours * HOUR);
  });

  it('counts real hours where the clocks change within the opening', () => {
    expect(businessMs(night, at('2027-03-28T00:00'), at('2027-03-29T00:00'))).toBe(3 * HOUR);
    expect(businessMs(night, at('2027-10-31T00:00'), at('2027-11-01T00:00'))).toBe(5 * HOUR);
  });
});

describe('the instant after some business time', () => {
  it.each([
    ['in the same morning', '2026-11-18T09:30', 60, '2026-11-18T10:30'],
    ['over lunch', '2026-11-18T11:30', 60, '2026-11-18T14:30'],
    [
      'up to the very end of the morning, not the beginning of the afternoon',
      '2026-11-18T09:00',
      180,
      '2026-11-18T12:00',
    ],
    ['asked in the evening, from the next morning', '2026-11-18T20:00', 60, '2026-11-19T10:00'],
    ['asked at 23:59 on a Friday', '2026-11-20T23:59', 60, '2026-11-23T10:00'],
    ['over 11 November', '2026-11-10T17:30', 60, '2026-11-12T09:30'],
    ['over Christmas, New Year and weekends', '2026-12-24T17:00', 60 + 5 * 420, '2027-01-04T18:00'],
    ['over the change to summer time', '2027-03-26T17:30', 60, '2027-03-30T09:30'],
    ['none at all', '2026-11-18T20:00', 0, '2026-11-18T20:00'],
  ])('%s', (_what, from, minutes, expected) => {
    expect(local(afterBusinessMs(office, at(from), minutes * MINUTE))).toBe(expected);
  });

  it('is none for a desk that never opens', () => {
    expect(afterBusinessMs(never, at('2026-11-18T09:00'), 1)).toBeNull();
  });
});

describe('for every desk and instant', () => {
  const desks = fc.constantFrom(office, night, reunion, festive);
  const START = Date.parse('2026-10-01T00:00:00Z');
  const instants = fc
    .integer({ min: 0, max: 800 * 24 * 60 })
    .map((minute) => new Date(START + minute * MINUTE));
  const lengths = fc.integer({ min: 0, max: 60 * 60 * MINUTE });

  it('time adds up: from a to b and from b to c is from a to c', () => {
    fc.assert(
      fc.property(desks, fc.tuple(instants, instants, instants), (desk, three) => {
        const [a, b, c] = three.toSorted((one, other) => one.getTime() - other.getTime()) as [
          Date,
          Date,
          Date,
        ];
        expect(businessMs(desk, a, b) + businessMs(desk, b, c)).toBe(businessMs(desk, a, c));
      }),
      { numRuns: 40 },
    );
  });

  it('the time until the instant after some time is that time, and one millisecond before it is less', () => {
    fc.assert(
      fc.property(desks, instants, lengths, (desk, from, ms) => {
        const end = afterBusinessMs(desk, from, ms) ?? new Date(Number.NaN);
        expect(businessMs(desk, from, end)).toBe(ms);
        if (ms > 0) expect(businessMs(desk, from, new Date(end.getTime() - 1))).toBe(ms - 1);
      }),
    );
  });

  it('more time, or a later start, never ends sooner', () => {
    fc.assert(
      fc.property(desks, instants, lengths, lengths, fc.nat(7 * 24 * 60), (desk, from, ms, more, minutes) => {
        const end = afterBusinessMs(desk, from, ms)?.getTime() ?? Number.NaN;
        const later = new Date(from.getTime() + minutes * MINUTE);
        expect(afterBusinessMs(desk, from, ms + more)?.getTime()).toBeGreaterThanOrEqual(end);
        expect(afterBusinessMs(desk, later, ms)?.getTime()).toBeGreaterThanOrEqual(end);
      }),
    );
  });

  it('no minute counts that is outside of the opening hours, and every one within', () => {
    fc.assert(
      fc.property(desks, instants, fc.integer({ min: 0, max: 2 * 24 * 60 }), (desk, from, minutes) => {
        const open = Array.from({ length: minutes }, (_, minute) =>
          DateTime.fromMillis(from.getTime() + minute * MINUTE, { zone: desk.zone }),
        ).filter((minute) => isOpen(desk, minute)).length;
        expect(businessMs(desk, from, new Date(from.getTime() + minutes * MINUTE))).toBe(open * MINUTE);
      }),
      { numRuns: 40 },
    );
  });

  /** The same question asked of the clock on the wall, one minute at a time. */
  function isOpen(desk: DeskHours, minute: DateTime): boolean {
    const wall = minute.toFormat('HH:mm');
    const weekly = desk.openingHours[String(minute.weekday)] ?? [];
    const exception = desk.exceptions?.find(({ day }) => day === minute.toISODate());
    const usual = isFrenchPublicHoliday(minute) ? [] : weekly;
    const hours = exception ? (exception.open ? (exception.spans ?? weekly) : []) : usual;
    return hours.some(({ from, to }) => from <= wall && wall < to);
  }
});
