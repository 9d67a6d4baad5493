import type { IncomingMessage } from 'node:http';
import { originFault } from './same-origin';

const JSON_TYPE = { 'content-type': 'application/json' };
const fault = (headers: Record<string, string>) =>
  originFault(
    { headers: { host: '127.0.0.1:3978', ...headers } } as IncomingMessage,
    'https://guichet.example.org',
  );

test.each([
  [
    'our page at its public address',
    { origin: 'https://guichet.example.org', 'sec-fetch-site': 'same-origin' },
  ],
  ['our page at the address that was called', { origin: 'http://127.0.0.1:3978' }],
  ['a program without a browser', {}],
])('%s may change something', (_who, headers) => {
  expect(fault({ ...JSON_TYPE, ...headers })).toBeNull();
});

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['another port of this machine', { origin: 'http://127.0.0.1:8080' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['a sister site', { 'sec-fetch-site': 'same-site', origin: 'https://guichet.example.org' }],
  ['another site without Origin', { 'sec-fetch-site': 'cross-site' }],
  ['a link that was clicked', { 'sec-fetch-site': 'none' }],
])('%s may not', (_who, headers) => {
  expect(fault({ ...JSON_TYPE, ...headers })).toBe('foreign-origin');
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
  'a form of type "%s" is not JSON',
  (type) => {
    expect(fault({ 'content-type': type })).toBe('not-json');
  },
);

test('JSON may name its character set', () => {
  expect(fault({ 'content-type': 'application/json; charset=utf-8' })).toBeNull();
});
