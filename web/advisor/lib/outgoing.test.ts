import type { MessageView } from '../../../bot/advisor-api/contract';
import { ApiFailure } from './api';
import { Outgoing, type OutgoingMessage } from './outgoing';

const message = {
  clientId: 'c1',
  ticketId: 't1',
  kind: 'reply',
  text: 'Bonjour',
  at: '2026-11-18T09:00:00Z',
} as const;
const written = (text: string): MessageView => ({
  ...message,
  id: 'm1',
  authorKind: 'advisor',
  authorName: 'Julie',
  text,
});

function memory(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

/** An outgoing tray whose server fails as often as it is told. */
function tray(failures: Error[] = [], store = memory()) {
  const sent: OutgoingMessage[] = [];
  const arrived: string[] = [];
  const outgoing = new Outgoing(
    async (one) => {
      sent.push(one);
      const failure = failures.shift();
      if (failure) throw failure;
      return written(one.text);
    },
    ({ clientId }) => arrived.push(clientId),
    store,
  );
  return { outgoing, sent, arrived, store };
}

test('a message is shown while it is sent, and gone when it is written', async () => {
  const { outgoing, arrived } = tray();
  const sending = outgoing.add(message);
  expect(outgoing.snapshot()).toMatchObject([{ clientId: 'c1', state: 'sending' }]);
  await sending;
  expect(outgoing.snapshot()).toEqual([]);
  expect(arrived).toEqual(['c1']);
});

test('one that fails stays with the reason, and is sent again with the same client id', async () => {
  const { outgoing, sent } = tray([new ApiFailure(500, 'internal', 'Réessayez dans un instant.')]);
  await outgoing.add(message);
  expect(outgoing.snapshot()).toMatchObject([{ state: 'failed', reason: 'Réessayez dans un instant.' }]);
  await outgoing.retry('c1');
  expect(outgoing.snapshot()).toEqual([]);
  expect(sent.map(({ clientId }) => clientId)).toEqual(['c1', 'c1']);
});

test('what is being sent is not sent a second time by impatience', async () => {
  const { outgoing, sent } = tray();
  const sending = outgoing.add(message);
  await outgoing.retry('c1');
  await sending;
  expect(sent).toHaveLength(1);
});

test('after a reload what was on its way is offered again', async () => {
  const store = memory();
  void new Outgoing(
    () => new Promise(() => undefined),
    () => undefined,
    store,
  ).add(message);
  const { outgoing, sent } = tray([], store);
  expect(outgoing.snapshot()).toMatchObject([{ clientId: 'c1', state: 'failed', text: 'Bonjour' }]);
  await outgoing.retry('c1');
  expect(sent.map(({ clientId }) => clientId)).toEqual(['c1']);
});

test('a store that holds something else is no obstacle', () => {
  const store = memory();
  store.setItem('guichet.outgoing', '{broken');
  expect(tray([], store).outgoing.snapshot()).toEqual([]);
});

test('a reply that crosses a colleague’s is kept with hers, over a reload too, and goes once hers has been seen', async () => {
  const theirs = { ...written('Bonjour de Paul'), id: 'theirs' };
  const crossed = new ApiFailure(409, 'replied-meanwhile', 'Quelqu’un a répondu.', null, {
    replies: [theirs],
  });
  const { outgoing, sent, arrived, store } = tray([crossed]);
  await outgoing.add({ ...message, seenReplyId: null });
  expect(outgoing.snapshot()).toMatchObject([{ state: 'failed', text: 'Bonjour', meanwhile: [theirs] }]);
  const reloaded = new Outgoing(
    async () => theirs,
    () => undefined,
    store,
  );
  expect(reloaded.snapshot()).toMatchObject([{ text: 'Bonjour', meanwhile: [theirs] }]);
  await outgoing.sendAnyway(message.clientId);
  expect(sent.map(({ seenReplyId }) => seenReplyId)).toEqual([null, 'theirs']);
  expect(arrived).toEqual([message.clientId]);
  expect(outgoing.snapshot()).toEqual([]);
});
