import fc from 'fast-check';
import { SLOT_MINUTES } from '../../data/appointments/slots';
import { offered, type FreeSlot } from './offers';
import {
  ANY_TIME,
  AS_SOON_AS_POSSIBLE,
  fits,
  isAllowed,
  localSlot,
  parseWish,
  writeWish,
  type Wish,
} from './wish';

const NOW = new Date('2026-11-18T09:00:00Z');
const ZONE = 'Europe/Paris';

/** Half hours of Paris mornings and afternoons, from Thursday 19 November 2026 on. */
const slotAt = (day: number, half: number): FreeSlot => ({
  advisorId: 'own',
  advisorName: 'Nadia Benali',
  startsAt: new Date(Date.UTC(2026, 10, 19 + day, 8, half * 30)).toISOString(),
});
const week = [0, 1, 4, 5, 6].flatMap((day) => [0, 1, 2, 3, 10, 11, 12].map((half) => slotAt(day, half)));

const show = (wish: Wish, free: readonly FreeSlot[], page = 0, near: Date | null = null) =>
  offered(wish, free, { now: NOW, zone: ZONE, page, near });
const starts = (wish: string, page = 0, near: Date | null = null): readonly string[] =>
  show(parseWish(wish) ?? AS_SOON_AS_POSSIBLE, week, page, near).slots.map(({ startsAt }) =>
    startsAt.slice(5, 16),
  );

it('of one day, the next six in order of time', () => {
  expect(starts('2026-11-19')).toEqual([
    '11-19T08:00',
    '11-19T08:30',
    '11-19T09:00',
    '11-19T09:30',
    '11-19T13:00',
    '11-19T13:30',
  ]);
  expect(starts('2026-11-19', 1)).toEqual(['11-19T14:00']);
});

it('of several days, one of each half day first', () => {
  expect(starts('2026-11-19..2026-11-27')).toEqual([
    '11-19T08:00',
    '11-19T13:00',
    '11-20T08:00',
    '11-20T13:00',
    '11-23T08:00',
    '11-23T13:00',
  ]);
});

it('as soon as possible: simply the next ones', () => {
  expect(starts('*')).toEqual(starts('2026-11-19'));
});

it('nothing fits: the nearest, and what is ruled out is not among them', () => {
  expect(show(parseWish('2026-11-21') ?? AS_SOON_AS_POSSIBLE, week)).toMatchObject({ kind: 'nearest' });
  expect(starts('2026-11-21')).toEqual(['11-20T13:00', '11-20T13:30', '11-20T14:00']);
  expect(starts('2026-11-21,!#5')).toEqual(['11-19T13:00', '11-19T13:30', '11-19T14:00']);
});

it('taken meanwhile: those around it, then the rest of the wish', () => {
  const near = new Date('2026-11-19T08:30:00Z');
  expect(starts('2026-11-19', 0, near)).toEqual(['11-19T08:00', '11-19T08:30', '11-19T09:00']);
  expect(starts('2026-11-19', 1, near)).toEqual(['11-19T09:30', '11-19T13:00', '11-19T13:30', '11-19T14:00']);
});

const day = fc.integer({ min: 19, max: 27 }).map((date) => `2026-11-${date}`);
const clock = fc
  .tuple(fc.integer({ min: 7, max: 18 }), fc.integer({ min: 1, max: 5 }))
  .map(([from, hours]) => ({
    from: `${String(from).padStart(2, '0')}:00`,
    to: `${String(from + hours).padStart(2, '0')}:00`,
  }));
const times = fc.record({
  days: fc.option(fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))),
  weekday: fc.option(fc.integer({ min: 1, max: 7 })),
  clock: fc.option(clock),
});
const wish: fc.Arbitrary<Wish> = fc.record({
  any: fc.array(times, { minLength: 1, maxLength: 3 }),
  none: fc.array(times, { maxLength: 2 }),
  advisors: fc.constant([]),
});
const free = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 18 })), {
    maxLength: 40,
    selector: ([on, half]) => on * 100 + half,
  })
  .map((list) =>
    list.map(([on, half]) => slotAt(on, half)).toSorted((a, b) => a.startsAt.localeCompare(b.startsAt)),
  );
const local = (slot: FreeSlot) => localSlot(new Date(slot.startsAt), ZONE, SLOT_MINUTES);

it('a wish is the same after it was stored', () => {
  fc.assert(
    fc.property(wish, (one) => {
      const stored = writeWish(one);
      expect(writeWish(parseWish(stored) ?? { ...one, any: [ANY_TIME] })).toBe(stored);
    }),
  );
});

it('page after page: never what is ruled out, never twice, all that fits, and the fitting before the rest', () => {
  fc.assert(
    fc.property(wish, free, (one, slots) => {
      const pages = Array.from({ length: 20 }, (_, page) => show(one, slots, page));
      const end = pages.findIndex(({ hasMore }) => !hasMore);
      const shown = pages.slice(0, end + 1).flatMap((page) => page.slots);
      expect(shown.every((slot) => isAllowed(one, local(slot)))).toBe(true);
      expect(new Set(shown.map(({ startsAt }) => startsAt)).size).toBe(shown.length);
      const fitting = slots.filter((slot) => fits(one, local(slot)));
      expect(fitting.every((slot) => shown.includes(slot))).toBe(true);
      if (fitting.length > 0) {
        const first = shown.slice(0, fitting.length);
        expect(first.every((slot) => fitting.includes(slot))).toBe(true);
        expect(pages[0]?.kind).toBe('fitting');
      }
    }),
  );
});
