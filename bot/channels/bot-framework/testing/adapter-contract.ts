import type { Config } from '../../../config';
import { systemTimer } from '../../../timer';
import { KeysUnavailable, NotAuthenticated, type Address, type Connector, type Door } from '../contract';
import { TENANT_LIMITS, THREAD_LIMITS } from '../limits';
import { makeKey, signToken, startKeyServer, type KeyServer } from './channel-keys';
import { startConnectorStub, type ConnectorStub, type Trouble } from './connector-stub';
import { startLoginServer, type LoginServer } from './login-server';

const APP = '11111111-2222-3333-4444-555555555555';
const CHANNEL = 'https://api.botframework.com';
const KEY = makeKey('channel-key');
const OTHER_KEY = makeKey('channel-key');

/** What an adapter is built from. */
export interface AdapterParts {
  readonly microsoft: NonNullable<Config['microsoft']>;
  /** Where its tokens come from, and the one host beside Microsoft's that they may be shown to. */
  readonly loginUrl: string;
  readonly trustedHost: string;
}

export interface Adapter {
  readonly door: Door;
  readonly connector: Connector;
}

/**
 * What stands in for botbuilder must do: every case here, on tokens signed by a key set of this machine and against the connector stub.
 * docs/teams-successor.md says how another SDK is put in its place.
 */
