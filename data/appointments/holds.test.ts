import fc from 'fast-check';
import { openData } from '../open';
import { openTestData, TEST_NOW, type TestData } from '../testing';
import { BUFFER_MINUTES } from './slots';

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

const PEOPLE = ['abc-camille', 'abc-sofiane', 'abc-ines', 'abc-thomas', 'abc-jeanne'];
const NADIA = 'advisor-abc-1';

/** Thursday 19 November 2026, 9:00 in Paris, and so many half hours later. */
const half = (count: number): Date => new Date(Date.UTC(2026, 10, 19, 8, 30 * count));
const minutes = (count: number): Date => new Date(TEST_NOW.getTime() + count * 60_000);

const hold = (personId: string, startsAt = half(0), now = TEST_NOW) =>
  data.services.appointments.hold({ deskId: 'abc', personId, advisorId: NADIA, startsAt, now });

const book = (
  personId: string,
  startsAt = half(0),
  now = TEST_NOW,
  key = personId,
  services = data.services,
) =>
  services.appointments.book({
    idempotencyKey: `${key}-${startsAt.toISOString()}`,
    deskId: 'abc',
    personId,
    advisorId: NADIA,
    startsAt,
    channel: 'teams',
    phone: null,
    subject: 'Mon contrat',
    now,
  });

const free = async (personId: string, now = TEST_NOW): Promise<readonly string[]> => {
  const slots = await data.services.appointments.free({
    deskId: 'abc',
    personId,
    from: half(0),
    to: half(6),
    now,
    limit: 10,
    advisorIds: [NADIA],
  });
  return slots.map(({ startsAt }) => startsAt.toISOString().slice(11, 16));
};

it('a slot is kept for five minutes, to the second', async () => {
  expect(await hold('abc-camille')).toMatchObject({ ok: true, value: { expiresAt: minutes(5) } });
  expect(await book('abc-ines', half(0), minutes(4.99))).toMatchObject({
    ok: false,
    fault: { code: 'taken' },
  });
  expect(await book('abc-ines', half(0), minutes(5))).toMatchObject({ ok: true });
});

it('what somebody holds is not offered to others, nor what touches it; to her it is', async () => {
  await hold('abc-camille', half(2));
  expect(await free('abc-ines')).toEqual(['08:00', '10:00', '10:30']);
  expect(await free('abc-camille')).toEqual(['08:00', '08:30', '09:00', '09:30', '10:00', '10:30']);
  expect(await free('abc-ines', minutes(5))).toHaveLength(6);
});

it('one hold a person: the latest. Holding again prolongs it', async () => {
  await hold('abc-camille', half(0));
  await hold('abc-camille', half(3));
  expect(await hold('abc-ines', half(0))).toMatchObject({ ok: true });
  expect(await hold('abc-camille', half(3), minutes(3))).toMatchObject({ value: { expiresAt: minutes(8) } });
  expect(await book('abc-jeanne', half(3), minutes(7))).toMatchObject({ fault: { code: 'taken' } });
});

it('an expired hold is overwritten by the next one, and its owner may still book what is free', async () => {
  await hold('abc-camille');
  expect(await hold('abc-ines', half(0), minutes(6))).toMatchObject({ ok: true });
  expect(await book('abc-camille', half(0), minutes(7))).toMatchObject({
    fault: { code: 'taken', nearest: [{ startsAt: half(0), advisorId: 'advisor-abc-2' }, {}, {}] },
  });
  expect(await book('abc-camille', half(0), minutes(12))).toMatchObject({ ok: true });
});

it('what she gives back is free at once, however often she does; what she holds by then stays hers', async () => {
  const { letGo } = data.services.appointments;
  const first = { personId: 'abc-camille', advisorId: NADIA, startsAt: half(0) };
  await hold('abc-camille', half(0));
  await letGo(first);
  await letGo(first);
  expect(await hold('abc-ines', half(0))).toMatchObject({ ok: true });
  await hold('abc-camille', half(4));
  await letGo(first);
  expect(await book('abc-jeanne', half(4))).toMatchObject({ fault: { code: 'taken' } });
  expect(await book('abc-jeanne', half(0))).toMatchObject({ fault: { code: 'taken' } });
});

