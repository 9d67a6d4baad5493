import fc from 'fast-check';
import { openTestData } from '../../../data/testing';
import { readConfig } from '../../config';
import type { Log } from '../../log';
import { startEdgeOn, TEST_KEY, type EdgeFixture } from '../../testing/edge-fixture';
import { makeKey, signToken, startKeyServer, type KeyServer } from './testing/channel-keys';

const APP = '11111111-2222-3333-4444-555555555555';
const TENANT = '99999999-8888-7777-6666-555555555555';
const ADDRESS = 'https://smba.trafficmanager.net/emea/';
const CHANNEL = 'https://api.botframework.com';
const KEY = makeKey('channel-key');
const OTHER_KEY = makeKey('channel-key');
const UNKNOWN_KEY = makeKey('unknown-key');

const logged: string[] = [];
const note = (_fields: unknown, event: string): void => void logged.push(event);
const log: Log = { info: () => undefined, warn: note, error: note };

/** A server in production whose only difference is where the channel's keys are read. */
async function startGuarded(keys: KeyServer): Promise<EdgeFixture> {
  const config = readConfig({
    GUICHET_MODE: 'production',
    HOST: '127.0.0.1',
    PUBLIC_URL: 'https://guichet.example.org',
    WEBCHAT_SIGNING_KEYS: TEST_KEY,
    MICROSOFT_APP_ID: APP,
    MICROSOFT_APP_PASSWORD: 'secret',
    MICROSOFT_APP_TENANT_ID: TENANT,
  });
  if (!config.ok || config.value.microsoft === null) throw new Error(JSON.stringify(config));
  const microsoft = { ...config.value.microsoft, channelKeysUrl: keys.url };
  return startEdgeOn(await openTestData(), { ...config.value, microsoft }, log);
}

type Change = Readonly<Record<string, unknown>>;
const now = (): number => Math.floor(Date.now() / 1000);
const claims = (change: Change = {}): Change => ({
  iss: CHANNEL,
  aud: APP,
  serviceurl: ADDRESS,
  nbf: now() - 60,
  exp: now() + 3_600,
  ...change,
});

let count = 0;
const message = (change: Change = {}): Change => ({
  type: 'message',
  id: `m${(count += 1)}`,
  channelId: 'msteams',
  serviceUrl: ADDRESS,
  deliveryMode: 'expectReplies',
  from: { id: 'user' },
  recipient: { id: 'bot' },
  conversation: { id: `c${count}` },
  text: 'bonjour',
  channelData: { guichet: { desk: 'oc-mentor' } },
  ...change,
});
const emulator = (change: Change): Change =>
  claims({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ...change });

let keys: KeyServer;
let edge: EdgeFixture;
beforeAll(async () => {
  // The SDK writes every refused token's fate to the console.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  keys = await startKeyServer(KEY, ['msteams']);
  edge = await startGuarded(keys);
});
afterAll(async () => {
  await edge.stop();
  await keys.stop();
});

const part = (text: string): string => Buffer.from(text).toString('base64url');

interface Case {
  readonly token?: string;
  readonly activity?: Change;
}

