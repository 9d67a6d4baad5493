import { openSession, rememberToken, storageKey, type Keep } from './session';

const identityOf = (sub: string): string =>
  `h.${Buffer.from(JSON.stringify({ sub })).toString('base64url')}.s`;

function drawer(): Keep & { readonly content: Map<string, string> } {
  const content = new Map<string, string>();
  return {
    content,
    getItem: (key) => content.get(key) ?? null,
    setItem: (key, value) => void content.set(key, value),
  };
}

const session = { token: 't2', conversationId: 'c1', userId: 'dl_1' };
const answering = (status: number, body: unknown) => {
  const sent: unknown[] = [];
  const request: typeof fetch = async (_path, init) => {
    sent.push(JSON.parse(String(init?.body)));
    return new Response(JSON.stringify(body), { status });
  };
  return { request, sent };
};

test('two people at one computer, and two desks, have drawers of their own', () => {
  const keys = [
    storageKey('abc', null),
    storageKey('oc-mentor', null),
    storageKey('abc', identityOf('abc-camille')),
    storageKey('abc', identityOf('abc-sofiane')),
  ];
  expect(new Set(keys).size).toBe(4);
  expect(storageKey('abc', 'no token at all')).not.toBe(storageKey('abc', null));
});

test('a fresh token of the same person finds the same drawer', () => {
  const other = `other.${identityOf('abc-camille').split('.')[1]}.signature`;
  expect(storageKey('abc', identityOf('abc-camille'))).toBe(storageKey('abc', other));
});

test('a first visit sends no token and keeps the one it gets', async () => {
  const keep = drawer();
  const { request, sent } = answering(200, session);
  const identity = identityOf('abc-camille');
  await expect(openSession({ desk: 'abc', identity }, keep, request)).resolves.toEqual({ ok: true, session });
  expect(sent).toEqual([{ desk: 'abc', identity }]);
  expect([...keep.content.values()]).toEqual(['t2']);
});

test('a server that takes the call and never answers cannot be reached', async () => {
  const silent: typeof fetch = (_path, init) =>
    new Promise((_resolve, reject) =>
      init?.signal?.addEventListener('abort', () => reject(new Error('cut'))),
    );
  const who = { desk: 'abc', identity: null };
  await expect(openSession(who, drawer(), silent, 10)).resolves.toEqual({ ok: false, fault: 'unreachable' });
}, 2_000);

test('a return sends the token that was kept', async () => {
  const keep = drawer();
  rememberToken({ desk: 'abc', identity: null }, 't1', keep);
  const { request, sent } = answering(200, session);
  await openSession({ desk: 'abc', identity: null }, keep, request);
  expect(sent).toEqual([{ desk: 'abc', token: 't1' }]);
});

test.each([
  ['an unknown desk', 400, { error: { code: 'unknown-desk' } }, 'no-desk'],
  ['an identity that is not accepted', 401, { error: { code: 'invalid-identity' } }, 'unknown-identity'],
  ['too many requests', 429, { error: { code: 'too-many-requests' } }, 'busy'],
  ['a server in trouble', 500, 'no JSON of ours', 'unreachable'],
  ['an answer without a token', 200, {}, 'unreachable'],
])('%s is a fault with words of its own', async (_what, status, body, fault) => {
  const { request } = answering(status, body);
  await expect(openSession({ desk: 'abc', identity: null }, drawer(), request)).resolves.toEqual({
    ok: false,
    fault,
  });
});

test('no network is a fault, not an exception', async () => {
  const request: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  await expect(openSession({ desk: 'abc', identity: null }, drawer(), request)).resolves.toEqual({
    ok: false,
    fault: 'unreachable',
  });
});

test('a browser that refuses storage still gets a conversation', async () => {
  const refuse = (): never => {
    throw new Error('SecurityError');
  };
  const { request } = answering(200, session);
  const keep: Keep = { getItem: refuse, setItem: refuse };
  await expect(openSession({ desk: 'abc', identity: null }, keep, request)).resolves.toMatchObject({
    ok: true,
  });
});
