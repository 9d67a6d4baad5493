import { borrowedKeep } from './keep';
import { openSession, storageKey } from './session';

test('a token kept by the page around brings the conversation back', async () => {
  const lent: [string, string][] = [];
  const first = borrowedKeep((name, token) => void lent.push([name, token]));
  const answer = { token: 't1', conversationId: 'c1', userId: 'dl_1' };
  const bodies: unknown[] = [];
  const request: typeof fetch = async (_path, init) => {
    bodies.push(JSON.parse(String(init?.body)));
    return new Response(JSON.stringify(answer));
  };
  await openSession({ desk: 'abc', identity: null }, first, request);
  expect(lent).toEqual([[storageKey('abc', null), 't1']]);

  const next = borrowedKeep(() => undefined);
  next.seed(Object.fromEntries(lent));
  await openSession({ desk: 'abc', identity: null }, next, request);
  expect(bodies).toEqual([{ desk: 'abc' }, { desk: 'abc', token: 't1' }]);
});
