import { openTestData, TEST_NOW, type TestData } from '../testing';
import { waitsForHandBack } from './rules';
import type { Notice } from './types';

const NADIA = { id: 'advisor-abc-1', name: 'Nadia Benali' };
const later = (minutes: number): Date => new Date(TEST_NOW.getTime() + minutes * 60_000);
const REMINDER: Notice = { kind: 'appointment-reminder', appointmentId: 'a1', before: 'day', sequence: 0 };
const COUPONS: Notice = { kind: 'coupons-not-entered', month: '2026-11', daysLeft: 3 };

test.each<[boolean, Notice]>([
  [true, REMINDER],
  [false, { ...REMINDER, before: 'hour' }],
  [true, COUPONS],
  [true, { kind: 'coupon-rejected', couponId: 'c', reason: 'en double' }],
  [true, { kind: 'come-back', topicId: 'abc.payment', query: 'ma paie' }],
  [false, { kind: 'ticket-split', ticketId: 't', fromReference: 'G-2611-0001' }],
  [
    false,
    {
      kind: 'appointment-changed',
      appointmentId: 'a1',
      change: 'moved',
      sequence: 1,
      reason: null,
      was: '2026-11-20T09:00:00Z',
    },
  ],
])('waits until the chat is handed back: %s, %j', (waits, notice) => {
  expect(waitsForHandBack(notice)).toBe(waits);
});

describe('a notice in a chat that an advisor answers', () => {
  let data: TestData;
  let ticketId: string;
  beforeEach(async () => {
    data = await openTestData();
    const { conversations, tickets } = data.services;
    await conversations.open({
      id: 'chat',
      channel: 'webchat',
      deskId: 'abc',
      userId: 'dl_1',
      personId: 'abc-camille',
      locale: 'fr',
      now: TEST_NOW,
    });
    const ticket = await tickets.file({
      idempotencyKey: 'k',
      deskId: 'abc',
      personId: 'abc-camille',
      conversationId: 'chat',
      topicId: 'abc.contact',
      category: 'other',
      subject: 'bonjour',
      priority: 'normal',
      facts: [],
      checks: [],
      article: null,
      now: TEST_NOW,
    });
    ticketId = ticket.id;
    await data.services.holds.take({ ticketId, advisor: NADIA, from: null, now: TEST_NOW });
  });
  afterEach(() => data.close());

  const holdBack = (notice: Notice = COUPONS, noticeId = 'n1') =>
    data.services.notices.holdBack({
      noticeId,
      target: { personId: 'abc-camille', conversationId: 'chat' },
      notice,
      now: later(1),
    });
  const handBack = () =>
    data.services.holds.release({
      conversationId: 'chat',
      advisorId: NADIA.id,
      reason: 'advisor',
      now: later(5),
    });
  const sent = async (kinds: Parameters<TestData['services']['outbox']['claim']>[2]) =>
    (await data.services.outbox.claim(later(10), 100, kinds)).map(({ payload }) => payload);

  test('is kept while she answers and leaves once, after she has handed back', async () => {
    expect(await holdBack()).toBe(true);
    expect(await holdBack()).toBe(true);
    await data.services.notices.release(later(4), 10);
    expect(await sent(['notice'])).toEqual([]);
    await handBack();
    await data.services.notices.release(later(6), 10);
    await data.services.notices.release(later(7), 10);
    expect(await sent(['notice'])).toMatchObject([
      { personId: 'abc-camille', conversationId: 'chat', notice: COUPONS },
    ]);
  });

  test('is not kept once she has handed back: it is said now', async () => {
    await handBack();
    expect(await holdBack()).toBe(false);
  });

  test('taken over again before it could be said, it waits again', async () => {
    await holdBack();
    await handBack();
    await data.services.notices.release(later(6), 10);
    const [released] = await sent(['notice']);
    await data.services.holds.take({ ticketId, advisor: NADIA, from: null, now: later(6) });
    expect(released).toMatchObject({ kind: 'notice' });
    const again = released?.kind === 'notice' ? released.noticeId : '';
    expect(again).not.toBe('n1');
    expect(await holdBack(COUPONS, again)).toBe(true);
  });

  test('a reminder that was held back sends no second mail', async () => {
    await holdBack(REMINDER);
    await handBack();
    await data.services.notices.release(later(6), 10);
    expect(await sent(['appointment-mail'])).toEqual([]);
    expect(await sent(['notice'])).toHaveLength(1);
  });

  test('what she switched off meanwhile is not said', async () => {
    await holdBack();
    await data.services.notices.refuse('abc-camille', 'coupons-not-entered', true, later(2));
    await handBack();
    await data.services.notices.release(later(6), 10);
    expect(await sent(['notice'])).toEqual([]);
  });
});
