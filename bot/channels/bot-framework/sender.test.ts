import { silentLog } from '../../log';
import { createConnector } from './connector';
import type { Address } from './contract';
import { TENANT_LIMITS, THREAD_LIMITS } from './limits';
import { CALL_TIMEOUT_MS, createChannelSender, PATIENCE_MS, type ChannelSender } from './sender';
import { startConnectorStub, type ConnectorStub, type Trouble } from './testing/connector-stub';
import { startLoginServer, type LoginServer } from './testing/login-server';
import { createVirtualTime, type VirtualTime } from './testing/virtual-time';

const START = new Date('2026-11-18T09:00:00Z');
const later = (ms: number): Date => new Date(START.getTime() + ms);

let time: VirtualTime;
let stub: ConnectorStub;
let login: LoginServer;
let sender: ChannelSender;
let to: Address;

beforeEach(async () => {
  time = createVirtualTime(START);
  stub = await startConnectorStub({ timer: time, limits: THREAD_LIMITS, tenantLimits: TENANT_LIMITS });
  login = await startLoginServer();
  sender = createChannelSender({
    connector: time.busyWhile(
      createConnector(
        {
          appId: 'app',
          appPassword: 'secret',
          tenantId: null,
          loginUrl: login.url,
          trustedHosts: [new URL(stub.url).host],
        },
        time,
      ),
    ),
    timer: time,
    log: silentLog,
    random: () => 0,
  });
  to = {
    serviceUrl: `${stub.url}/`,
    channelId: 'msteams',
    conversation: { id: '19:a@thread.tacv2;messageid=1' },
  };
});
afterEach(async () => {
  await sender.stop();
  await stub.stop();
  await login.stop();
});

/** What the connector does with the next calls, in order; then it takes everything. */
const troubles = (...next: (Trouble | null)[]): void => {
  stub.trouble = () => next.shift() ?? null;
};
const answer = (status: number, more: { code?: string; retryAfter?: string } = {}): Trouble => ({
  kind: 'answer',
  status,
  ...more,
});
/** What comes of a call, once so much time has passed. */
async function after<T>(ms: number, work: Promise<T>): Promise<T> {
  await time.runUntil(new Date(time.now().getTime() + ms));
  return work;
}
const seconds = (): number[] => stub.calls.map(({ at }) => (at - START.getTime()) / 1_000);

describe('sending', () => {
  it('posts to the conversation with the bot’s token, and gives the id by which the activity is updated and removed', async () => {
    const sent = await after(0, sender.send(to, { text: 'une', id: 'ours' }));
    expect(sent).toEqual({ ok: true, value: { id: 'activity-1' } });
    await after(0, sender.update(to, 'activity-1', { text: 'deux' }));
    await after(0, sender.remove(to, 'activity-1'));
    expect(stub.calls).toMatchObject([
      {
        method: 'POST',
        conversationId: to.conversation.id,
        activityId: null,
        authorization: 'Bearer token-1',
      },
      { method: 'PUT', activityId: 'activity-1', body: { id: 'activity-1', text: 'deux' } },
      { method: 'DELETE', activityId: 'activity-1' },
    ]);
    expect(stub.calls[0]?.body).toEqual({
      type: 'message',
      text: 'une',
      channelId: 'msteams',
      serviceUrl: to.serviceUrl,
      conversation: to.conversation,
    });
    expect(login.asked).toEqual([
      { path: '/botframework.com/oauth2/v2.0/token', scope: 'https://api.botframework.com/.default' },
    ]);
  });

  it('keeps the order of a conversation, and lets no other wait for it', async () => {
    troubles(answer(503));
    const other = { ...to, conversation: { id: 'other' } };
    const all = Promise.all([
      sender.send(to, { text: 'a1' }),
      sender.send(to, { text: 'a2' }),
      sender.send(other, { text: 'b1' }),
    ]);
    await after(2_000, all);
    expect(stub.texts(to.conversation.id)).toEqual(['a1', 'a2']);
    expect(stub.calls.map(({ body }) => body.text)).toEqual(['a1', 'b1', 'a1', 'a2']);
  });

  it.each([412, 429, 500, 502, 503, 504])('comes back after %i', async (status) => {
    troubles(answer(status));
    expect(await after(1_000, sender.send(to, { text: 'x' }))).toMatchObject({ ok: true });
    expect(seconds()).toEqual([0, 0.5]);
  });

  it.each([
    ['seconds', '7'],
    ['a date', later(7_000).toUTCString()],
  ])('stays away as long as Retry-After asks (%s)', async (_what, retryAfter) => {
    troubles(answer(429, { retryAfter }));
    expect(await after(10_000, sender.send(to, { text: 'x' }))).toMatchObject({ ok: true });
    expect(seconds()).toEqual([0, 7]);
  });

  it('takes a call that is not answered for failed, and makes it again', async () => {
    troubles({ kind: 'hang', after: false });
    expect(await after(CALL_TIMEOUT_MS + 1_000, sender.send(to, { text: 'x' }))).toMatchObject({ ok: true });
    expect(seconds()).toEqual([0, CALL_TIMEOUT_MS / 1_000 + 0.5]);
  });

  it('says what was the matter when it has tried for long enough', async () => {
    stub.trouble = () => answer(503);
    const sent = await after(PATIENCE_MS, sender.send(to, { text: 'x' }));
    expect(sent).toMatchObject({ ok: false, fault: { kind: 'unreachable', code: '503-ServiceError' } });
    expect(seconds()).toEqual([0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5]);
  });

  it('does not wait for a server longer than it has time', async () => {
    troubles(answer(429, { retryAfter: '600' }));
    expect(await after(0, sender.send(to, { text: 'x' }))).toMatchObject({
      fault: { kind: 'unreachable', retryAfterMs: 600_000 },
    });
  });

  it.each([
    ['dead', answer(403, { code: 'MessageWritesBlocked' })],
    ['dead', answer(404, { code: 'ConversationNotFound' })],
    ['refused', answer(413, { code: 'MessageSizeTooBig' })],
    ['refused', answer(400)],
  ])('%s at once: %j', async (kind, trouble) => {
    troubles(trouble);
    expect(await after(0, sender.send(to, { text: 'x' }))).toMatchObject({ ok: false, fault: { kind } });
    expect(stub.calls).toHaveLength(1);
    expect(await after(0, sender.send(to, { text: 'y' }))).toMatchObject({ ok: true });
  });

  it('removing what is not there any more is done', async () => {
    troubles(answer(404, { code: 'ActivityNotFoundInConversation' }));
    expect(await after(0, sender.remove(to, 'x'))).toEqual({ ok: true, value: { id: 'x' } });
  });
});

