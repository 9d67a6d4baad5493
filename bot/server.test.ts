import { once } from 'node:events';
import { connect } from 'node:net';
import { silentLog } from './log';
import { createServer } from './server';
import { startEdge, type EdgeFixture } from './testing/edge-fixture';

let edge: EdgeFixture;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.stop());

describe('the server', () => {
  it('is alive, ready, and tells its figures', async () => {
    expect(await edge.get('/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await edge.get('/readyz')).toMatchObject({
      status: 200,
      body: { status: 'ready', checks: { database: 'ok', knowledge: 'ok' } },
    });
    const visit = await edge.visit();
    await edge.post('/v3/directline/conversations', {}, visit.token);
    const metrics = await (await fetch(`${edge.url}/metrics`)).text();
    expect(metrics).toMatch(/^guichet_outbox_backlog 0$/m);
    expect(metrics).toMatch(/^guichet_turn_seconds_count \d+$/m);
  });

  test.each([
    ['an address where nothing is', 'GET', '/nothing', 404, 'not-found'],
    ['an address below one that exists', 'GET', '/healthz/x', 404, 'not-found'],
    ['a wrong method', 'DELETE', '/healthz', 405, 'method-not-allowed'],
    ['a path out of the folder', 'GET', '/assets/..%2f..%2f..%2fpackage.json', 404, 'not-found'],
    ['a broken escape', 'GET', '/assets/%zz', 404, 'not-found'],
  ])('%s is a refusal in JSON', async (_what, method, path, status, code) => {
    const answer = await fetch(edge.url + path, { method });
    const body = (await answer.json()) as { error: { code: string; message: string } };
    expect({ status: answer.status, code: body.error.code }).toEqual({ status, code });
    expect(body.error.message).not.toBe('');
  });

  it('sends no page of its own type inside another, sniffs no types, names no maker', async () => {
    const { headers } = await fetch(`${edge.url}/healthz`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('describes what is routed, and only that', async () => {
    const { body } = await edge.get('/api/openapi.json');
    expect(body.openapi).toBe('3.1.0');
    const paths = body.paths as Record<string, Record<string, { summary?: string }>>;
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/api/messages',
        '/api/webchat/token',
        '/v3/directline/conversations/{id}/activities',
        '/api/advisor/tickets/{id}',
        '/api/openapi.json',
      ]),
    );
    for (const [path, methods] of Object.entries(paths)) {
      for (const method of Object.keys(methods)) {
        const url = edge.url + path.replace(/\{\w+\}/g, 'x');
        const { status } = await fetch(url, {
          method: method.toUpperCase(),
          signal: AbortSignal.timeout(2_000),
        });
        expect([path, method, status === 405 ? 405 : 'routed']).toEqual([path, method, 'routed']);
      }
    }
  });

  it('stops when it is told to, also with an open stream', async () => {
    const other = await startEdge();
    const visit = await other.visit();
    const { body } = await other.post('/v3/directline/conversations', {}, visit.token);
    const socket = new (await import('ws')).WebSocket(String(body.streamUrl));
    const closed = new Promise((resolve) => socket.on('close', resolve));
    await new Promise((resolve) => socket.on('open', resolve));
    await other.stop();
    expect(await closed).toBe(1001);
  });
});

test.each([
  ['a host with a space in it', 'GET /healthz HTTP/1.1\r\nHost: a b'],
  ['a host that is no host', 'GET /healthz HTTP/1.1\r\nHost: ['],
  ['a port that is none', 'GET /healthz HTTP/1.1\r\nHost: x:99999'],
  ['a broken absolute address', 'GET http://[/healthz HTTP/1.1\r\nHost: x'],
])('an address that cannot be read is refused: %s', async (_what, head) => {
  const { port } = new URL(edge.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write(`${head}\r\nConnection: close\r\n\r\n`);
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  await once(socket, 'close');
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(await edge.get('/healthz')).toMatchObject({ status: 200 });
});

test.each([
  ['is taken', true],
  ['is refused', false],
])('somebody who hangs up while her socket %s ends nothing but that socket', async (_what, taken) => {
  const config = { publicUrl: 'http://localhost:3978', mode: 'demo', host: null } as const;
  const server = createServer({
    routes: [],
    config,
    log: silentLog,
    // As the system says it, when it writes to a socket that has been reset.
    upgrade: (_req, socket) => {
      socket.destroy(new Error('ECONNRESET'));
      return taken;
    },
  });
  const port = await server.listen(0);
  for (let time = 0; time < 2; time += 1) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    socket.resume();
    await once(socket, 'close');
  }
  await server.close();
});
