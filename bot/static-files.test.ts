import { createServer } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Request, Response } from 'restify';
import { HttpRefusal } from './http';
import type { Config } from './config';
import { staticRoutes } from './static-files';

let folder: string;
let url: string;
const servers: ReturnType<typeof createServer>[] = [];

/** Answers with the first route whose path fits, as the server would. */
async function serve(
  mode: 'demo' | 'production',
  frameAncestors: readonly string[],
  microsoft: Config['microsoft'] = null,
): Promise<string> {
  const routes = staticRoutes(folder, { mode, frameAncestors, microsoft });
  const server = createServer((req, res) => {
    const path = (req.url ?? '/').split('?')[0] ?? '/';
    const route =
      routes.find((candidate) => candidate.path === path) ??
      routes.find(({ path: pattern }) => pattern.endsWith('*') && path.startsWith(pattern.slice(0, -1)));
    const answer =
      route?.handler(req as Request, res as Response) ?? Promise.reject(new HttpRefusal(404, 'x', 'x'));
    answer.catch((error: unknown) => {
      res.statusCode = error instanceof HttpRefusal ? error.status : 500;
      res.end();
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-static-'));
  await mkdir(join(folder, 'assets'));
  for (const [name, content] of Object.entries({
    'index.html': '<p>portal',
    'chat.html': '<p>chat',
    'advisor.html': '<p>advisor',
    'widget.js': 'widget()',
    'widget.js.gz': 'compressed',
    'assets/app-1a2b.js': 'app()',
    'assets/app-1a2b.js.br': 'brotli',
  })) {
    await writeFile(join(folder, name), content);
  }
  await writeFile(join(folder, '..', 'secret.txt'), 'secret');
  url = await serve('demo', ['*']);
});
afterAll(async () => {
  for (const server of servers) server.close();
  await rm(folder, { recursive: true });
});

const plain = { 'accept-encoding': 'identity' };

describe('the browser parts', () => {
  test.each([
    ['/', '<p>portal', 'text/html; charset=utf-8', 'no-cache'],
    ['/chat?desk=abc', '<p>chat', 'text/html; charset=utf-8', 'no-cache'],
    ['/advisor', '<p>advisor', 'text/html; charset=utf-8', 'no-cache'],
    ['/advisor/tickets/G-2611-0001', '<p>advisor', 'text/html; charset=utf-8', 'no-cache'],
    ['/widget.js', 'widget()', 'text/javascript; charset=utf-8', 'no-cache'],
    ['/assets/app-1a2b.js', 'app()', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ])('%s is served with its type and how long it may be kept', async (path, body, type, caching) => {
    const answer = await fetch(url + path, { headers: plain });
    expect(await answer.text()).toBe(body);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('cache-control')).toBe(caching);
  });

  test.each([
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/',
    '/assets/%00',
    '/chat.html',
    '/widget.js.gz',
  ])('%s is not there', async (path) => {
    // fetch tidies paths up; a rude client does not.
    const { request } = await import('node:http');
    const status = await new Promise((resolve) =>
      request(`${url}/`, { path }, (answer) => resolve(answer.statusCode)).end(),
    );
    expect(status).toBe(404);
  });

  it('gives the compressed copy to who understands it', async () => {
    const brotli = await fetch(`${url}/assets/app-1a2b.js`, {
      method: 'HEAD',
      headers: { 'accept-encoding': 'gzip, br' },
    });
    expect([brotli.headers.get('content-encoding'), brotli.headers.get('content-length')]).toEqual([
      'br',
      '6',
    ]);
    const gzip = await fetch(`${url}/widget.js`, { method: 'HEAD', headers: { 'accept-encoding': 'gzip' } });
    expect([gzip.headers.get('content-encoding'), gzip.headers.get('vary')]).toEqual([
      'gzip',
      'accept-encoding',
    ]);
  });

  it('sends nothing again that the browser has', async () => {
    const first = await fetch(`${url}/widget.js`, { headers: plain });
    const again = await fetch(`${url}/widget.js`, {
      headers: { ...plain, 'if-none-match': String(first.headers.get('etag')) },
    });
    expect(again.status).toBe(304);
  });

  it('lets the chat be framed where it is allowed, and the rest by nobody else', async () => {
    const production = await serve('production', ['https://portal.example.org']);
    const chat = await fetch(`${production}/chat`);
    expect(chat.headers.get('content-security-policy')).toMatch(
      /frame-ancestors https:\/\/portal\.example\.org$/,
    );
    expect(chat.headers.get('content-security-policy')).toMatch(/script-src 'self';/);
    const portal = await fetch(`${url}/`);
    expect(portal.headers.get('content-security-policy')).toMatch(/frame-ancestors 'self'$/);
  });

  it('lets the queue be framed by Teams where there is an app, and by nobody else', async () => {
    const policyOf = async (address: string): Promise<string | null> =>
      (await fetch(`${address}/advisor`)).headers.get('content-security-policy');
    expect(await policyOf(url)).toMatch(/frame-ancestors 'self'$/);
    const app = { appId: 'a', appPassword: 'p', tenantId: 't', channelKeysUrl: 'https://keys.example/' };
    const inTeams = await policyOf(await serve('production', ["'self'"], app));
    expect(inTeams).toMatch(
      /frame-ancestors 'self' https:\/\/teams\.microsoft\.com .*https:\/\/\*\.cloud\.microsoft/,
    );
    expect(inTeams).not.toMatch(/frame-ancestors [^;]*(\*( |$)|http:)/);
  });

  it('has no sample portal in production', async () => {
    const production = await serve('production', ["'self'"]);
    const answer = await fetch(production, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/advisor']);
  });
});