describe('the token', () => {
  it('is fetched anew once when it is refused', async () => {
    troubles(answer(401));
    expect(await after(0, sender.send(to, { text: 'x' }))).toMatchObject({ ok: true });
    expect(stub.calls.map(({ authorization }) => authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('that is refused again is not asked for in a hurry', async () => {
    stub.trouble = () => answer(401);
    const sent = await after(20_000, sender.send(to, { text: 'x' }, { patienceMs: 20_000 }));
    expect(sent).toMatchObject({ fault: { kind: 'unreachable', code: '401-ServiceError' } });
    expect(login.asked.length).toBeLessThan(7);
  });

  it.each([401, 503])('that cannot be had (%i) makes it wait, and is shown to nobody', async (status) => {
    login.status = status;
    const sent = await after(5_000, sender.send(to, { text: 'x' }, { patienceMs: 3_000 }));
    expect(sent).toMatchObject({ fault: { kind: 'unreachable', code: `token-graph-${status}` } });
    expect(stub.calls).toEqual([]);
  });

  it.each([
    'http://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net.example.org/',
    'https://evil-botframework.com/',
    'https://user@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net:8443/',
    'file:///etc/passwd',
    'nonsense',
  ])('is not shown to %s', async (serviceUrl) => {
    expect(await after(0, sender.send({ ...to, serviceUrl }, { text: 'x' }))).toEqual({
      ok: false,
      fault: { kind: 'refused', code: 'untrusted-address' },
    });
    expect(login.asked).toEqual([]);
  });
});

describe('the limits', () => {
  it('of a thread: a hundred messages at once leave as fast as Teams takes them', async () => {
    const all = Promise.all(
      Array.from({ length: 100 }, (_, count) =>
        sender.send(to, { text: String(count) }, { patienceMs: 90_000 }),
      ),
    );
    expect((await after(90_000, all)).every(({ ok }) => ok)).toBe(true);
    expect(stub.exceeded).toEqual([]);
    const at = seconds();
    expect([at[6], at[7], at[8], at[59], at[60]]).toEqual([0, 1, 2, 14, 30]);
  });

  it('of a tenant: sixty threads at once', async () => {
    const all = Promise.all(
      Array.from({ length: 60 }, (_, thread) =>
        sender.send({ ...to, conversation: { id: `t${thread}`, tenantId: 'tenant' } }, { text: 'x' }),
      ),
    );
    expect((await after(5_000, all)).every(({ ok }) => ok)).toBe(true);
    expect(stub.exceeded).toEqual([]);
  });

  it('that a process before this one used up', async () => {
    sender.recall(
      to,
      Array.from({ length: 7 }, () => 0),
    );
    await after(2_000, sender.send(to, { text: 'x' }));
    expect(seconds()).toEqual([1]);
  });
});

it('at the end of the process what waits is told so, and nothing is taken any more', async () => {
  troubles(answer(503, { retryAfter: '20' }));
  const waiting = sender.send(to, { text: 'x' });
  await time.runUntil(later(1_000));
  await sender.stop();
  expect(await waiting).toMatchObject({ fault: { kind: 'unreachable', code: 'stopping' } });
  expect(await sender.send(to, { text: 'y' })).toMatchObject({ fault: { code: 'stopping' } });
  expect(stub.texts(to.conversation.id)).toEqual([]);
});
