import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { Interval } from '../calendar/intervals';
import { openSpans } from '../calendar/opening-hours';
import { DEFAULT_DESKS } from '../desks/defaults';
import { earliestStart, freeSlots, isOnGrid, nearest, slotAt, type AdvisorCalendar } from './slots';

const desk = { zone: 'Europe/Paris', openingHours: DEFAULT_DESKS[0]?.openingHours ?? {} };
const NOW = new Date('2026-11-18T09:00:00Z');

const at = (local: string, zone = 'Europe/Paris'): Date => DateTime.fromISO(local, { zone }).toJSDate();
const span = (from: string, to: string): Interval => ({ start: at(from), end: at(to) });
const local = (instant: Date): string =>
  DateTime.fromJSDate(instant, { zone: 'Europe/Paris' }).toFormat("LL-dd'T'HH:mm");

const advisor = (advisorId: string, ...busy: Interval[]): AdvisorCalendar => ({
  advisorId,
  advisorName: advisorId,
  busy,
});

const slots = (
  from: string,
  to: string,
  advisors: readonly AdvisorCalendar[] = [advisor('own')],
  { now = NOW, requesterBusy = [] as Interval[] } = {},
) => freeSlots({ desk, advisors, requesterBusy }, span(from, to), now);

const starts = (...args: Parameters<typeof slots>): string[] =>
  slots(...args).map(({ startsAt }) => local(startsAt));

describe('opening hours', () => {
  it('a working day has twelve half hours in the morning and the afternoon, none at noon', () => {
    expect(starts('2026-11-19T00:00', '2026-11-20T00:00')).toEqual(
      [
        '09:00',
        '09:30',
        '10:00',
        '10:30',
        '11:00',
        '11:30',
        '14:00',
        '14:30',
        '15:00',
        '15:30',
        '16:00',
        '16:30',
        '17:00',
        '17:30',
      ].map((time) => `11-19T${time}`),
    );
  });

  it.each([
    ['a Saturday', '2026-11-21'],
    ['a Sunday', '2026-11-22'],
    ['11 November', '2027-11-11'],
    ['Easter Monday', '2027-03-29'],
    ['Ascension', '2027-05-06'],
    ['Christmas', '2026-12-25'],
    ['New Year', '2027-01-01'],
  ])('closed on %s', (_, day) => {
    expect(openSpans(desk, span(`${day}T00:00`, `${day}T23:59`))).toEqual([]);
  });

  it.each([
    ['before', '2027-03-26', '2027-03-26T08:00:00.000Z'],
    ['after', '2027-03-30', '2027-03-30T07:00:00.000Z'],
    ['before', '2026-10-23', '2026-10-23T07:00:00.000Z'],
    ['after', '2026-10-26', '2026-10-26T08:00:00.000Z'],
  ])('open at nine on the wall, %s the change of the hour', (_, day, instant) => {
    expect(openSpans(desk, span(`${day}T00:00`, `${day}T12:00`))[0]?.start.toISOString()).toBe(instant);
  });

  it('a desk without hours is never open', () => {
    expect(
      freeSlots(
        { desk: { ...desk, openingHours: {} }, advisors: [advisor('a')], requesterBusy: [] },
        span('2026-11-19T00:00', '2026-12-19T00:00'),
        NOW,
      ),
    ).toEqual([]);
  });
});

