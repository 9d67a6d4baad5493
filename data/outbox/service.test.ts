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

describe('lanes', () => {
  const reminder = (appointmentId: string) =>
    ({ kind: 'appointment-mail', appointmentId, sequence: 0, occasion: 'day' }) as const;

  it('who asks for some kinds is given no other', async () => {
    await put('a', 'a1');
    await data.services.outbox.add([{ payload: reminder('r1'), dedupeKey: 'r1' }], TEST_NOW);
    const mails = await data.services.outbox.claim(TEST_NOW, 10, ['appointment-mail']);
    expect(mails.map(({ payload }) => payload.kind)).toEqual(['appointment-mail']);
    expect(await claimed()).toEqual(['a1']);
  });

  it('what follows from a message is written once, however often it is delivered', async () => {
    const follows = ['r1', 'r2'].map((id) => ({ payload: reminder(id), dedupeKey: id }));
    await data.services.outbox.add(follows, TEST_NOW);
    await data.services.outbox.add(follows, TEST_NOW);
    expect(await data.services.outbox.backlog()).toBe(2);
  });

  it('each addressee’s mails about an appointment have their own order', async () => {
    const letter = (advisorId: string | null, sequence: number) => ({
      payload: {
        kind: 'appointment-letter',
        appointmentId: 'r1',
        advisorId,
        occasion: 'moved',
        by: 'advisor',
        sequence,
        reason: null,
        was: null,
      } as const,
      dedupeKey: `${advisorId} ${sequence}`,
    });
    await data.services.outbox.add([letter(null, 1), letter('nadia', 1), letter(null, 2)], TEST_NOW);
    expect(await claim()).toMatchObject([
      { payload: { advisorId: null, sequence: 1 } },
      { payload: { advisorId: 'nadia', sequence: 1 } },
    ]);
  });
});

describe('failures', () => {
  it('what cannot be mended is given up at once, and can be looked up', async () => {
    await put('a', 'a1');
    await put('a', 'a2');
    const [first] = await claim();
    await data.services.outbox.markFailed(first?.id ?? '', 'mail-550', TEST_NOW, { final: true });
    expect(await claimed()).toEqual(['a2']);
    expect(await data.services.outbox.dead()).toEqual([
      { kind: 'conversation-message', reason: 'mail-550', count: 1 },
    ]);
  });

  it('tells of which appointments the requester’s address refused a mail', async () => {
    const reminders = ['r1', 'r2'].map((appointmentId) => ({
      payload: { kind: 'appointment-mail', appointmentId, sequence: 0, occasion: 'day' } as const,
      dedupeKey: appointmentId,
    }));
    await data.services.outbox.add(reminders, TEST_NOW);
    const [first] = await claim();
    await data.services.outbox.markFailed(first?.id ?? '', 'mail-550', TEST_NOW, { final: true });
    expect([...(await data.services.outbox.refusedMails(['r1', 'r2', 'r3']))]).toEqual(['r1']);
    expect((await data.services.outbox.refusedMails([])).size).toBe(0);
  });

  it('nothing is dead at first', async () => {
    expect(await data.services.outbox.dead()).toEqual([]);
  });

  it('is not tried again before the other side wants it', async () => {
    await put('a', 'a1');
    const [first] = await claim();
    await data.services.outbox.markFailed(first?.id ?? '', 'busy', TEST_NOW, { notBefore: later(60_000) });
    expect(await claimed(later(59_999))).toEqual([]);
    expect(await claimed(later(60_000))).toEqual(['a1']);
  });

  it('nor sooner than it would have been', async () => {
    await put('a', 'a1');
    const [first] = await claim();
    await data.services.outbox.markFailed(first?.id ?? '', 'busy', TEST_NOW, { notBefore: later(1) });
    expect(await claimed(later(1_999))).toEqual([]);
    expect(await claimed(later(2_000))).toEqual(['a1']);
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