describe('a token of the channel', () => {
  test.each<[string, () => Case]>([
    ['that is right', () => ({ token: signToken(KEY, claims()) })],
    [
      'that expired within the clock skew of 5 minutes',
      () => ({ token: signToken(KEY, claims({ exp: now() - 200 })) }),
    ],
    ['that is valid within the clock skew', () => ({ token: signToken(KEY, claims({ nbf: now() + 200 })) })],
  ])('%s is accepted: 200', async (_what, make) => {
    const { token } = make();
    const before = edge.turns.length;
    expect((await edge.post('/api/messages', message(), token)).status).toBe(200);
    expect(edge.turns).toHaveLength(before + 1);
  });

  test.each<[string, () => Case]>([
    ['no token', () => ({})],
    ['a token that is none', () => ({ token: 'x' })],
    ['a token of three words', () => ({ token: 'a b c' })],
    ['a token with a broken header', () => ({ token: `${part('{')}.${part('{}')}.x` })],
    [
      'a token with the header null',
      () => ({ token: `${part('null')}.${part(JSON.stringify(claims()))}.x` }),
    ],
    ['a token with the payload null', () => ({ token: `${part('{"alg":"RS256"}')}.${part('null')}.x` })],
    ['another audience', () => ({ token: signToken(KEY, claims({ aud: TENANT })) })],
    ['a list of audiences', () => ({ token: signToken(KEY, claims({ aud: [APP, TENANT] })) })],
    ['no audience', () => ({ token: signToken(KEY, claims({ aud: undefined })) })],
    ['another issuer', () => ({ token: signToken(KEY, claims({ iss: 'https://evil.example' })) })],
    ['a list of issuers', () => ({ token: signToken(KEY, claims({ iss: [CHANNEL] })) })],
    ['no issuer', () => ({ token: signToken(KEY, claims({ iss: undefined })) })],
    [
      'another address for replies',
      () => ({ token: signToken(KEY, claims({ serviceurl: 'https://evil.example/' })) }),
    ],
    ['no address in the token', () => ({ token: signToken(KEY, claims({ serviceurl: undefined })) })],
    [
      'an activity to be answered elsewhere',
      () => ({ token: signToken(KEY, claims()), activity: { serviceUrl: 'https://evil.example/' } }),
    ],
    [
      'an activity without address',
      () => ({ token: signToken(KEY, claims()), activity: { serviceUrl: undefined } }),
    ],
    [
      'neither with an address',
      () => ({
        token: signToken(KEY, claims({ serviceurl: undefined })),
        activity: { serviceUrl: undefined },
      }),
    ],
    ['an expired token', () => ({ token: signToken(KEY, claims({ exp: now() - 400 })) })],
    ['a token that never expires', () => ({ token: signToken(KEY, claims({ exp: undefined })) })],
    ['an expiry that is no number', () => ({ token: signToken(KEY, claims({ exp: 'tomorrow' })) })],
    ['a token not yet valid', () => ({ token: signToken(KEY, claims({ nbf: now() + 400 })) })],
    ['an unsigned token', () => ({ token: signToken(KEY, claims(), 'none') })],
    ['a token signed with the public key as a secret', () => ({ token: signToken(KEY, claims(), 'HS256') })],
    ['a token signed by another key of that name', () => ({ token: signToken(OTHER_KEY, claims()) })],
    ['a token signed by a key that is not published', () => ({ token: signToken(UNKNOWN_KEY, claims()) })],
    ['a cut signature', () => ({ token: signToken(KEY, claims()).slice(0, -10) })],
    [
      'a key that may not speak for this channel',
      () => ({ token: signToken(KEY, claims()), activity: { channelId: 'webchat' } }),
    ],
    [
      'a token of an emulator, version 1',
      () => ({ token: signToken(KEY, emulator({ ver: '1.0', appid: APP })) }),
    ],
    [
      'a token of an emulator, version 2',
      () => ({ token: signToken(KEY, emulator({ ver: '2.0', azp: APP })) }),
    ],
    [
      'a token of an emulator of our tenant',
      () => ({
        token: signToken(
          KEY,
          emulator({ iss: `https://sts.windows.net/${TENANT}/`, tid: TENANT, ver: '1.0', appid: APP }),
        ),
      }),
    ],
    ['a token of another bot', () => ({ token: signToken(KEY, claims({ ver: '1.0', appid: TENANT })) })],
    ['a token of an anonymous bot', () => ({ token: signToken(KEY, claims({ appid: 'AnonymousSkill' })) })],
    [
      'a token for the channel that is not signed by Microsoft’s channel keys',
      () => ({
        token: signToken(KEY, emulator({ ver: '1.0', appid: APP })),
        activity: { channelId: 'AseChannel' },
      }),
    ],
  ])('%s is refused: 401', async (_what, make) => {
    const { token, activity } = make();
    const before = edge.turns.length;
    const answer = await edge.post('/api/messages', message(activity), token);
    expect(answer.status).toBe(401);
    // The whole body: nothing of the token, of the keys or of the code.
    expect(answer.body).toEqual({
      error: { code: 'unauthorized', message: 'Authentication is missing or not accepted.' },
    });
    expect(edge.turns).toHaveLength(before);
  });

  it('that was changed anywhere is refused: 401', async () => {
    const token = signToken(KEY, claims());
    // The last character of each part carries bits that say nothing.
    const ends = [token.indexOf('.') - 1, token.lastIndexOf('.') - 1, token.length - 1];
    const place = fc.nat(token.length - 1).filter((at) => !ends.includes(at));
    await fc.assert(
      fc.asyncProperty(place, fc.constantFrom('A', '_', '.', ' ', '=', '%', ''), async (at, written) => {
        fc.pre(token[at] !== written);
        const changed = token.slice(0, at) + written + token.slice(at + 1);
        expect((await edge.post('/api/messages', message(), changed)).status).toBe(401);
      }),
      { numRuns: 200, seed: 20_261_118 },
    );
  });

  it('brings an activity twice for one turn, also when it was caught and sent again', async () => {
    const token = signToken(KEY, claims());
    const activity = message({ text: 'une seule fois' });
    for (let delivery = 0; delivery < 3; delivery += 1) {
      const { status, body } = await edge.post('/api/messages', activity, token);
      expect([status, (body.activities as { text: string }[])[0]?.text]).toEqual([200, '1: une seule fois']);
    }
    expect(edge.turns.filter(({ text }) => text === 'une seule fois')).toHaveLength(1);
  });
});

describe('a key server that is out of order', () => {
  test.each(['error', 'page', 'reset'] as const)(
    '(%s) stops nobody while its keys are known',
    async (mood) => {
      keys.mood = mood;
      const token = signToken(KEY, claims());
      expect((await edge.post('/api/messages', message(), token)).status).toBe(200);
      keys.mood = 'well';
    },
  );

  it('lets nobody in once its keys are older than a day', async () => {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 25 * 3_600_000);
    const token = signToken(KEY, claims());
    keys.mood = 'error';
    expect((await edge.post('/api/messages', message(), token)).status).toBe(503);
    keys.mood = 'well';
    expect((await edge.post('/api/messages', message(), token)).status).toBe(200);
    clock.mockRestore();
  });

  test.each(['error', 'page', 'reset', 'silent'] as const)(
    '(%s) before its keys are known lets nobody in, says so in the log, and everybody again once it is well',
    async (mood) => {
      const cold = await startKeyServer(KEY, ['msteams']);
      const guarded = await startGuarded(cold);
      cold.mood = mood;
      logged.length = 0;
      const token = signToken(KEY, claims());
      const answer = await guarded.post('/api/messages', message(), token);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('30');
      expect(answer.body).toEqual({
        error: { code: 'try-later', message: 'This cannot be taken at the moment. Try again later.' },
      });
      expect(logged).toEqual(['keys of the channel not available']);
      expect(guarded.turns).toEqual([]);
      expect(await (await fetch(`${guarded.url}/metrics`)).text()).toContain(
        'guichet_failures_total{where="channel-keys"} 1',
      );
      cold.mood = 'well';
      expect((await guarded.post('/api/messages', message(), token)).status).toBe(200);
      await guarded.stop();
      await cold.stop();
    },
    20_000,
  );
});
