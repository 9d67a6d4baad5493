import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually, startEdge, type EdgeFixture } from '../../testing/edge-fixture';

let edge: EdgeFixture;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.stop());

let count = 0;
const message = (change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  type: 'message',
  id: `a${(count += 1)}`,
  channelId: 'emulator',
  deliveryMode: 'expectReplies',
  from: { id: 'user' },
  recipient: { id: 'bot' },
  conversation: { id: `c${count}` },
  text: 'bonjour',
  channelData: { guichet: { desk: 'oc-mentor' } },
  ...change,
});

const replies = async (activity: unknown): Promise<Record<string, unknown>[]> => {
  const answer = await edge.post('/api/messages', activity);
  expect(answer.status).toBe(200);
  return answer.body.activities as Record<string, unknown>[];
};

describe('the door', () => {
  test.each<[string, unknown]>([
    ['no JSON', '{"type": "message",'],
    ['a number', '7'],
    ['a list', []],
    ['nothing', {}],
    ['no type', message({ type: undefined })],
    ['a type that is a number', message({ type: 7 })],
    ['a type that is a list', message({ type: ['message'] })],
    ['entities that say nothing', message({ entities: [{}] })],
    ['entities with null', message({ entities: [null] })],
    ['a mention without text', message({ entities: [{ type: 'mention', mentioned: { id: 'bot' } }] })],
    ['a mention of nobody', message({ entities: [{ type: 'mention', text: '<at>x</at>' }] })],
    ['no conversation', message({ conversation: undefined })],
    ['a conversation without id', message({ conversation: {} })],
    ['no sender', message({ from: undefined })],
    ['no channel', message({ channelId: undefined })],
    ['text that is an object', message({ text: { toString: 'x' } })],
    ['no address for replies', message({ deliveryMode: undefined })],
    ['an address that is none', message({ serviceUrl: 'javascript:alert(1)' })],
    ['an address that is a number', message({ serviceUrl: 5 })],
    ['channel data that is text', message({ channelData: 'x' })],
    [
      'an invoke that is not known',
      message({ type: 'invoke', deliveryMode: undefined, serviceUrl: 'http://127.0.0.1:9/', name: 'x/y' }),
    ],
    ['attachments that are no list', message({ attachments: {} })],
  ])('refuses %s with a reason: 400', async (_what, body) => {
    const { status, body: answer } = await edge.post('/api/messages', body);
    expect(status).toBe(400);
    expect(answer.error).toMatchObject({ code: expect.stringMatching(/^malformed/) });
    expect(JSON.stringify(answer)).not.toMatch(/\bat .*\.(js|ts)/);
  });

  it('refuses what is far too large: 413', async () => {
    expect((await edge.post('/api/messages', message({ text: 'x'.repeat(400_000) }))).status).toBe(413);
  });

  it('acknowledges what is no turn', async () => {
    const before = edge.turns.length;
    for (const type of [
      'typing',
      'messageReaction',
      'endOfConversation',
      'installationUpdate',
      'new-in-2030',
    ]) {
      expect((await edge.post('/api/messages', message({ type }))).status).toBe(200);
    }
    expect(edge.turns).toHaveLength(before);
  });
});

describe('a message that expects its replies in the response', () => {
  it('gets them, with what was decided', async () => {
    const [reply, ...others] = await replies(message({ text: 'jai pa été payé' }));
    expect(others).toEqual([]);
    expect(reply).toMatchObject({
      type: 'message',
      text: expect.stringContaining('1: jai pa été payé'),
      channelData: { guichet: { decision: 'answer', topic: 'abc.test' } },
    });
    expect(reply).not.toHaveProperty('guichet');
    expect(edge.turns.at(-1)).toMatchObject({ channel: 'other', desk: 'oc-mentor', text: 'jai pa été payé' });
  });

  it('gets the same replies again when it is delivered again, for one turn', async () => {
    const activity = message({ text: 'encore' });
    const [first, second] = await Promise.all([replies(activity), replies(activity)]);
    const third = await replies(activity);
    expect([first, second, third].map(([reply]) => reply?.text)).toEqual(Array(3).fill('1: encore'));
    expect(edge.turns.filter((turn) => turn.text === 'encore')).toHaveLength(1);
  });

  it('is understood without the mention of the assistant', async () => {
    await replies(
      message({
        text: '<at>Guichet</at> suis-je payé ?',
        entities: [{ type: 'mention', text: '<at>Guichet</at>', mentioned: { id: 'bot' } }],
      }),
    );
    expect(edge.turns.at(-1)?.text).toBe('suis-je payé ?');
  });

  test.each([
    ['empty', '', 'empty'],
    ['20 KB', 'a '.repeat(10_240), 'too-long'],
    ['binary', '\u0000\u0001\u0002\u0003', 'binary'],
  ])('goes on when it is %s', async (_what, text, unreadable) => {
    await replies(message({ text }));
    expect(edge.turns.at(-1)).toMatchObject({ text: '', unreadable });
  });
});

