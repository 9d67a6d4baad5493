import { payloadOf } from '../channels/deliver';
import { openTestData, TEST_NOW, type TestData } from '../../data/testing';
import { createChatDelivery } from './chat-delivery';

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

/** What arrives in a conversation of a channel when an advisor sends a file with her reply. */
async function delivered(channel: 'webchat' | 'teams', scope?: 'personal') {
  const { conversations } = data.services;
  await conversations.open({
    id: 'c',
    channel,
    deskId: 'abc',
    userId: 'u',
    personId: 'abc-camille',
    locale: 'fr',
    ...(scope && { scope }),
    now: TEST_NOW,
  });
  const deliver = createChatDelivery({
    conversations,
    clock: data.clock,
    tellNotice: () => Promise.resolve(null),
    tellHold: () => Promise.resolve([]),
  });
  await deliver({
    id: 'o',
    orderingKey: 'conversation:c',
    attempts: 1,
    payload: {
      kind: 'conversation-message',
      conversationId: 'c',
      activityId: 'reply-1',
      author: 'advisor',
      authorName: 'Nadia Benali',
      text: 'Voici.',
      ticketReference: 'G-2611-0001',
      files: [{ id: 'f', name: 'relevé.pdf', contentType: 'application/pdf', size: 3 }],
    },
  });
  const [activity, ...more] = await conversations.since('c', 0);
  if (!activity) throw new Error('nothing arrived');
  return { text: activity.text, files: payloadOf(activity).guichet, more: more.map(payloadOf) };
}

test('the web chat gets the file with her words', async () => {
  expect(await delivered('webchat')).toMatchObject({
    text: 'Voici.',
    files: { attachments: [{ id: 'f', name: 'relevé.pdf' }] },
  });
});

test('elsewhere the words name the file and the request', async () => {
  const { text } = await delivered('teams');
  expect(text).toMatch(/^Voici\.\n\n.*relevé\.pdf.*G-2611-0001/);
});

test('in her own chat on Teams each file is offered after the words', async () => {
  const { text, more } = await delivered('teams', 'personal');
  expect(text).toBe('Voici.');
  expect(more).toMatchObject([{ attachments: [{ name: 'relevé.pdf' }] }]);
});
