import { openData } from '../open';
import type { Change } from '../services';
import { openTestData, TEST_NOW, type TestData } from '../testing';

let data: TestData;
let changes: Change[];

beforeEach(async () => {
  data = await openTestData();
  changes = [];
  data.changes.subscribe((change) => changes.push(change));
});
afterEach(() => data.close());

type Book = Parameters<TestData['services']['appointments']['book']>[0];

/** Thursday 19 November 2026, 9:00 in Paris. */
const THURSDAY_NINE = new Date('2026-11-19T08:00:00Z');

const book = (key: string, rest: Partial<Book> = {}) =>
  data.services.appointments.book({
    idempotencyKey: key,
    deskId: 'abc',
    personId: 'abc-camille',
    advisorId: 'advisor-abc-1',
    startsAt: THURSDAY_NINE,
    channel: 'phone',
    phone: '06 39 98 01 11',
    subject: 'Mon contrat',
    now: TEST_NOW,
    ...rest,
  });

const free = (rest: Partial<Parameters<TestData['services']['appointments']['free']>[0]> = {}) =>
  data.services.appointments.free({
    deskId: 'abc',
    personId: 'abc-camille',
    from: new Date('2026-11-19T08:00:00Z'),
    to: new Date('2026-11-19T11:00:00Z'),
    now: TEST_NOW,
    limit: 3,
    ...rest,
  });

it('books a slot with a reference, tells both sides and the screens', async () => {
  const booked = await book('k');
  expect(booked).toMatchObject({
    ok: true,
    value: {
      reference: expect.stringMatching(/^R-2611-\d{4}$/),
      advisorName: 'Nadia Benali',
      status: 'booked',
      endsAt: new Date('2026-11-19T08:30:00Z'),
    },
  });
  const id = booked.ok ? booked.value.id : '';
  expect(changes).toEqual([{ kind: 'appointment', deskId: 'abc', appointmentId: id }]);
  expect((await data.services.outbox.claim(TEST_NOW, 10)).map(({ payload }) => payload)).toEqual([
    {
      kind: 'appointment-changed',
      appointmentId: id,
      deskId: 'abc',
      change: 'booked',
      by: 'requester',
      sequence: 0,
      reason: null,
      was: null,
      formerAdvisorId: null,
    },
  ]);
  expect((await data.services.appointments.upcoming('abc-camille', TEST_NOW)).map((row) => row.id)).toEqual([
    id,
  ]);
  expect(await data.services.appointments.find(id)).toMatchObject({ personName: 'Camille Moreau' });
  const agenda = await data.services.appointments.agenda(['abc'], TEST_NOW, 10);
  expect(agenda.map(({ personName }) => personName)).toEqual(['Camille Moreau', 'Sofiane Haddad']);
  expect(await data.services.appointments.agenda(['oc-coach'], TEST_NOW, 10)).toEqual([]);
});

it('of a thousand who book one slot at once exactly one gets it, the others the nearest free ones', async () => {
  const people = ['abc-camille', 'abc-sofiane', 'abc-ines', 'abc-thomas', 'abc-jeanne'];
  const results = await Promise.all(
    Array.from({ length: 1000 }, (_, index) =>
      book(`k${index}`, { personId: people[index % people.length] ?? '' }),
    ),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const winner = results.findIndex(({ ok }) => ok) % people.length;
  const loser = results.find((result, index) => !result.ok && index % people.length !== winner);
  expect(loser).toMatchObject({
    fault: {
      code: 'taken',
      nearest: [
        { startsAt: THURSDAY_NINE, advisorId: 'advisor-abc-2' },
        { startsAt: new Date('2026-11-19T08:30:00Z') },
        { startsAt: new Date('2026-11-19T09:00:00Z') },
      ],
    },
  });
  expect(results.every((result) => result.ok || result.fault.code === 'taken')).toBe(true);
}, 120_000);

it('two servers on one database give a slot to one person too', async () => {
  const other = await openData({ url: data.url });
  const command = {
    deskId: 'abc' as const,
    advisorId: 'advisor-abc-1',
    startsAt: THURSDAY_NINE,
    channel: 'phone' as const,
    phone: null,
    subject: '',
    now: TEST_NOW,
  };
  const results = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      (index % 2 ? other : data).services.appointments.book({
        ...command,
        idempotencyKey: `k${index}`,
        personId: index % 2 ? 'abc-ines' : 'abc-camille',
      }),
    ),
  );
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  await other.close();
});

