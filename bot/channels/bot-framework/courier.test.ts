import { ok, refused, type Result } from '../../../data/result';
import { openTestData, TEST_NOW, type TestData } from '../../../data/testing';
import { silentLog } from '../../log';
import { advisorMessage } from '../deliver';
import { eventually } from '../../testing/edge-fixture';
import type { Address, Receipt, WireActivity } from './contract';
import { createCourier, type Courier } from './courier';
import type { ChannelSender, SendFault } from './sender';

const ID = 'msteams:a:1';
const reference = (serviceUrl = 'https://smba.trafficmanager.net/emea/') => ({
  serviceUrl,
  channelId: 'msteams',
  conversation: { id: 'a:1', tenantId: 'tenant' },
  bot: { id: 'bot' },
  user: { id: 'user' },
});

let data: TestData;
let courier: Courier;
const sent: { to: Address; activity: WireActivity }[] = [];
let outcomes: Result<Receipt, SendFault>[] = [];
/** What is done before the sender answers. */
let meanwhile: () => Promise<void> = async () => undefined;

const sender: ChannelSender = {
  async send(to, activity) {
    sent.push({ to, activity });
    await meanwhile();
    return outcomes.shift() ?? ok({ id: `id-${sent.length}` });
  },
  update: () => Promise.reject(new Error('not used')),
  remove: () => Promise.reject(new Error('not used')),
  open: () => Promise.reject(new Error('not used')),
  recall: () => undefined,
  stop: async () => undefined,
};

const newCourier = (): Courier =>
  createCourier({
    deliveries: data.services.deliveries,
    sender,
    feed: data.changes,
    // Nothing here waits for long.
    timer: {
      now: () => data.clock.now(),
      sleep: (milliseconds, signal) =>
        new Promise((resolve) => {
          const timer = setTimeout(resolve, Math.min(milliseconds, 30_000));
          signal?.addEventListener('abort', () => {
            clearTimeout(timer);
            resolve();
          });
        }),
    },
    log: silentLog,
    metrics: { failure: () => undefined },
  });

const open = (serviceUrl?: string) =>
  data.services.conversations.open({
    id: ID,
    channel: 'teams',
    deskId: 'abc',
    userId: 'user',
    personId: null,
    locale: 'fr',
    reference: reference(serviceUrl),
    now: TEST_NOW,
  });

const append = (text: string) =>
  data.services.conversations.append({
    conversationId: ID,
    activity: { activityId: `${ID}|${text}`, author: 'assistant', text, payload: { type: 'message', text } },
    now: TEST_NOW,
  });

const texts = (): unknown[] => sent.map(({ activity }) => activity.text);
const states = async () =>
  (await data.services.conversations.since(ID, 0)).map(({ text, delivery }) => [text, delivery]);
const settled = () => courier.settled(ID, 5_000);

beforeEach(async () => {
  data = await openTestData();
  sent.length = 0;
  outcomes = [];
  meanwhile = async () => undefined;
  await open();
  courier = newCourier();
  await courier.start();
});
afterEach(async () => {
  await courier.stop();
  await data.close();
});

describe('what is said in a conversation of a channel', () => {
  it('is sent at once, in order, and keeps the id that the channel gave it', async () => {
    await Promise.all([append('un'), append('deux'), append('trois')]);
    await settled();
    const order = (await data.services.conversations.since(ID, 0)).map(({ text }) => text);
    expect(texts()).toEqual(order);
    expect(await states()).toEqual(order.map((text) => [text, 'sent']));
    expect(await data.services.deliveries.sentAs(ID, `${ID}|${order[1]}`)).toMatchObject({
      channelId: 'id-2',
    });
  });

  it('is sent after a crash that came between the commit and the sending', async () => {
    await courier.stop();
    await append('perdu');
    expect(texts()).toEqual([]);
    courier = newCourier();
    await courier.start();
    await settled();
    expect(texts()).toEqual(['perdu']);
    expect(await states()).toEqual([['perdu', 'sent']]);
  });

  it('is sent to the address of the last thing that came in', async () => {
    await append('un');
    await settled();
    await open('https://smba.trafficmanager.net/amer/');
    await append('deux');
    await settled();
    expect(sent.map(({ to }) => to.serviceUrl)).toEqual([
      'https://smba.trafficmanager.net/emea/',
      'https://smba.trafficmanager.net/amer/',
    ]);
  });

  it('is tried again, and holds back what was said after it', async () => {
    outcomes = [refused({ kind: 'unreachable', code: '503', retryAfterMs: 5 })];
    await append('un');
    await append('deux');
    await settled();
    expect(texts()).toEqual(['un', 'un', 'deux']);
  });

  it('is given up with its reason when the channel will never take it; the next goes on', async () => {
    outcomes = [refused({ kind: 'refused', code: '413-MessageSizeTooBig' })];
    await append('trop');
    await append('suite');
    await settled();
    expect(await states()).toEqual([
      ['trop', 'given-up'],
      ['suite', 'sent'],
    ]);
  });

  it('is given up after a day', async () => {
    outcomes = [refused({ kind: 'unreachable', code: '503', retryAfterMs: 5 })];
    meanwhile = async () => data.clock.set(new Date(TEST_NOW.getTime() + 24 * 3_600_000 + 1));
    await append('vieux');
    await settled();
    expect(await states()).toEqual([['vieux', 'given-up']]);
  });

  it('is given up after a quarter of an hour when it makes the server fail, and holds back no longer what was said after it', async () => {
    outcomes = [refused({ kind: 'unreachable', code: '500-ServiceError', retryAfterMs: 5 })];
    meanwhile = async () => data.clock.set(new Date(TEST_NOW.getTime() + 15 * 60_000 + 1));
    await append('poison');
    await append('suite');
    await settled();
    expect(await states()).toEqual([
      ['poison', 'given-up'],
      ['suite', 'sent'],
    ]);
  });

  it('in answer to a message names it by the channel’s own id', async () => {
    await data.services.conversations.append({
      conversationId: ID,
      activity: {
        activityId: 'r1',
        author: 'assistant',
        text: 'oui',
        payload: { type: 'message', text: 'oui', replyToId: `${ID}|1612345` },
      },
      now: TEST_NOW,
    });
    await settled();
    expect(sent[0]?.activity).toMatchObject({ replyToId: '1612345' });
  });
});

