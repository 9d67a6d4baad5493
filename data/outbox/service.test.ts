import { connect, inTransaction, type Database } from '../prisma/database';
import { openTestData, TEST_NOW, type TestData } from '../testing';
import { afterFailure, CLAIM_MS, MAX_ATTEMPTS } from './backoff';
import { enqueue } from './enqueue';

let data: TestData;
let db: Database;

beforeEach(async () => {
  data = await openTestData();
  db = connect(data.url.replace('file:', ''));
});
afterEach(async () => {
  await db.$disconnect();
  await data.close();
});

const later = (ms: number): Date => new Date(TEST_NOW.getTime() + ms);

/** Writes a message for a conversation; the text is its dedupe key. */
const put = (conversationId: string, text: string, now = TEST_NOW): Promise<void> =>
  inTransaction(db, (tx) =>
    enqueue(
      tx,
      {
        kind: 'conversation-message',
        conversationId,
        activityId: text,
        author: 'advisor',
        authorName: 'Nadia',
        text,
        ticketReference: null,
      },
      text,
      now,
    ),
  );

const textOf = (payload: object): string => ('text' in payload ? String(payload.text) : '');

const claim = async (now = TEST_NOW, limit = 10) => data.services.outbox.claim(now, limit);
const claimed = async (now = TEST_NOW, limit = 10): Promise<string[]> =>
  (await claim(now, limit)).map(({ payload }) => textOf(payload));

const sendAll = async (now: Date): Promise<string[]> => {
  const sent: string[] = [];
  for (let batch = await claim(now); batch.length > 0; batch = await claim(now)) {
    for (const message of batch) {
      sent.push(textOf(message.payload));
      await data.services.outbox.markSent(message.id, now);
    }
  }
  return sent;
};

describe('order', () => {
  it('one message a conversation at a time, in the order of writing', async () => {
    for (const [key, text] of [
      ['a', 'a1'],
      ['a', 'a2'],
      ['b', 'b1'],
      ['a', 'a3'],
    ] as const)
      await put(key, text);
    expect(await claimed()).toEqual(['a1', 'b1']);
    expect(await claimed()).toEqual([]);
  });

  it('the next one follows when the one before was sent', async () => {
    await put('a', 'a1');
    await put('a', 'a2');
    expect(await sendAll(TEST_NOW)).toEqual(['a1', 'a2']);
    expect(await data.services.outbox.backlog()).toBe(0);
  });

  it('a message that failed holds back those behind it, and nobody else’s', async () => {
    await put('a', 'a1');
    await put('a', 'a2');
    await put('b', 'b1');
    const [first] = await claim(TEST_NOW, 1);
    await data.services.outbox.markFailed(first?.id ?? '', 'unreachable', TEST_NOW);
    expect(await claimed(later(1))).toEqual(['b1']);
    expect(await claimed(later(2_000))).toEqual(['a1']);
  });

  it('a message given up for good lets the next one through', async () => {
    await put('a', 'a1');
    await put('a', 'a2');
    let now = TEST_NOW;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const [message] = await claim(now);
      expect(message).toMatchObject({ attempts: attempt, payload: { text: 'a1' } });
      await data.services.outbox.markFailed(message?.id ?? '', 'gone', now);
      now = new Date(now.getTime() + 3_600_000);
    }
    expect(await claimed(now)).toEqual(['a2']);
  });

  it('many blocked conversations do not starve the others', async () => {
    for (let index = 0; index < 30; index += 1) await put(`blocked-${index}`, `blocked-${index}`);
    for (const { id } of await claim(TEST_NOW, 100))
      await data.services.outbox.markFailed(id, 'down', TEST_NOW);
    await put('free', 'free', later(1));
    expect(await claimed(later(1), 5)).toEqual(['free']);
  });
});

describe('once', () => {
  it('the same key written twice is one message', async () => {
    await Promise.all([put('a', 'same'), put('a', 'same'), put('a', 'same')]);
    expect(await sendAll(TEST_NOW)).toEqual(['same']);
  });

  it('several workers at once never claim the same message', async () => {
    for (let index = 0; index < 20; index += 1) await put(`c${index}`, `m${index}`);
    const batches = await Promise.all(Array.from({ length: 8 }, () => claimed(TEST_NOW, 5)));
    expect(batches.flat()).toHaveLength(20);
    expect(new Set(batches.flat()).size).toBe(20);
  });

  it('a message whose worker died is claimed again when its claim has run out', async () => {
    await put('a', 'a1');
    expect(await claimed()).toEqual(['a1']);
    expect(await claimed(later(CLAIM_MS - 1))).toEqual([]);
    expect(await claimed(later(CLAIM_MS))).toEqual(['a1']);
  });

  it('a failure reported after it was sent does not send it again', async () => {
    await put('a', 'a1');
    const [message] = await claim();
    await data.services.outbox.markSent(message?.id ?? '', TEST_NOW);
    await data.services.outbox.markFailed(message?.id ?? '', 'late', TEST_NOW);
    expect(await claimed(later(10_000_000))).toEqual([]);
  });

  it('a transaction that rolls back has written nothing', async () => {
    const failing = db.$transaction(async (tx) => {
      const payload = { kind: 'ticket-changed', ticketId: 't', deskId: 'abc' } as const;
      await enqueue(tx, payload, 'key', TEST_NOW);
      throw new Error('changed its mind');
    });
    await expect(failing).rejects.toThrow('changed its mind');
    expect(await data.services.outbox.backlog()).toBe(0);
  });
});

it('an unknown message is an error of the caller', async () => {
  await expect(data.services.outbox.markSent('nothing', TEST_NOW)).rejects.toMatchObject({
    code: 'outbox-message-unknown',
  });
  await expect(data.services.outbox.markFailed('nothing', '', TEST_NOW)).rejects.toMatchObject({
    code: 'outbox-message-unknown',
  });
});

it('waits longer after each failure, an hour at most, and gives up in the end', () => {
  const seconds = Array.from({ length: MAX_ATTEMPTS }, (_, index) => {
    const next = afterFailure(index + 1, TEST_NOW);
    return next.dead ? 'dead' : (next.nextAt.getTime() - TEST_NOW.getTime()) / 1000;
  });
  expect(seconds.slice(0, 5)).toEqual([2, 4, 8, 16, 32]);
  expect(seconds.slice(10, 13)).toEqual([2048, 3600, 3600]);
  expect(seconds.at(-1)).toBe('dead');
});