it('the same command twenty times at once is one appointment', async () => {
  const results = await Promise.all(Array.from({ length: 20 }, () => book('same')));
  expect(new Set(results.map((result) => (result.ok ? result.value.id : 'fault'))).size).toBe(1);
  expect(changes).toHaveLength(1);
});

describe('what cannot be booked', () => {
  it.each([
    ['the past', '2026-11-18T08:00:00Z', { code: 'in-past' }],
    ['in an hour', '2026-11-18T10:00:00Z', { code: 'too-soon', earliest: new Date('2026-11-18T11:00:00Z') }],
    ['noon', '2026-11-19T11:30:00Z', { code: 'closed' }],
    ['between two slots', '2026-11-19T08:15:00Z', { code: 'closed' }],
    ['a Sunday', '2026-11-22T08:00:00Z', { code: 'closed' }],
    ['11 November', '2027-11-11T08:00:00Z', { code: 'closed' }],
  ])('%s', async (_, startsAt, fault) => {
    expect(await book('k', { startsAt: new Date(startsAt) })).toEqual({ ok: false, fault });
  });

  it.each([
    ['an advisor who is away', { advisorId: 'advisor-abc-2', startsAt: new Date('2026-11-27T08:00:00Z') }],
    ['an advisor of another desk', { advisorId: 'advisor-coach-2' }],
    ['the administrator', { advisorId: 'advisor-admin' }],
    ['nobody', { advisorId: 'nobody' }],
  ])('%s: others are offered', async (_, rest) => {
    expect(await book('k', rest)).toMatchObject({
      ok: false,
      fault: { code: 'taken', nearest: [{ advisorId: 'advisor-abc-1' }, {}, {}] },
    });
  });

  it('a second appointment of hers at the same time', async () => {
    await book('k');
    expect(await book('k2', { advisorId: 'advisor-abc-2' })).toMatchObject({
      ok: false,
      fault: { code: 'taken' },
    });
  });
});

describe('free slots', () => {
  it('her own advisor’s first, then the desk’s', async () => {
    await book('k', { personId: 'abc-jeanne' });
    expect((await free()).map(({ advisorId }) => advisorId)).toEqual([
      'advisor-abc-2',
      // Ten minutes after the one at nine are not yet over at half past.
      'advisor-abc-2',
      'advisor-abc-1',
    ]);
    expect((await free({ personId: 'abc-sofiane', limit: 1 }))[0]?.advisorId).toBe('advisor-abc-2');
  });

  it('nothing in the past, in an empty span, or years ahead', async () => {
    expect(await free({ from: new Date('2026-11-17T08:00:00Z'), to: TEST_NOW })).toEqual([]);
    expect(await free({ from: THURSDAY_NINE, to: THURSDAY_NINE })).toEqual([]);
    expect(
      await free({ from: new Date('2036-01-02T00:00:00Z'), to: new Date('2036-02-02T00:00:00Z') }),
    ).toEqual([]);
  });

  it('a desk without advisors has none, and says so without failing', async () => {
    const empty = await openTestData({ demo: false });
    const query = {
      deskId: 'abc' as const,
      personId: 'nobody',
      from: THURSDAY_NINE,
      to: new Date('2026-12-19T08:00:00Z'),
    };
    expect(await empty.services.appointments.free({ ...query, now: TEST_NOW, limit: 5 })).toEqual([]);
    await empty.close();
  });
});

describe('cancelling', () => {
  const cancel = (appointmentId: string, now = TEST_NOW) =>
    data.services.appointments.cancel({ appointmentId, by: { kind: 'requester', id: 'abc-camille' }, now });

  it('frees the slot for the next one, once', async () => {
    const booked = await book('k');
    const id = booked.ok ? booked.value.id : '';
    changes.length = 0;
    expect(await cancel(id)).toMatchObject({ ok: true, value: { status: 'cancelled' } });
    expect(await cancel(id)).toMatchObject({ ok: true, value: { status: 'cancelled' } });
    expect(changes).toHaveLength(1);
    expect(await data.services.appointments.upcoming('abc-camille', TEST_NOW)).toEqual([]);
    expect(await book('again')).toMatchObject({ ok: true });
  });

  it('is refused for what has begun, or is unknown', async () => {
    const booked = await book('k');
    const id = booked.ok ? booked.value.id : '';
    expect(await cancel(id, THURSDAY_NINE)).toEqual({ ok: false, fault: { code: 'begun' } });
    expect(await cancel('nothing')).toEqual({ ok: false, fault: { code: 'not-found' } });
  });
});
