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

const YESTERDAY = { from: '2026-11-17T13:00:00Z', to: '2026-11-17T15:00:00Z' };

const draft = (assignmentId: string, { from, to } = YESTERDAY) => ({
  assignmentId,
  startsAt: new Date(from),
  endsAt: new Date(to),
});

const enter = (key: string, personId: string, assignmentId: string, times = YESTERDAY, now = TEST_NOW) =>
  data.services.coupons.enter({ idempotencyKey: key, personId, draft: draft(assignmentId, times), now });

const left = async (personId: string, assignmentId: string): Promise<number | undefined> =>
  (await data.services.people.assignments(personId))
    .filter(({ id }) => id === assignmentId)
    .map(({ couponsTotal, couponsUsed }) => couponsTotal - couponsUsed)[0];

it('saves the lesson with a reference, tells the advisors and the screens', async () => {
  const entered = await enter('k', 'abc-camille', 'assignment-martin');
  expect(entered).toMatchObject({
    ok: true,
    value: { reference: expect.stringMatching(/^C-2611-\d{4}$/), late: false },
  });
  const id = entered.ok ? entered.value.id : '';
  expect(changes).toEqual([{ kind: 'coupon', deskId: 'abc', couponId: id }]);
  expect((await data.services.outbox.claim(TEST_NOW, 10)).map(({ payload }) => payload)).toEqual([
    { kind: 'coupon-entered', couponId: id, deskId: 'abc' },
  ]);
  expect((await data.services.coupons.recent(['abc'], 1))[0]).toMatchObject({
    id,
    personName: 'Camille Moreau',
    family: 'Martin',
    pupil: 'Léa',
    subject: 'Mathématiques',
  });
  expect(await data.services.coupons.recent(['oc-mentor'], 10)).toEqual([]);
  expect((await data.services.coupons.ofPerson('abc-camille')).at(-1)?.id).toBe(id);
});

it('the same coupon submitted twenty times at once is one entry', async () => {
  const before = await left('abc-camille', 'assignment-martin');
  const results = await Promise.all(
    Array.from({ length: 20 }, () => enter('same', 'abc-camille', 'assignment-martin')),
  );
  expect(new Set(results.map((result) => (result.ok ? result.value.id : 'fault'))).size).toBe(1);
  expect(await left('abc-camille', 'assignment-martin')).toBe((before ?? 0) - 1);
  expect(changes).toHaveLength(1);
});

it('the same lesson submitted under twenty keys at once is one entry and nineteen overlaps that name it', async () => {
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, index) => enter(`k${index}`, 'abc-camille', 'assignment-martin')),
  );
  const saved = results.flatMap((result) => (result.ok ? [result.value] : []));
  expect(saved).toHaveLength(1);
  expect(results.flatMap((result) => (result.ok ? [] : [result.fault]))).toEqual(
    Array.from({ length: 19 }, () => ({ code: 'overlap', with: saved[0] })),
  );
});

it('two lessons at once on the last coupon: one gets it', async () => {
  const results = await Promise.all([
    enter('a', 'abc-sofiane', 'assignment-roux'),
    enter('b', 'abc-sofiane', 'assignment-roux', {
      from: '2026-11-17T16:00:00Z',
      to: '2026-11-17T17:00:00Z',
    }),
  ]);
  expect(results.map((result) => (result.ok ? 'saved' : result.fault.code)).sort()).toEqual([
    'no-coupon-left',
    'saved',
  ]);
});

it.each([
  ['abc-sofiane', 'assignment-petit', 'end-report-due'],
  ['abc-thomas', 'assignment-fabre', 'no-coupon-left'],
  ['abc-camille', 'assignment-petit', 'unknown-assignment'],
  ['abc-jeanne', 'assignment-martin', 'unknown-assignment'],
  ['nobody', 'assignment-martin', 'unknown-assignment'],
])('%s on %s: %s, by check and by enter, and nothing is saved', async (personId, assignmentId, code) => {
  const before = await data.services.coupons.ofPerson(personId);
  expect(await data.services.coupons.check(personId, draft(assignmentId), TEST_NOW)).toMatchObject({
    fault: { code },
  });
  expect(await enter('k', personId, assignmentId)).toMatchObject({ ok: false, fault: { code } });
  expect(await data.services.coupons.ofPerson(personId)).toEqual(before);
  expect(changes).toEqual([]);
});

it('the first coupon of an assignment opens the start report', async () => {
  expect(await data.services.coupons.check('abc-thomas', draft('assignment-durand'), TEST_NOW)).toMatchObject(
    {
      ok: true,
      value: { opensStartReport: true, couponsLeftAfter: 9 },
    },
  );
});

it('what was on time at the read-back and is late when it is confirmed is saved as late', async () => {
  const times = { from: '2026-11-30T17:00:00Z', to: '2026-11-30T18:00:00Z' };
  const before = new Date('2026-11-30T22:59:00Z');
  const after = new Date('2026-11-30T23:00:30Z');
  expect(
    await data.services.coupons.check('abc-camille', draft('assignment-martin', times), before),
  ).toMatchObject({
    value: { late: false },
  });
  expect(await enter('k', 'abc-camille', 'assignment-martin', times, after)).toMatchObject({
    value: { late: true, reference: expect.stringMatching(/^C-2612-/) },
  });
});
