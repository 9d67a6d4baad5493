import type { Change } from '../services';
import { openTestData, TEST_NOW, type TestData } from '../testing';

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

const enter = (key: string, assignmentId: string, personId: string, from: string, to: string) =>
  data.services.coupons.enter({
    idempotencyKey: key,
    personId,
    draft: { assignmentId, startsAt: new Date(from), endsAt: new Date(to) },
    now: TEST_NOW,
  });

async function saved(): Promise<string> {
  const entered = await enter(
    'k',
    'assignment-roux',
    'abc-sofiane',
    '2026-11-17T13:00:00Z',
    '2026-11-17T15:00:00Z',
  );
  if (!entered.ok) throw new Error(entered.fault.code);
  return entered.value.id;
}

const reject = (couponId: string, reason = 'Cours annulé par la famille', advisorId = 'advisor-abc-1') =>
  data.services.coupons.reject({ couponId, advisorId, reason, now: TEST_NOW });

it('a refused coupon is free again and takes no time: the same lesson can be entered anew', async () => {
  const id = await saved();
  expect(
    await enter('again', 'assignment-roux', 'abc-sofiane', '2026-11-16T13:00:00Z', '2026-11-16T15:00:00Z'),
  ).toMatchObject({
    fault: { code: 'no-coupon-left' },
  });
  expect(await reject(id)).toMatchObject({
    ok: true,
    value: { status: 'rejected', rejection: { reason: 'Cours annulé par la famille', at: TEST_NOW } },
  });
  expect(
    await enter('anew', 'assignment-roux', 'abc-sofiane', '2026-11-17T13:30:00Z', '2026-11-17T15:30:00Z'),
  ).toMatchObject({
    ok: true,
  });
});

it('the tutor is told once, the screens too, however often the same refusal arrives', async () => {
  const id = await saved();
  const changes: Change[] = [];
  data.changes.subscribe((change) => changes.push(change));
  const results = await Promise.all(Array.from({ length: 10 }, () => reject(id)));
  expect(results.every(({ ok }) => ok)).toBe(true);
  expect(changes).toEqual([{ kind: 'coupon', deskId: 'abc', couponId: id }]);
  const told = (await data.services.outbox.claim(TEST_NOW, 20)).filter(
    ({ payload }) => payload.kind === 'notice',
  );
  expect(told.map(({ payload }) => payload)).toEqual([
    {
      kind: 'notice',
      noticeId: `coupon-rejected-${id}`,
      personId: 'abc-sofiane',
      conversationId: null,
      notice: { kind: 'coupon-rejected', couponId: id, reason: 'Cours annulé par la famille' },
    },
  ]);
});

it('of two advisors who refuse it at once one is told that it has been refused, and why', async () => {
  const id = await saved();
  const results = await Promise.all([
    reject(id, 'Doublon', 'advisor-abc-1'),
    reject(id, 'Trop long', 'advisor-abc-2'),
  ]);
  const refusals = results.flatMap((result) => (result.ok ? [] : [result.fault]));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(refusals).toMatchObject([
    {
      code: 'already-rejected',
      current: { rejection: { reason: expect.stringMatching(/Doublon|Trop long/) } },
    },
  ]);
});

it('what does not exist cannot be refused', async () => {
  expect(await reject('nothing')).toEqual({ ok: false, fault: { code: 'not-found' } });
});

it('the file of a month holds its lessons in order, refused and late ones too, and no other desk’s', async () => {
  const id = await saved();
  await reject(id);
  const read = async (desks: readonly string[], month: string) => {
    const rows = [];
    for await (const row of data.services.coupons.ofMonth(desks, month)) rows.push(row);
    return rows;
  };
  const november = await read(['abc'], '2026-11');
  expect(november.find((row) => row.id === id)).toMatchObject({
    status: 'rejected',
    personName: 'Sofiane Haddad',
  });
  expect(november.map(({ startsAt }) => startsAt)).toEqual(
    [...november].map(({ startsAt }) => startsAt).sort((a, b) => a.getTime() - b.getTime()),
  );
  expect((await read(['abc'], '2026-10')).some(({ late }) => late)).toBe(true);
  expect(await read(['ogestion', 'oc-mentor'], '2026-11')).toEqual([]);
  expect(await read(['abc'], '2019-01')).toEqual([]);
});
