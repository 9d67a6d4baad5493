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
