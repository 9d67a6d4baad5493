import { directLineClient, listen, path } from '../testing/direct-line-client';
import { eventually, startEdge, type EdgeFixture } from '../testing/edge-fixture';
import type { Conversation } from '../../data/conversations/types';
import { silentLog } from '../log';
import type { Change } from '../../data/services';
import { createShowTyping } from './show-typing';

describe('somebody types, over the wire', () => {
  let edge: EdgeFixture;
  beforeEach(async () => {
    edge = await startEdge();
  });
  afterEach(() => edge.stop());
  const client = directLineClient(() => edge);

  test('a tutor’s typing is told to her desk and stored nowhere; her message ends it', async () => {
    const changes: Change[] = [];
    edge.data.changes.subscribe((change) => {
      if (change.kind === 'presence') changes.push(change);
    });
    const visit = await client.start();
    const before = (await edge.data.services.conversations.since(visit.conversationId, 0)).length;
    await client.send(visit, { type: 'typing' });
    await client.send(visit, { type: 'typing' });
    const told = { kind: 'presence', deskId: 'abc', ticketId: null, conversationId: visit.conversationId };
    expect(changes).toEqual([told]);
    expect(await edge.data.services.conversations.since(visit.conversationId, 0)).toHaveLength(before);
    await client.send(visit, { text: 'voilà' });
    expect(changes).toEqual([told, told]);
  });

  test('an open stream is somebody who is there', async () => {
    const changes: Change[] = [];
    edge.data.changes.subscribe((change) => {
      if (change.kind === 'presence') changes.push(change);
    });
    const visit = await client.start();
    const stream = listen(visit.streamUrl.replace(/^.*?\/v3/, `${edge.url.replace('http', 'ws')}/v3`));
    await eventually(
      () => changes.length,
      (count) => count === 1,
    );
    stream.socket.close();
    await eventually(
      () => changes.length,
      (count) => count === 2,
    );
    expect(path(visit)).toContain(visit.conversationId);
  });
});

describe('an advisor types', () => {
  const chat = (channel: Conversation['channel'], scope: Conversation['scope'] = null): Conversation => ({
    id: 'c',
    channel,
    deskId: 'abc',
    userId: 'u',
    personId: null,
    locale: 'fr',
    state: null,
    reference: null,
    lastTurnAt: new Date(0),
    heldById: null,
    scope,
    deskPending: false,
  });

  function shown(conversation: Conversation | null, fails = false) {
    const web: string[] = [];
    const channels: string[] = [];
    const showTyping = createShowTyping({
      conversations: { find: async () => conversation },
      tellWebChat: (id, activity) => void web.push(`${id} ${JSON.stringify(activity.from)}`),
      typing: async ({ id }) => {
        channels.push(id);
        if (fails) throw new Error('no way there');
      },
      log: silentLog,
    });
    return { web, channels, showTyping };
  }
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  test('is shown in the web chat under her name, once every three seconds', async () => {
    const { web, channels, showTyping } = shown(chat('webchat'));
    showTyping('c', 'Nadia');
    showTyping('c', 'Nadia');
    await settled();
    expect(web).toEqual(['c {"id":"advisor","name":"Nadia","role":"bot"}']);
    expect(channels).toEqual([]);
  });

  test('is shown in a personal chat of Teams, never where others read along', async () => {
    const personal = shown(chat('teams', 'personal'));
    const channel = shown(chat('teams', 'channel'));
    personal.showTyping('c', 'Nadia');
    channel.showTyping('c', 'Nadia');
    await settled();
    expect([personal.channels, channel.channels]).toEqual([['c'], []]);
  });

  test('what cannot be shown is dropped', async () => {
    for (const one of [shown(null), shown(chat('teams', 'personal'), true)]) {
      one.showTyping('c', 'Nadia');
      await settled();
      expect(one.web).toEqual([]);
    }
  });
});
