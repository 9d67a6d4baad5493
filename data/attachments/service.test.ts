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
    ticketId: null,
    name: 'écran (1).png',
    contentType: 'image/png',
    size,
    activityId: 'a1',
    uploadedById: null,
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

it('a file that is named after a number is stored without it', async () => {
  const { name } = await store('IBAN FR76 3000 6000 0112 3456 7890 189.png', new Uint8Array([1]));
  expect(name).toBe('IBAN [IBAN masqué].png');
});

const ticketOf = (key: string, attachmentIds: readonly string[]) =>
  data.services.tickets.file({
    idempotencyKey: key,
    deskId: 'abc',
    personId: 'abc-camille',
    conversationId: 'c1',
    topicId: 'abc.contact',
    category: 'contact',
    subject: 'ma page est blanche',
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    attachmentIds,
    now: TEST_NOW,
  });

const names = async (ticketId: string): Promise<readonly string[]> =>
  (await data.services.attachments.ofTicket(ticketId)).map(({ name }) => name);

it('files go with their ticket, and stay with it', async () => {
  const [first, second] = [
    await store('a.png', new Uint8Array([1])),
    await store('b.png', new Uint8Array([2])),
  ];
  const ticket = await ticketOf('k1', [first.id]);
  const other = await ticketOf('k2', [first.id, second.id]);
  expect(await names(ticket.id)).toEqual(['a.png']);
  expect(await names(other.id)).toEqual(['b.png']);
});

it('what she adds to a ticket brings its files, once', async () => {
  const ticket = await ticketOf('k1', []);
  const file = await store('capture.png', new Uint8Array([1]));
  const add = () =>
    data.services.tickets.requesterWrote({
      idempotencyKey: 'turn-2',
      ticketId: ticket.id,
      personName: 'Camille Moreau',
      text: 'mon iban FR7630006000011234567890189',
      attachmentIds: [file.id],
      now: TEST_NOW,
    });
  expect((await add()).ok && (await add()).ok).toBe(true);
  expect(await names(ticket.id)).toEqual(['capture.png']);
  expect((await data.services.tickets.messages(ticket.id)).map(({ text }) => text)).toEqual([
    'mon iban [IBAN masqué]',
  ]);
});
