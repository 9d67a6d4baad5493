import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeKey, signToken, type SigningKey } from '../../channels/bot-framework/testing/channel-keys';

export const TENANT = '72f988bf-86f1-41af-91ab-2d7cd011db47';
export const APP = '11111111-2222-3333-4444-555555555555';
export const TEAMS_WEB = '5e3ce6c0-2b1f-4285-8d4d-75ee78787346';

/** As much of Microsoft Entra as a token for our tab needs: a tenant's published keys, and who is signed by them. */
export interface Entra {
  /** With {tenant} for the tenant's id. */
  readonly keysUrl: string;
  /** The tenants whose keys were asked for, in order. */
  readonly asked: readonly string[];
  readonly key: SigningKey;
  /** What it answers to who asks for keys instead of them; null: keys. */
  failing: number | null;
  /** A token for somebody of the tenant; `change` replaces claims, undefined leaves one out. */
  token(
    change?: Readonly<Record<string, unknown>>,
    by?: SigningKey,
    alg?: 'RS256' | 'HS256' | 'none',
  ): string;
  stop(): Promise<void>;
}

/** @param now the instant at which tokens are made. */
export async function startEntra(now: () => Date = () => new Date()): Promise<Entra> {
  const key = makeKey('entra-key');
  const asked: string[] = [];
  const server = createServer((req, res) => {
    asked.push(/^\/([^/]+)\//.exec(req.url ?? '')?.[1] ?? '');
    res.writeHead(state.failing ?? 200, { 'content-type': 'application/json' });
    res.end(
      JSON.stringify({
        keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: key.kid, use: 'sig', alg: 'RS256' }],
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const state: Entra = {
    keysUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/{tenant}/keys`,
    asked,
    key,
    failing: null,
    token(change = {}, by = key, alg = 'RS256') {
      const seconds = Math.floor(now().getTime() / 1000);
      return signToken(
        by,
        {
          ver: '2.0',
          iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
          aud: APP,
          azp: TEAMS_WEB,
          scp: 'access_as_user',
          tid: TENANT,
          oid: 'dddddddd-0000-4000-8000-000000000001',
          name: 'Nadia Benali',
          preferred_username: 'nadia.benali@guichet.example',
          iat: seconds - 10,
          nbf: seconds - 10,
          exp: seconds + 3_600,
          ...change,
        },
        alg,
      );
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return state;
}