describe('what is asked', () => {
  it('a slot begins and ends within the span', () => {
    expect(starts('2026-11-19T09:10', '2026-11-19T10:40')).toEqual(['11-19T09:30', '11-19T10:00']);
  });

  it('two hours of notice, to the minute', () => {
    expect(
      starts('2026-11-18T00:00', '2026-11-18T12:00', undefined, { now: at('2026-11-18T09:00') }),
    ).toEqual(['11-18T11:00', '11-18T11:30']);
    expect(
      starts('2026-11-18T00:00', '2026-11-18T12:00', undefined, { now: at('2026-11-18T09:00:01') }),
    ).toEqual(['11-18T11:30']);
  });

  it('a morning in Réunion is the night in Paris: nothing', () => {
    const within = {
      start: at('2026-11-19T08:00', 'Indian/Reunion'),
      end: at('2026-11-19T12:00', 'Indian/Reunion'),
    };
    expect(freeSlots({ desk, advisors: [advisor('a')], requesterBusy: [] }, within, NOW)).toEqual([]);
    const afternoon = {
      start: at('2026-11-19T12:00', 'Indian/Reunion'),
      end: at('2026-11-19T13:30', 'Indian/Reunion'),
    };
    expect(
      freeSlots({ desk, advisors: [advisor('a')], requesterBusy: [] }, afternoon, NOW).map(({ startsAt }) =>
        startsAt.toISOString(),
      ),
    ).toEqual(['2026-11-19T08:00:00.000Z', '2026-11-19T08:30:00.000Z', '2026-11-19T09:00:00.000Z']);
  });

  it('her own other appointment is no free time for her', () => {
    const requesterBusy = [span('2026-11-19T09:00', '2026-11-19T09:30')];
    expect(starts('2026-11-19T09:00', '2026-11-19T10:00', undefined, { requesterBusy })).toEqual([
      '11-19T09:30',
    ]);
  });
});

describe('advisors', () => {
  it('her own first; where she is taken or away, the next one', () => {
    const own = advisor(
      'own',
      span('2026-11-19T09:00', '2026-11-19T09:30'),
      span('2026-11-19T10:15', '2026-11-19T11:00'),
    );
    const other = advisor('other', span('2026-11-19T10:30', '2026-11-19T11:00'));
    expect(
      slots('2026-11-19T09:00', '2026-11-19T11:30', [own, other]).map(
        ({ startsAt, advisorId }) => `${local(startsAt)} ${advisorId}`,
      ),
    ).toEqual(['11-19T09:00 other', '11-19T09:30 own', '11-19T10:00 other', '11-19T11:00 own']);
  });

  it('without any advisor there is no slot', () => {
    expect(starts('2026-11-19T09:00', '2026-11-20T09:00', [])).toEqual([]);
  });
});

it('no free slot ever touches what is busy, closed or too soon, and none that is free is missing', () => {
  const minutes = fc.integer({ min: 0, max: 3 * 24 * 60 });
  const busy = fc.array(
    fc.tuple(minutes, fc.integer({ min: 1, max: 300 })).map(([from, length]) => {
      const start = new Date(at('2026-11-18T00:00').getTime() + from * 60_000);
      return { start, end: new Date(start.getTime() + length * 60_000) };
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(busy, busy, (ownBusy, otherBusy) => {
      const within = span('2026-11-18T00:00', '2026-11-21T00:00');
      const advisors = [advisor('own', ...ownBusy), advisor('other', ...otherBusy)];
      const found = freeSlots({ desk, advisors, requesterBusy: [] }, within, NOW);
      const free = (list: readonly Interval[], start: Date): boolean =>
        list.every((hole) => hole.end <= start || hole.start >= slotAt(start).end);
      const expected = Array.from(
        { length: 144 },
        (_, index) => new Date(within.start.getTime() + index * 1_800_000),
      )
        .filter((start) => isOnGrid(desk, start) && start >= earliestStart(NOW))
        .flatMap((start) => {
          if (free(ownBusy, start)) return [[start, 'own']];
          return free(otherBusy, start) ? [[start, 'other']] : [];
        });
      expect(found.map(({ startsAt, advisorId }) => [startsAt, advisorId])).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

it('the nearest come first, the earlier one of two', () => {
  const free = slots('2026-11-19T09:00', '2026-11-19T12:00');
  expect(nearest(free, at('2026-11-19T10:00'), 3).map(({ startsAt }) => local(startsAt))).toEqual([
    '11-19T10:00',
    '11-19T09:30',
    '11-19T10:30',
  ]);
});

it.each([
  ['2026-11-19T09:30', true],
  ['2026-11-19T09:15', false],
  ['2026-11-19T12:00', false],
  ['2026-11-19T17:30', true],
  ['2026-11-19T18:00', false],
  ['2026-11-22T09:30', false],
])('%s is an instant at which a slot begins: %s', (instant, expected) => {
  expect(isOnGrid(desk, at(instant))).toBe(expected);
});