describe('a conversation that nothing reaches any more', () => {
  const dead = refused({ kind: 'dead', code: '403-MessageWritesBlocked' } as const);

  async function advisorReply(key: string): Promise<{ id: string; reference: string }> {
    const { tickets } = data.services;
    const ticket = await tickets.file({
      idempotencyKey: key,
      deskId: 'abc',
      personId: null,
      conversationId: ID,
      topicId: 'abc.payment-late',
      category: 'payment',
      subject: 'Retard',
      priority: 'normal',
      facts: [],
      checks: [],
      article: null,
      now: TEST_NOW,
    });
    await data.services.conversations.append({
      conversationId: ID,
      activity: advisorMessage({
        activityId: `reply-${key}`,
        author: 'advisor',
        authorName: 'Nadia',
        text: `réponse ${key}`,
        ticketReference: ticket.reference,
      }),
      now: TEST_NOW,
    });
    return ticket;
  }

  const history = async (ticketId: string) => {
    const events = await data.services.tickets.events(ticketId);
    return events.filter(({ kind }) => kind === 'not-delivered').map(({ detail }) => detail.reason);
  };

  it('is left alone; the advisor sees in her ticket that her reply did not arrive', async () => {
    outcomes = [dead];
    const ticket = await advisorReply('k1');
    await settled();
    const other = await advisorReply('k2');
    await append('rappel');
    await settled();
    expect(texts()).toEqual(['réponse k1']);
    expect(await history(ticket.id)).toEqual(['403-MessageWritesBlocked']);
    expect(await history(other.id)).toEqual(['403-MessageWritesBlocked']);
    expect((await states()).map(([, delivery]) => delivery)).toEqual(['given-up', 'given-up', 'given-up']);
  });

  it('is revived by what comes in from it: the advisors’ words are sent then, the reminders are not', async () => {
    outcomes = [dead];
    await advisorReply('k1');
    await settled();
    await append('rappel');
    await settled();
    await open();
    await append('réponse au retour');
    await settled();
    expect(texts()).toEqual(['réponse k1', 'réponse k1', 'réponse au retour']);
  });
});

describe('what nobody sends', () => {
  it('the web chat reads for itself', async () => {
    await data.services.conversations.open({
      id: 'web',
      channel: 'webchat',
      deskId: 'abc',
      userId: 'dl_1',
      personId: null,
      locale: 'fr',
      now: TEST_NOW,
    });
    const stored = await data.services.conversations.append({
      conversationId: 'web',
      activity: { activityId: 'w1', author: 'assistant', text: 'x', payload: {} },
      now: TEST_NOW,
    });
    expect(stored).not.toHaveProperty('delivery');
    expect(await data.services.deliveries.owing()).toEqual([]);
  });

  it('replies that go out in the response', async () => {
    await data.services.conversations.receive({
      conversationId: ID,
      activityId: 'in',
      payload: {},
      text: 'bonjour',
      owesTurn: true,
      now: TEST_NOW,
    });
    await data.services.conversations.commitTurn({
      conversationId: ID,
      inboundActivityId: 'in',
      state: null,
      locale: 'fr',
      replies: [{ activityId: 'out', author: 'assistant', text: 'oui', payload: {} }],
      inResponse: true,
      now: TEST_NOW,
    });
    await settled();
    expect(texts()).toEqual([]);
    expect(await data.services.deliveries.owing()).toEqual([]);
  });
});

it('who waits for an answer to be out does not wait for ever', async () => {
  let release: () => void = () => undefined;
  meanwhile = () => new Promise((resolve) => (release = resolve));
  await append('lent');
  await eventually(
    () => sent.length,
    (count) => count === 1,
  );
  const before = Date.now();
  await courier.settled(ID, 50);
  expect(Date.now() - before).toBeLessThan(2_000);
  expect(await states()).toEqual([['lent', 'owed']]);
  release();
  await settled();
  expect(await states()).toEqual([['lent', 'sent']]);
});
