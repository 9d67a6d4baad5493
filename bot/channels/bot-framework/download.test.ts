import type { IncomingMessage, ServerResponse } from 'node:http';
import { ok } from '../../../data/result';
import type { PendingFile } from '../pending-file';
import { download } from './download';
import { isStorage } from './file-hosts';
import { PNG, startFileServer, type FileServer } from './testing/file-server';

let inside: FileServer;
let outside: FileServer;
beforeAll(async () => {
  [inside, outside] = await Promise.all([startFileServer(), startFileServer()]);
  inside.answer('/file', (_req, res) => res.end(PNG));
  outside.answer('/file', (_req, res) => res.end(PNG));
});
afterAll(() => Promise.all([inside.stop(), outside.stop()]));

const redirect =
  (location: string) =>
  (_req: IncomingMessage, res: ServerResponse): void => {
    res.writeHead(302, { location });
    res.end();
  };
const answerStatus = (res: ServerResponse, status: number): void => {
  res.writeHead(status);
  res.end('<html>');
};

const asked: string[] = [];
const connector = {
  fileAuthorization: async (url: string) => {
    asked.push(url);
    return ok('Bearer the-bots-token');
  },
};
const file = (url: string, from: PendingFile['from'] = 'connector'): PendingFile => ({
  name: 'a.png',
  url,
  from,
});
const fetchFile = (pending: PendingFile, signal?: AbortSignal) =>
  download(pending, { connector, moreHosts: [inside.host] }, signal);

it('a picture is read with the bot’s token', async () => {
  const read = await fetchFile(file(`${inside.url}/file`));
  expect(read.ok && Buffer.from(read.value).equals(PNG)).toBe(true);
  expect(inside.calls.at(-1)?.authorization).toBe('Bearer the-bots-token');
});

it('a shared file is read without any token: its address is the key', async () => {
  expect((await fetchFile(file(`${inside.url}/file`, 'storage'))).ok).toBe(true);
  expect(inside.calls.at(-1)?.authorization).toBeUndefined();
});

test.each<[string, () => string]>([
  ['another host', () => `${outside.url}/file`],
  ['the same machine under another name', () => outside.url.replace('127.0.0.1', 'localhost') + '/file'],
  ['a host that only begins like the connector', () => 'https://smba.trafficmanager.net.evil.example/x'],
  ['the connector without https', () => 'http://smba.trafficmanager.net/x'],
  ['a port of the connector', () => 'https://smba.trafficmanager.net:8443/x'],
  ['a name before the host', () => 'https://user@smba.trafficmanager.net/x'],
  ['the address of the cloud’s own metadata', () => 'http://169.254.169.254/latest'],
  ['a file of this machine', () => 'file:///etc/passwd'],
  ['data', () => 'data:image/png;base64,AAAA'],
  ['no address', () => 'x'],
])('nothing is asked of %s', async (_what, url) => {
  const before = [outside.calls.length, asked.length];
  for (const from of ['connector', 'storage'] as const) {
    expect(await fetchFile(file(url(), from))).toMatchObject({ fault: { reason: 'unreadable' } });
  }
  expect([outside.calls.length, asked.length]).toEqual(before);
});

it('is not sent on to another host', async () => {
  inside.answer('/away', redirect(`${outside.url}/file`));
  const before = outside.calls.length;
  expect(await fetchFile(file(`${inside.url}/away`))).toMatchObject({ fault: { why: 'untrusted host' } });
  expect(outside.calls).toHaveLength(before);
});

it('is sent on within, but not for ever', async () => {
  inside.answer('/on', redirect('/file'));
  inside.answer('/loop', redirect('/loop'));
  expect((await fetchFile(file(`${inside.url}/on`))).ok).toBe(true);
  expect(await fetchFile(file(`${inside.url}/loop`))).toMatchObject({ fault: { why: 'too many redirects' } });
});

const MORE_THAN_ALLOWED = 10 * 1024 * 1024 + 1;

it.each([true, false])('is too large (announced: %s)', async (announced) => {
  inside.answer('/large', (_req, res) => {
    if (announced) res.setHeader('content-length', MORE_THAN_ALLOWED);
    res.on('error', () => undefined);
    res.write(Buffer.alloc(1024 * 1024));
    for (let megabytes = 1; megabytes < 11; megabytes += 1) res.write(Buffer.alloc(1024 * 1024));
    if (!announced) res.end();
  });
  expect(await fetchFile(file(`${inside.url}/large`))).toMatchObject({ fault: { reason: 'too-large' } });
});

it.each([401, 403, 404, 410, 500])('is gone or closed: %i', async (status) => {
  inside.answer('/gone', (_req, res) => answerStatus(res, status));
  expect(await fetchFile(file(`${inside.url}/gone`))).toMatchObject({ fault: { reason: 'unreadable' } });
});

it('does not wait for ever', async () => {
  inside.answer('/silent', () => undefined);
  const fault = await fetchFile(file(`${inside.url}/silent`), AbortSignal.timeout(100));
  expect(fault).toMatchObject({ fault: { reason: 'unreadable', why: 'TimeoutError' } });
});

test.each([
  ['https://contoso-my.sharepoint.com/personal/x/_layouts/15/download.aspx?UniqueId=1', true],
  ['https://contoso.sharepoint.us/x', true],
  ['https://sharepoint.com/x', false],
  ['https://evilsharepoint.com/x', false],
  ['https://contoso.sharepoint.com.evil.example/x', false],
  ['http://contoso.sharepoint.com/x', false],
])('%s is storage: %s', (url, expected) => {
  expect(isStorage(url)).toBe(expected);
});