export function adapterContract(name: string, build: (parts: AdapterParts) => Adapter): void {
  describe(`${name}, as Guichet needs it`, () => {
    let keys: KeyServer;
    let stub: ConnectorStub;
    let login: LoginServer;
    let adapter: Adapter;

    beforeAll(async () => {
      // SDKs write every refused token's fate to the console.
      jest.spyOn(console, 'error').mockImplementation(() => undefined);
      keys = await startKeyServer(KEY, ['msteams']);
      stub = await startConnectorStub({
        timer: { ...systemTimer({ now: () => new Date() }), hanging: 0 },
        limits: THREAD_LIMITS,
        tenantLimits: TENANT_LIMITS,
      });
      login = await startLoginServer();
      adapter = build(partsWith(keys));
    });
    afterAll(async () => {
      await keys.stop();
      await stub.stop();
      await login.stop();
    });

    const partsWith = (keyServer: KeyServer): AdapterParts => ({
      microsoft: { appId: APP, appPassword: 'secret', tenantId: null, channelKeysUrl: keyServer.url },
      loginUrl: login.url,
      trustedHost: new URL(stub.url).host,
    });
    const now = (): number => Math.floor(Date.now() / 1000);
    const bearer = (change: Readonly<Record<string, unknown>> = {}, key = KEY): string =>
      `Bearer ${signToken(key, { iss: CHANNEL, aud: APP, serviceurl: stub.url, nbf: now() - 60, exp: now() + 600, ...change })}`;
    let count = 0;
    const activity = (change: object = {}): object => ({
      type: 'message',
      id: `m${(count += 1)}`,
      channelId: 'msteams',
      serviceUrl: stub.url,
      from: { id: 'user' },
      recipient: { id: 'bot' },
      conversation: { id: `door-${count}`, tenantId: 'tenant' },
      text: 'bonjour',
      locale: 'fr-FR',
      ...change,
    });

    describe('the door', () => {
      it('lets the channel in and hands over the activity as it came', async () => {
        const seen: unknown[] = [];
        const came = activity();
        const answer = await adapter.door.process(bearer(), came, async (context) => {
          seen.push(context.activity);
        });
        expect(seen).toMatchObject([came]);
        expect(answer?.body).toBeUndefined();
      });

      it.each<[string, () => string, object?]>([
        ['no token', () => ''],
        ['another audience', () => bearer({ aud: 'somebody else' })],
        ['another issuer', () => bearer({ iss: 'https://evil.example' })],
        [
          'an emulator',
          () => bearer({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }),
        ],
        ['another address for replies', () => bearer({ serviceurl: 'https://evil.example/' })],
        ['no address for replies', () => bearer({ serviceurl: undefined })],
        ['a token that has expired', () => bearer({ exp: now() - 1_000 })],
        ['a token that never expires', () => bearer({ exp: undefined })],
        ['a token that another key signed', () => bearer({}, OTHER_KEY)],
        ['a key that may not speak for this channel', () => bearer(), { channelId: 'webchat' }],
      ])('lets nobody in with %s', async (_what, authorization, change = {}) => {
        let ran = false;
        const came = activity(change);
        const work = adapter.door.process(authorization(), came, async () => void (ran = true));
        await expect(work).rejects.toBeInstanceOf(NotAuthenticated);
        expect(ran).toBe(false);
      });

      it('says when it cannot tell who calls', async () => {
        const cold = await startKeyServer(KEY, ['msteams']);
        cold.mood = 'error';
        const { door } = build(partsWith(cold));
        const work = door.process(bearer(), activity(), async () => undefined);
        await expect(work).rejects.toBeInstanceOf(KeysUnavailable);
        await cold.stop();
      });

      it('says what is said in the response where the caller expects it there', async () => {
        const calls = stub.calls.length;
        const expecting = activity({ deliveryMode: 'expectReplies' });
        const answer = await adapter.door.process(bearer(), expecting, async (context) => {
          await context.say([{ type: 'message', text: 'un' }]);
          await context.say([{ type: 'message', text: 'deux' }]);
        });
        expect(answer).toMatchObject({
          status: 200,
          body: { activities: [{ text: 'un' }, { text: 'deux' }] },
        });
        expect(stub.calls).toHaveLength(calls);
      });

      it('says it by the connector elsewhere, in order, from the bot to who wrote', async () => {
        const conversation = { id: 'said', tenantId: 'tenant' };
        await adapter.door.process(bearer(), activity({ conversation }), async (context) => {
          await context.say([
            { type: 'message', text: 'un' },
            { type: 'message', text: 'deux' },
          ]);
        });
        expect(stub.texts('said')).toEqual(['un', 'deux']);
        expect(stub.calls.at(-1)).toMatchObject({
          authorization: expect.stringMatching(/^Bearer token-/),
          body: { from: { id: 'bot' }, recipient: { id: 'user' } },
        });
      });

      it('answers an invoke with what it is told', async () => {
        const answer = await adapter.door.process(bearer(), activity({ type: 'invoke' }), (context) =>
          context.answerInvoke({ status: 200, body: { task: { type: 'message' } } }),
        );
        expect(answer).toEqual({ status: 200, body: { task: { type: 'message' } } });
      });

      it('answers 501 to an invoke that nobody answered', async () => {
        const answer = await adapter.door.process(
          bearer(),
          activity({ type: 'invoke' }),
          async () => undefined,
        );
        expect(answer?.status).toBe(501);
      });

      it('throws what the logic throws', async () => {
        const work = adapter.door.process(bearer(), activity(), () => Promise.reject(new Error('ours')));
        await expect(work).rejects.toThrow('ours');
      });
    });

    describe('the connector', () => {
      const patience = (): AbortSignal => AbortSignal.timeout(5_000);
      const to = (id: string): Address => ({
        serviceUrl: stub.url,
        channelId: 'msteams',
        conversation: { id, tenantId: 'tenant' },
        bot: { id: 'bot' },
        user: { id: 'user' },
      });
      const once = (trouble: Trouble): void => {
        stub.trouble = () => {
          stub.trouble = () => null;
          return trouble;
        };
      };

      it('sends, updates and removes an activity, by the id that the channel gave', async () => {
        const sent = await adapter.connector.send(to('c1'), { text: 'une' }, patience());
        if (!sent.ok || sent.value.id === null) throw new Error('not sent');
        const { id } = sent.value;
        expect(await adapter.connector.update(to('c1'), id, { text: 'deux' }, patience())).toMatchObject({
          ok: true,
        });
        expect(await adapter.connector.remove(to('c1'), id, patience())).toMatchObject({ ok: true });
        expect(stub.calls.slice(-3)).toMatchObject([
          {
            method: 'POST',
            conversationId: 'c1',
            body: { text: 'une', from: { id: 'bot' }, recipient: { id: 'user' } },
          },
          { method: 'PUT', activityId: id, body: { id, text: 'deux' } },
          { method: 'DELETE', activityId: id },
        ]);
      });

      it('opens a conversation with a person', async () => {
        const opened = await adapter.connector.open(
          {
            serviceUrl: stub.url,
            channelId: 'msteams',
            tenantId: 'tenant',
            bot: { id: 'bot' },
            user: { id: '29:her' },
            teamsChannelId: null,
            activity: null,
          },
          patience(),
        );
        expect(opened).toMatchObject({
          ok: true,
          value: { address: { conversation: { id: expect.stringMatching(/^opened-/) } } },
        });
        expect(stub.calls.at(-1)?.body).toMatchObject({
          isGroup: false,
          members: [{ id: '29:her' }],
          tenantId: 'tenant',
          channelData: { tenant: { id: 'tenant' } },
        });
      });

      it('opens a thread in a channel, with its first activity', async () => {
        const opened = await adapter.connector.open(
          {
            serviceUrl: stub.url,
            channelId: 'msteams',
            tenantId: 'tenant',
            bot: { id: 'bot' },
            user: null,
            teamsChannelId: '19:desk@thread.tacv2',
            activity: { type: 'message', text: 'Nouvelle demande' },
          },
          patience(),
        );
        expect(opened).toMatchObject({ ok: true, value: { id: expect.stringMatching(/^activity-/) } });
        expect(stub.calls.at(-1)?.body).toMatchObject({
          isGroup: true,
          channelData: { channel: { id: '19:desk@thread.tacv2' } },
          activity: { text: 'Nouvelle demande' },
        });
      });

      it('tells an answer that is an error as it is, and tries nothing again by itself', async () => {
        const calls = stub.calls.length;
        once({ kind: 'answer', status: 429, code: 'TooManyRequests', retryAfter: '17' });
        expect(await adapter.connector.send(to('c2'), { text: 'x' }, patience())).toEqual({
          ok: false,
          fault: { kind: 'answer', status: 429, code: 'TooManyRequests', retryAfter: '17' },
        });
        expect(stub.calls).toHaveLength(calls + 1);
      });

      it('tells a call whose answer was lost from one that never left', async () => {
        once({ kind: 'reset', after: true });
        expect(await adapter.connector.send(to('c3'), { text: 'x' }, patience())).toMatchObject({
          fault: { kind: 'silence', reached: true },
        });
        const gone = await startLoginServer();
        await gone.stop();
        const { connector } = build({ ...partsWith(keys), trustedHost: new URL(gone.url).host });
        const nobody = { ...to('c3'), serviceUrl: gone.url };
        expect(await connector.send(nobody, { text: 'x' }, patience())).toMatchObject({
          fault: { kind: 'silence', code: 'ECONNREFUSED', reached: false },
        });
      });

      it('ends a call that is not answered when it is told to', async () => {
        once({ kind: 'hang', after: false });
        const sent = await adapter.connector.send(to('c4'), { text: 'x' }, AbortSignal.timeout(50));
        expect(sent).toEqual({ ok: false, fault: { kind: 'silence', code: 'timeout', reached: true } });
      });

      it('shows its token to no other address', async () => {
        const elsewhere = { ...to('c5'), serviceUrl: 'https://evil.example/' };
        expect(await adapter.connector.send(elsewhere, { text: 'x' }, patience())).toEqual({
          ok: false,
          fault: { kind: 'untrusted' },
        });
      });

      it('asks for another token when it is told that this one was refused', async () => {
        await adapter.connector.send(to('c6'), { text: 'x' }, patience());
        const before = stub.calls.at(-1)?.authorization;
        adapter.connector.renewToken();
        await adapter.connector.send(to('c6'), { text: 'x' }, patience());
        expect(stub.calls.at(-1)?.authorization).not.toBe(before);
      });

      it('gives the authorization for a file of the channel, and of nobody else', async () => {
        expect(
          await adapter.connector.fileAuthorization(`${stub.url}/v3/attachments/1/views/original`),
        ).toEqual({
          ok: true,
          value: expect.stringMatching(/^Bearer token-/),
        });
        expect(await adapter.connector.fileAuthorization('https://evil.example/file')).toEqual({
          ok: true,
          value: null,
        });
      });
    });
  });
}
