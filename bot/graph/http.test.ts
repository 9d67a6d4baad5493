import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { send } from './http';

/** What the server writes before it hangs up. */
const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

let server: Server;
let url: string;
let raw: string;
beforeEach(async () => {
  server = createServer();
  // Written by hand: a connection that breaks off in the middle is nothing that an HTTP library sends.
  server.on('connection', (socket) => socket.once('data', () => socket.end(raw)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(async () => {
  server.close();
  await once(server, 'close');
});

const ask = async () => (await send(url, { method: 'POST', body: '' })).read(z.object({ id: z.string() }));

test('an answer that breaks off may be whole another time', async () => {
  raw = `${HEAD}content-length: 200\r\n\r\n{"id":"me`;
  await expect(ask()).rejects.toMatchObject({ name: 'TemporaryFailure', code: 'graph-unreachable' });
});

test('a whole answer that is no JSON is the same another time', async () => {
  raw = `${HEAD}content-length: 9\r\n\r\n<!doctype`;
  await expect(ask()).rejects.toMatchObject({ name: 'PermanentFailure', code: 'graph-answer' });
});