describe('somebody whose desk is not known', () => {
  const unknown = (change: Readonly<Record<string, unknown>> = {}) => message({ channelData: {}, ...change });

  it('is asked for it, and her question is answered once she has chosen', async () => {
    const asked = unknown({ text: 'jai pa été payé' });
    const [question] = await replies(asked);
    expect(question).toMatchObject({ channelData: { guichet: { decision: 'clarify' } } });
    const card = (
      question?.attachments as { content: { buttons: { title: string; value: unknown }[] } }[]
    )[0];
    expect(card?.content.buttons).toHaveLength(4);
    const pressed = card?.content.buttons[3];
    const [answer] = await replies(
      unknown({ conversation: asked.conversation, text: pressed?.title, value: pressed?.value }),
    );
    expect(answer?.text).toBe('1: jai pa été payé');
    await replies(unknown({ conversation: asked.conversation, text: 'et demain ?' }));
    const desk = (await edge.data.services.desks.all())[3]?.id;
    expect(edge.turns.at(-1)).toMatchObject({ desk, text: 'et demain ?' });
  });

  it('may type its name', async () => {
    const desk = (await edge.data.services.desks.all())[1];
    const [welcome] = await replies(unknown({ text: ` ${desk?.name.toUpperCase()} ` }));
    expect(welcome?.text).toBe('Bonjour');
    expect(edge.turns.at(-1)).toMatchObject({ kind: 'joined', desk: desk?.id });
  });
});

describe('a message whose replies go to the channel', () => {
  let connector: Server;
  const received: Record<string, unknown>[] = [];
  let failing = false;
  beforeAll(async () => {
    connector = createServer((req, res) => {
      let body = '';
      req.on('data', (chunk) => (body += String(chunk)));
      req.on('end', () => {
        if (!failing) received.push(JSON.parse(body) as Record<string, unknown>);
        res.writeHead(failing ? 403 : 200, { 'content-type': 'application/json' });
        res.end('{"id":"r1"}');
      });
    });
    await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => connector.close(resolve)));
  const normal = (change: Readonly<Record<string, unknown>> = {}) =>
    message({
      deliveryMode: undefined,
      serviceUrl: `http://127.0.0.1:${(connector.address() as AddressInfo).port}`,
      ...change,
    });

  it('is answered there, once, also when it is delivered twice', async () => {
    const activity = normal({ text: 'par le canal' });
    expect((await edge.post('/api/messages', activity)).status).toBe(200);
    expect((await edge.post('/api/messages', activity)).status).toBe(200);
    expect(received.filter((reply) => reply.text === '1: par le canal')).toHaveLength(1);
  });

  it('gets an advisor’s reply later, by the outbox', async () => {
    const activity = normal();
    await edge.post('/api/messages', activity);
    const { tickets } = edge.data.services;
    const conversationId = `emulator:${(activity.conversation as { id: string }).id}`;
    const ticket = await tickets.file({
      idempotencyKey: 'k1',
      deskId: 'oc-mentor',
      personId: null,
      conversationId,
      topicId: 'oc-mentor.payment-late',
      category: 'payment',
      subject: 'Retard',
      priority: 'normal',
      facts: [],
      checks: [],
      article: null,
      now: edge.data.clock.now(),
    });
    await tickets.write({
      idempotencyKey: 'k2',
      ticketId: ticket.id,
      kind: 'reply',
      advisor: { id: 'advisor-1', name: 'Camille' },
      text: 'C’est **parti** hier.',
      now: edge.data.clock.now(),
    });
    const reply = await eventually(
      () => received.find((one) => one.text === 'C’est **parti** hier.'),
      (found) => found !== undefined,
    );
    expect(reply).toMatchObject({
      textFormat: 'plain',
      channelData: { guichet: { ticket: ticket.reference } },
    });
  });

  it('does not fail when the desk cannot even be asked for', async () => {
    failing = true;
    expect((await edge.post('/api/messages', normal({ channelData: {} }))).status).toBe(200);
    failing = false;
  });

  it('does not fail when the channel does: the turn is kept', async () => {
    failing = true;
    const activity = normal({ text: 'canal en panne' });
    expect((await edge.post('/api/messages', activity)).status).toBe(200);
    failing = false;
    const id = `emulator:${(activity.conversation as { id: string }).id}`;
    const stored = await edge.data.services.conversations.since(id, 0);
    expect(stored.map(({ text }) => text)).toEqual(['canal en panne', '1: canal en panne']);
  });
});

it('a server with an app id refuses who does not prove to be the channel: 401', async () => {
  const guarded = await startEdge({
    MICROSOFT_APP_ID: '11111111-2222-3333-4444-555555555555',
    MICROSOFT_APP_PASSWORD: 'secret',
  });
  const answer = await guarded.post(
    '/api/messages',
    message({ serviceUrl: 'https://smba.trafficmanager.net/' }),
  );
  expect(answer).toMatchObject({ status: 401, body: { error: { code: 'unauthorized' } } });
  await guarded.stop();
});
