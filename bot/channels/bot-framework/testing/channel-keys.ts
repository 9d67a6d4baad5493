import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the key server does: answers, answers an error, answers a page instead, drops the connection, or never answers. */
export type KeyServerMood = 'well' | 'error' | 'page' | 'reset' | 'silent';

/** A key set as Microsoft publishes it, on this machine. The SDK remembers one per address: a new server is a cold cache. */
export interface KeyServer {
  /** The OpenID metadata document. */
  readonly url: string;
  mood: KeyServerMood;
  stop(): Promise<void>;
}

export interface SigningKey {
  readonly kid: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

export function makeKey(kid: string): SigningKey {
  return { kid, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

/** @param endorsements the channels that the published key may speak for. */
export async function startKeyServer(key: SigningKey, endorsements: readonly string[]): Promise<KeyServer> {
  const server = createServer((req, res) => {
    if (state.mood === 'silent') return;
    if (state.mood === 'reset') return void req.socket.destroy();
    if (state.mood === 'error' || state.mood === 'page') {
      res.statusCode = state.mood === 'error' ? 503 : 200;
      return void res.end('<html>Maintenance</html>');
    }
    const body =
      req.url === '/keys'
        ? { keys: [{ ...key.publicKey.export({ format: 'jwk' }), kid: key.kid, endorsements }] }
        : { issuer: 'https://api.botframework.com', jwks_uri: `${origin}/keys` };
    res.writeHead(200, { 'content-type': 'application/json' });
    res.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: KeyServer = {
    url: `${origin}/openidconfiguration`,
    mood: 'well',
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return state;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs as a channel does, or as a forger would: `none` leaves the signature out, `HS256` uses the public key as a secret. */
export function signToken(
  key: SigningKey,
  claims: Readonly<Record<string, unknown>>,
  alg: 'RS256' | 'HS256' | 'none' = 'RS256',
): string {
  const signed = `${part({ typ: 'JWT', alg, kid: key.kid })}.${part(claims)}`;
  if (alg === 'none') return `${signed}.`;
  const signature =
    alg === 'RS256'
      ? createSign('RSA-SHA256').update(signed).sign(key.privateKey)
      : createHmac('sha256', key.publicKey.export({ type: 'pkcs1', format: 'pem' }))
          .update(signed)
          .digest();
  return `${signed}.${signature.toString('base64url')}`;
}
