import { fixedClock } from '../../data/clock';
import type { FailureDetail, OutboxMessage, OutboxPayload, OutboxService } from '../../data/outbox/types';
import { createChangeFeed } from '../../data/changes';
import type { ConversationService, OutgoingActivity, StoredActivity } from '../../data/conversations/types';
import { silentLog } from '../log';
import { eventually } from '../testing/edge-fixture';
import { createChatDelivery } from './chat-delivery';
import { PermanentFailure, TemporaryFailure } from './failures';
import { kindsOf } from './lanes';
import { createOutboxWorker } from './outbox';

const NOW = new Date('2026-11-18T09:00:00Z');

/** An outbox in memory that hands out at most one message a key, as the real one does. */
function memoryOutbox(messages: OutboxMessage[]) {
  const sent: string[] = [];
  const failed: [string, string][] = [];
  const details: (FailureDetail | undefined)[] = [];
  const claimed = new Set<string>();
  const outbox: OutboxService = {
    async claim(_now, limit, kinds) {
      const heads = messages.filter(
        (message, index) =>
          messages.findIndex(({ orderingKey }) => orderingKey === message.orderingKey) === index,
      );
      const due = heads
        .filter(({ id, payload }) => !claimed.has(id) && (kinds?.includes(payload.kind) ?? true))
        .slice(0, limit);
      for (const { id } of due) claimed.add(id);
      return due;
    },
    async markSent(id) {
      sent.push(id);
      messages.splice(
        messages.findIndex((message) => message.id === id),
        1,
      );
    },
    async markFailed(id, reason, _now, more) {
      failed.push([id, reason]);
      details.push(more);
    },
    backlog: async () => messages.length,
    add: async () => undefined,
    dead: async () => [],
    refusedMails: async () => new Set(),
  };
  return { outbox, sent, failed, details, messages };
}

const reply = (id: string, conversationId = 'c1'): OutboxMessage => ({
  id,
  orderingKey: conversationId,
  attempts: 1,
  payload: {
    kind: 'conversation-message',
    conversationId,
    activityId: `activity-${id}`,
    author: 'advisor',
    authorName: 'Nadia Benali',
    text: `réponse ${id}`,
    ticketReference: 'G-2611-0001',
  },
});

function setUp(messages: OutboxMessage[], append?: (activity: OutgoingActivity) => Promise<void>) {
  const memory = memoryOutbox(messages);
  const appended: OutgoingActivity[] = [];
  const changes = createChangeFeed();
  const clock = fixedClock(NOW);
  const worker = createOutboxWorker({
    outbox: memory.outbox,
    feed: changes,
    clock,
    log: silentLog,
    metrics: { failure: () => undefined },
    kinds: kindsOf('chat'),
    deliver: createChatDelivery({
      conversations: {
        async append({ activity }: { activity: OutgoingActivity }) {
          await append?.(activity);
          appended.push(activity);
          return { activityId: activity.activityId } as StoredActivity;
        },
      } as unknown as ConversationService,
      clock,
      tellNotice: async () => null,
      tellHold: async () => [],
    }),
  });
  return { ...memory, worker, appended, changes };
}

