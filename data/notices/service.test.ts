import { openTestData, TEST_NOW, type TestData } from '../testing';
import type { Notice } from './types';

let data: TestData;
beforeEach(async () => {
  data = await openTestData({ demo: false });
});
afterEach(() => data.close());

const LATER = new Date('2026-11-27T09:00:00Z');
const AFTER = new Date('2026-11-27T09:00:01Z');
const NOTICE: Notice = { kind: 'coupons-not-entered', month: '2026-11', daysLeft: 3 };

const plan = (dedupeKey: string, notice: Notice = NOTICE) =>
  data.services.notices.schedule({
    dedupeKey,
    target: { personId: 'abc-camille', conversationId: null },
    notice,
    dueAt: LATER,
    now: TEST_NOW,
  });

it('planned twice under one key is planned once', async () => {
  await plan('k');
  await plan('k');
  expect(await data.services.notices.waiting('abc-camille')).toMatchObject([
    { notice: NOTICE, dueAt: LATER },
  ]);
});

it('nothing moves before it is due; then it moves to the outbox, once', async () => {
  await plan('k');
  expect(await data.services.notices.release(TEST_NOW, 10)).toBe(0);
  await Promise.all([data.services.notices.release(AFTER, 10), data.services.notices.release(AFTER, 10)]);
  expect(await data.services.outbox.claim(AFTER, 10)).toMatchObject([
    { payload: { kind: 'notice', personId: 'abc-camille', notice: NOTICE } },
  ]);
  expect(await data.services.notices.waiting('abc-camille')).toEqual([]);
});

it('what she switched off is not sent; what cannot be switched off is', async () => {
  await data.services.notices.refuse('abc-camille', 'coupons-not-entered', true, TEST_NOW);
  expect(await data.services.notices.refuses('abc-camille', 'coupons-not-entered')).toBe(true);
  await plan('a');
  await plan('b', { kind: 'come-back', topicId: 'abc.payment', query: 'ma paie' });
  await data.services.notices.release(AFTER, 10);
  expect(await data.services.outbox.claim(AFTER, 10)).toMatchObject([
    { payload: { notice: { kind: 'come-back' } } },
  ]);
});

it('switched on again it is sent again', async () => {
  await data.services.notices.refuse('abc-camille', 'coupons-not-entered', true, TEST_NOW);
  await data.services.notices.refuse('abc-camille', 'coupons-not-entered', false, TEST_NOW);
  await plan('a');
  await data.services.notices.release(AFTER, 10);
  expect(await data.services.outbox.backlog()).toBe(1);
});

it('what is planned under a prefix is found and can be called off; the rest stays', async () => {
  await plan('come-back:c:topic:1');
  await plan('come-back:d:topic:1');
  expect(await data.services.notices.planned('come-back:c:')).toMatchObject([{ dueAt: LATER }]);
  await data.services.notices.cancel('come-back:c:');
  expect(await data.services.notices.planned('come-back:c:')).toEqual([]);
  expect(await data.services.notices.release(AFTER, 10)).toBe(1);
});
