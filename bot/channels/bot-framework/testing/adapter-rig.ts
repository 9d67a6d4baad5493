import type { Config } from '../../../config';
import { systemTimer } from '../../../timer';
import type { Connector, Door } from '../contract';
import { TENANT_LIMITS, THREAD_LIMITS } from '../limits';
import { makeKey, signToken, startKeyServer, type KeyServer } from './channel-keys';
import { startConnectorStub, type ConnectorStub } from './connector-stub';
import { startLoginServer } from './login-server';

const APP = '11111111-2222-3333-4444-555555555555';
const CHANNEL = 'https://api.botframework.com';
/** The channel's own key: what it signs is to be let in. */
export const CHANNEL_KEY = makeKey('channel-key');

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

/** An adapter among stand-ins for Microsoft on this machine, and what a channel would show it. */
export interface AdapterRig {
  readonly keys: KeyServer;
  readonly stub: ConnectorStub;
  readonly adapter: Adapter;
  build(parts: AdapterParts): Adapter;
  partsWith(keys: KeyServer): AdapterParts;
  /** An `Authorization` header, its claims changed as told. */
  bearer(change?: Readonly<Record<string, unknown>>, key?: typeof CHANNEL_KEY): string;
  /** A message of a conversation of its own, changed as told. */
  activity(change?: object): object;
  stop(): Promise<void>;
}

/** Now in seconds, as tokens tell time. */
export const tokenNow = (): number => Math.floor(Date.now() / 1000);

/** @param build makes the adapter that is put to the test. */
export async function startAdapterRig(build: (parts: AdapterParts) => Adapter): Promise<AdapterRig> {
  const keys = await startKeyServer(CHANNEL_KEY, ['msteams']);
  const stub = await startConnectorStub({
    timer: { ...systemTimer({ now: () => new Date() }), hanging: 0 },
    limits: THREAD_LIMITS,
    tenantLimits: TENANT_LIMITS,
  });
  const login = await startLoginServer();
  const partsWith = (keyServer: KeyServer): AdapterParts => ({
    microsoft: { appId: APP, appPassword: 'secret', tenantId: null, channelKeysUrl: keyServer.url },
    loginUrl: login.url,
    trustedHost: new URL(stub.url).host,
  });
  let count = 0;
  return {
    keys,
    stub,
    adapter: build(partsWith(keys)),
    build,
    partsWith,
    bearer(change = {}, key = CHANNEL_KEY) {
      const [nbf, exp] = [tokenNow() - 60, tokenNow() + 600];
      const claims = { iss: CHANNEL, aud: APP, serviceurl: stub.url, nbf, exp, ...change };
      return `Bearer ${signToken(key, claims)}`;
    },
    activity: (change = {}) => ({
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
    }),
    async stop() {
      await keys.stop();
      await stub.stop();
      await login.stop();
    },
  };
}