describe('the outbox worker', () => {
  it('sends an advisor’s words as they are, with who writes and about which ticket', async () => {
    const { worker, appended, sent } = setUp([reply('1')]);
    worker.start();
    await eventually(
      () => sent.length,
      (count) => count === 1,
    );
    await worker.stop();
    expect(appended).toEqual([
      {
        activityId: 'activity-1',
        author: 'advisor',
        text: 'réponse 1',
        payload: expect.objectContaining({
          text: 'réponse 1',
          textFormat: 'plain',
          from: { id: 'advisor', name: 'Nadia Benali', role: 'bot' },
          channelData: {
            guichet: { author: 'advisor', authorName: 'Nadia Benali', ticket: 'G-2611-0001' },
          },
        }),
      },
    ]);
  });

  it('keeps the order of a conversation, and does not let one wait for another', async () => {
    const slow = async ({ activityId }: OutgoingActivity): Promise<void> => {
      if (activityId === 'activity-a1') await new Promise((resolve) => setTimeout(resolve, 50));
    };
    const { worker, appended, sent } = setUp([reply('a1', 'a'), reply('a2', 'a'), reply('b1', 'b')], slow);
    worker.start();
    await eventually(
      () => sent.length,
      (count) => count === 3,
    );
    await worker.stop();
    expect(appended.map(({ activityId }) => activityId)).toEqual([
      'activity-b1',
      'activity-a1',
      'activity-a2',
    ]);
  });

  it('tells what could not be sent, by the kind of error and not by what it says', async () => {
    const { worker, failed, sent } = setUp([reply('1'), reply('2', 'other')], async ({ activityId }) => {
      if (activityId === 'activity-1') throw new TypeError('with the text of a message');
    });
    worker.start();
    await eventually(
      () => failed.length + sent.length,
      (count) => count === 2,
    );
    await worker.stop();
    expect(failed).toEqual([['1', 'TypeError']]);
    expect(sent).toEqual(['2']);
  });

  it('looks as soon as something has changed', async () => {
    const { worker, messages, sent, changes } = setUp([]);
    worker.start();
    await new Promise((resolve) => setTimeout(resolve, 20));
    messages.push(reply('1'));
    changes.publish({ kind: 'ticket', deskId: 'abc', ticketId: 't1' });
    await eventually(
      () => sent.length,
      (count) => count === 1,
      200,
    );
    await worker.stop();
  });

  it.each([
    [new PermanentFailure('mail-550'), 'mail-550', { final: true }],
    [new TemporaryFailure('mail-451'), 'mail-451', {}],
    [
      new TemporaryFailure('graph-429', { retryAfterMs: 60_000 }),
      'graph-429',
      { notBefore: new Date(NOW.getTime() + 60_000) },
    ],
  ])('%s: knows whether and when trying again can help', async (error, reason, detail) => {
    const { worker, failed, details } = setUp([reply('1')], () => Promise.reject(error));
    worker.start();
    await eventually(
      () => failed.length,
      (count) => count === 1,
    );
    await worker.stop();
    expect(failed).toEqual([['1', reason]]);
    expect(details).toEqual([detail]);
  });

  it('leaves to others what goes to other servers', async () => {
    const mail: OutboxMessage = {
      id: 'mail',
      orderingKey: 'mail',
      attempts: 1,
      payload: { kind: 'appointment-mail', appointmentId: 'a', sequence: 0, occasion: 'day' },
    };
    const { worker, sent, messages } = setUp([mail, reply('1')]);
    worker.start();
    await eventually(
      () => sent.length,
      (count) => count === 1,
    );
    await worker.stop();
    expect(messages).toEqual([mail]);
  });

  it('is not woken by changes that write nothing for it', async () => {
    const claims = jest.fn(async () => []);
    const { outbox } = memoryOutbox([]);
    const changes = createChangeFeed();
    const worker = createOutboxWorker({
      outbox: { ...outbox, claim: claims },
      feed: changes,
      clock: fixedClock(NOW),
      log: silentLog,
      metrics: { failure: () => undefined },
      kinds: kindsOf('outside'),
      wokenBy: ({ kind }) => kind === 'appointment',
      deliver: async () => undefined,
    });
    worker.start();
    await eventually(
      () => claims.mock.calls.length,
      (count) => count === 1,
    );
    changes.publish({ kind: 'activity', conversationId: 'c', sequence: 1 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(claims).toHaveBeenCalledTimes(1);
    changes.publish({ kind: 'appointment', deskId: 'abc', appointmentId: 'a' });
    await eventually(
      () => claims.mock.calls.length,
      (count) => count === 2,
      200,
    );
    await worker.stop();
  });

  it('acknowledges what only screens want to know', async () => {
    const payloads: OutboxPayload[] = [
      { kind: 'ticket-changed', ticketId: 't', deskId: 'abc' },
      { kind: 'coupon-entered', couponId: 'c', deskId: 'abc' },
    ];
    const { worker, sent, appended } = setUp(
      payloads.map((payload, index) => ({
        id: String(index),
        orderingKey: String(index),
        payload,
        attempts: 1,
      })),
    );
    worker.start();
    await eventually(
      () => sent.length,
      (count) => count === 2,
    );
    await worker.stop();
    expect(appended).toEqual([]);
  });
});