it('booking uses up her hold', async () => {
  await hold('abc-camille', half(4));
  expect(await book('abc-camille', half(0))).toMatchObject({ ok: true });
  expect(await book('abc-ines', half(4))).toMatchObject({ ok: true });
});

it.each([
  ['the past', '2026-11-18T08:00:00Z', 'in-past'],
  ['in an hour', '2026-11-18T10:00:00Z', 'too-soon'],
  ['noon', '2026-11-19T11:30:00Z', 'closed'],
  ['a Sunday', '2026-11-22T08:00:00Z', 'closed'],
])('%s cannot be held', async (_, startsAt, code) => {
  expect(await hold('abc-camille', new Date(startsAt))).toMatchObject({ ok: false, fault: { code } });
});

it('of a thousand confirmations of one held slot, its holder alone gets it; the others get the nearest', async () => {
  await hold('abc-camille');
  const results = await Promise.all(
    Array.from({ length: 1000 }, (_, index) =>
      book(PEOPLE[index % PEOPLE.length] ?? '', half(0), TEST_NOW, `k${index}`),
    ),
  );
  const winners = results.flatMap((result) => (result.ok ? [result.value.personId] : []));
  expect(winners).toEqual(['abc-camille']);
  for (const [index, result] of results.entries()) {
    if (result.ok || PEOPLE[index % PEOPLE.length] === 'abc-camille') continue;
    expect(result.fault).toMatchObject({ code: 'taken', nearest: [{ startsAt: half(0) }, {}, {}] });
  }
}, 120_000);

it('holds and bookings from two servers at once: one booking, and nothing of two people overlaps', async () => {
  const other = await openData({ url: data.url });
  const results = await Promise.all(
    Array.from({ length: 60 }, async (_, index) => {
      const personId = PEOPLE[index % PEOPLE.length] ?? '';
      const { services } = index % 2 === 0 ? data : other;
      if (index % 3 === 0)
        await services.appointments.hold({
          deskId: 'abc',
          personId,
          advisorId: NADIA,
          startsAt: half(0),
          now: TEST_NOW,
        });
      return book(personId, half(0), TEST_NOW, `k${index}`, services);
    }),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  await other.close();
}, 60_000);

/** What people do at some minute, to some half hour of a morning. */
const deed = fc.record({
  verb: fc.constantFrom('hold' as const, 'book' as const),
  person: fc.constantFrom(...PEOPLE),
  slot: fc.integer({ min: 0, max: 5 }),
  minute: fc.integer({ min: 0, max: 12 }),
});

it('whatever people do: meetings keep their buffer, and a live hold is honoured', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 14 }), async (deeds) => {
      const world = await openTestData();
      const { appointments } = world.services;
      const booked: { start: number; person: string }[] = [];
      const held = new Map<string, { start: number; until: number }>();
      const near = (a: number, b: number): boolean => Math.abs(a - b) < (30 + BUFFER_MINUTES) * 60_000;
      for (const [index, { verb, person, slot, minute }] of deeds
        .toSorted((a, b) => a.minute - b.minute)
        .entries()) {
        const start = half(slot).getTime();
        const now = minutes(minute);
        const command = {
          deskId: 'abc' as const,
          personId: person,
          advisorId: NADIA,
          startsAt: half(slot),
          now,
        };
        const isHeld = [...held].some(
          ([owner, { start: at, until }]) => owner !== person && until > now.getTime() && near(at, start),
        );
        const isBooked = booked.some((one) => near(one.start, start));
        const expected = !isHeld && !isBooked;
        if (verb === 'hold') {
          expect((await appointments.hold(command)).ok).toBe(expected);
          if (expected) held.set(person, { start, until: now.getTime() + 300_000 });
        } else {
          const rest = { idempotencyKey: `k${index}`, channel: 'teams', phone: null, subject: '' } as const;
          expect((await appointments.book({ ...command, ...rest })).ok).toBe(expected);
          if (expected) {
            booked.push({ start, person });
            held.delete(person);
          }
        }
      }
      await world.close();
    }),
    { numRuns: 12 },
  );
}, 120_000);
