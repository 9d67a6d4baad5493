import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a bot gets its token for the connector (OAuth 2.0 client credentials), on this machine. */
export interface LoginServer {
  readonly url: string;
  /** What was asked for, in order: the tenant's path and the scope. */
  readonly asked: readonly { readonly path: string; readonly scope: string | null }[];
  /** What it answers instead of a token; null: a token. */
  status: number | null;
  stop(): Promise<void>;
}

/** Gives the tokens `token-1`, `token-2`... */
export async function startLoginServer(): Promise<LoginServer> {
  const asked: { path: string; scope: string | null }[] = [];
  const server = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk) => (body += String(chunk)));
    req.on('end', () => {
      asked.push({ path: req.url ?? '', scope: new URLSearchParams(body).get('scope') });
      res.writeHead(state.status ?? 200, { 'content-type': 'application/json' });
      res.end(JSON.stringify({ access_token: `token-${asked.length}`, expires_in: 3_600 }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const state: LoginServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    status: null,
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return state;
}
