import { openTestData, TEST_NOW, type TestData } from '../testing';

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
  await data.services.conversations.open({
    id: 'c1',
    channel: 'webchat',
    deskId: 'abc',
    userId: 'u',
    personId: null,
    locale: 'fr',
    now: TEST_NOW,
  });
});
afterEach(() => data.close());

const store = (name: string, content: Uint8Array, conversationId = 'c1') =>
  data.services.attachments.store({
    conversationId,
    activityId: 'a1',
    name,
    contentType: 'image/png',
    content,
    now: TEST_NOW,
  });

it.each([
  ['empty', 0],
  ['one of 10 MB', 10 * 1024 * 1024],
])('a file comes back byte for byte: %s', async (_, size) => {
  const content = Uint8Array.from({ length: size }, (__, index) => (index * 31) % 256);
  const stored = await store('écran (1).png', content);
  expect(stored).toEqual({
    id: stored.id,
    conversationId: 'c1',
    name: 'écran (1).png',
    contentType: 'image/png',
    size,
  });
  const found = await data.services.attachments.find(stored.id);
  expect(Buffer.from(found?.content ?? []).equals(Buffer.from(content))).toBe(true);
});

it('a part of a larger buffer is stored as that part only', async () => {
  const whole = new Uint8Array([1, 2, 3, 4, 5, 6]);
  const { id } = await store('part', whole.subarray(2, 4));
  expect([...((await data.services.attachments.find(id))?.content ?? [])]).toEqual([3, 4]);
});

it('lists what belongs to a conversation, without the bytes', async () => {
  await store('a.png', new Uint8Array([1]));
  const [listed] = await data.services.attachments.ofConversation('c1');
  expect(listed).toMatchObject({ name: 'a.png', size: 1 });
  expect(listed).not.toHaveProperty('content');
  expect(await data.services.attachments.ofConversation('c2')).toEqual([]);
  expect(await data.services.attachments.find('nothing')).toBeNull();
});
