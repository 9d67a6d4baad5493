import { openTestData, TEST_NOW, type TestData } from '../../data/testing';
import { say } from '../../dialogs/replies';
import type { Assistant } from '../../dialogs/reply';
import { createTurnLock } from '../middleware/turn-lock';
import { createNoticeTeller, type NoticePayload } from './tell-notice';

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

const payload: NoticePayload = {
  kind: 'notice',
  noticeId: 'n1',
  personId: 'abc-camille',
  conversationId: null,
  notice: { kind: 'come-back', topicId: 'abc.payment', query: 'ma paie' },
};

const teller = (announce: Assistant['announce']) =>
  createNoticeTeller({
    ...data.services,
    clock: data.clock,
    lock: createTurnLock(),
    assistant: { announce },
  });

const open = (id: string, now = TEST_NOW) =>
  data.services.conversations.open({
    id,
    channel: 'webchat',
    deskId: 'abc',
    userId: 'u',
    personId: 'abc-camille',
    locale: 'en',
    now,
  });

it('is said where she wrote last, in that conversation’s language, and its buttons are remembered', async () => {
  await open('old');
  await open('recent', new Date(TEST_NOW.getTime() + 1000));
  const told = await teller(async (notice, listener) => ({
    reply: say(`${notice.kind} for ${listener.person?.firstName} in ${listener.locale}`),
    state: { offered: ['yes'] },
  }))(payload);
  expect(told).toMatchObject({
    conversationId: 'recent',
    author: 'assistant',
    text: 'come-back for Camille in en',
  });
  expect((await data.services.conversations.find('recent'))?.state).toEqual({ offered: ['yes'] });
});

it('said twice it stands there once', async () => {
  await open('c');
  const tell = teller(async () => ({ reply: say('hello'), state: null }));
  await tell(payload);
  await tell(payload);
  expect(await data.services.conversations.since('c', 0)).toHaveLength(1);
});

it('nothing is said to somebody who never opened a chat, nor when nothing is left to say', async () => {
  expect(await teller(async () => ({ reply: say('hello'), state: null }))(payload)).toBeNull();
  await open('c');
  expect(await teller(async () => null)(payload)).toBeNull();
  expect(await data.services.conversations.since('c', 0)).toEqual([]);
});

describe('while an advisor answers the chat', () => {
  const take = async (): Promise<void> => {
    await open('c');
    const { id: ticketId } = await data.services.tickets.file({
      idempotencyKey: 'k',
      deskId: 'abc',
      personId: 'abc-camille',
      conversationId: 'c',
      topicId: 'abc.contact',
      category: 'other',
      subject: 'bonjour',
      priority: 'normal',
      facts: [],
      checks: [],
      article: null,
      now: TEST_NOW,
    });
    const advisor = { id: 'advisor-abc-1', name: 'Nadia Benali' };
    await data.services.holds.take({ ticketId, advisor, from: null, now: TEST_NOW });
  };
  const tell = () => teller(async () => ({ reply: say('hello'), state: null }));

  it('a notice waits until she hands back, then is said', async () => {
    await take();
    expect(await tell()(payload)).toBeNull();
    const { conversations, holds, notices, outbox } = data.services;
    expect(await conversations.since('c', 0)).toEqual([]);
    await holds.release({ conversationId: 'c', advisorId: null, reason: 'silence', now: TEST_NOW });
    await notices.release(TEST_NOW, 10);
    const [released] = await outbox.claim(TEST_NOW, 10, ['notice']);
    await tell()(released?.payload as NoticePayload);
    expect(await conversations.since('c', 0)).toMatchObject([{ author: 'assistant', text: 'hello' }]);
  });

  it('what she does herself is said at once', async () => {
    await take();
    const notice = { kind: 'ticket-split', ticketId: 't', fromReference: 'G-2611-0001' } as const;
    expect(await tell()({ ...payload, notice })).toMatchObject({ text: 'hello' });
  });
});
