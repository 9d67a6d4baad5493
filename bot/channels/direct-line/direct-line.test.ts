import { directLineClient, listen, path, texts } from '../../testing/direct-line-client';
import { eventually, startEdge, type EdgeFixture } from '../../testing/edge-fixture';

let edge: EdgeFixture;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.stop());

const { start, poll, send } = directLineClient(() => edge);

describe('starting', () => {
  it('answers 201 with a stream, then 200 for the same conversation, and welcomes once', async () => {
    const visit = await edge.visit();
    expect(visit.userId).toMatch(/^dl_/);
    const first = await edge.post('/v3/directline/conversations', {}, visit.token);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ conversationId: visit.conversationId, expires_in: 1800 });
    expect(first.body.streamUrl).toMatch(
      new RegExp(`^ws://127.0.0.1:\\d+${path(visit)}/stream\\?watermark=&t=`),
    );
    const second = await edge.post('/v3/directline/conversations', {}, visit.token);
    expect(second.status).toBe(200);
    const set = await eventually(
      () => poll(visit),
      ({ activities }) => activities.length > 0,
    );
    expect(texts(set)).toEqual(['Bonjour']);
    expect(set.activities[0]).toMatchObject({
      type: 'message',
      from: { id: 'guichet', role: 'bot' },
      channelData: { guichet: { decision: 'answer', topic: 'abc.test' } },
    });
  });

  it('refreshes a token to another that is good', async () => {
    const visit = await start();
    const refreshed = await edge.post('/v3/directline/tokens/refresh', {}, visit.token);
    expect(refreshed).toMatchObject({
      status: 200,
      body: { conversationId: visit.conversationId, expires_in: 1800 },
    });
    expect((await edge.get(path(visit), String(refreshed.body.token))).status).toBe(200);
  });

  it('gives a server that holds a key a token for the desk it names', async () => {
    const generated = await edge.post('/v3/directline/tokens/generate', {
      desk: 'oc-coach',
      user: { id: 'dl_x' },
    });
    expect(generated).toMatchObject({ status: 200, body: { expires_in: 1800 } });
    const started = await edge.post('/v3/directline/conversations', {}, String(generated.body.token));
    expect(started.status).toBe(201);
    expect(await edge.data.services.conversations.find(String(generated.body.conversationId))).toMatchObject({
      deskId: 'oc-coach',
      userId: 'dl_x',
    });
  });
});

describe('who may', () => {
  it('refuses a call without a token: 401', async () => {
    const visit = await start();
    expect(await edge.get(path(visit))).toMatchObject({
      status: 401,
      body: { error: { code: 'Unauthorized' } },
    });
  });

  it.each(['get', 'post'] as const)('refuses the token of another conversation: 403 (%s)', async (method) => {
    const [mine, other] = [await start(), await start()];
    const answer =
      method === 'get'
        ? await edge.get(path(other, '/activities'), mine.token)
        : await edge.post(path(other, '/activities'), { type: 'message', text: 'x' }, mine.token);
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'Forbidden' } } });
  });

  it('refuses a token that nobody here signed, and one that was meant for a stream', async () => {
    const visit = await start();
    const ticket = new URL(visit.streamUrl).searchParams.get('t') ?? '';
    for (const token of ['nonsense', `${visit.token}x`, ticket]) {
      expect((await edge.get(path(visit), token)).status).toBe(403);
    }
  });

  it('tells an expired token from a foreign one: 403 TokenExpired', async () => {
    const visit = await start();
    edge.data.clock.set(new Date(edge.data.clock.now().getTime() + 1_801_000));
    expect(await edge.get(path(visit, '/activities'), visit.token)).toMatchObject({
      status: 403,
      body: { error: { code: 'TokenExpired', message: 'Token has expired' } },
    });
    expect((await edge.post('/v3/directline/tokens/refresh', {}, visit.token)).status).toBe(403);
  });
});

describe('sending', () => {
  it('is answered once stored, echoes the clientActivityID, forces the sender, then brings the reply', async () => {
    const visit = await start();
    const sent = await send(visit, { text: 'bonjour', channelData: { clientActivityID: 'c-1' } });
    expect(sent.status).toBe(200);
    const set = await eventually(
      () => poll(visit),
      ({ activities }) => activities.length === 3,
    );
    expect(texts(set)).toEqual(['Bonjour', 'bonjour', '2: bonjour']);
    expect(set.activities[1]).toMatchObject({
      id: sent.body.id,
      from: { id: visit.userId, role: 'user' },
      channelData: { clientActivityID: 'c-1' },
    });
    expect(set.activities[2]).toMatchObject({ replyToId: sent.body.id });
  });

  it('takes the same clientActivityID as the same message: one effect, one id', async () => {
    const visit = await start();
    const activity = { text: 'une fois', channelData: { clientActivityID: 'same' } };
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(visit, activity)));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    await eventually(
      () => poll(visit),
      ({ activities }) => activities.length === 3,
    );
    await send(visit, activity);
    await send(visit, { text: 'fin' });
    await eventually(
      () => poll(visit),
      (set) => texts(set).includes('3: fin'),
    );
    expect(edge.turns.filter((turn) => turn.text === 'une fois')).toHaveLength(1);
  });

  it('answers one message after the other, in order', async () => {
    const visit = await start();
    await eventually(
      () => poll(visit),
      ({ activities }) => activities.length === 1,
    );
    for (let n = 1; n <= 8; n += 1) await send(visit, { text: `m${n}` });
    const set = await eventually(
      () => poll(visit),
      ({ activities }) => activities.length === 17,
    );
    const replies = set.activities.filter((activity) => activity.from.role === 'bot').map(({ text }) => text);
    expect(replies).toEqual(['Bonjour', ...Array.from({ length: 8 }, (_, n) => `${n + 2}: m${n + 1}`)]);
  });

  it('acknowledges typing and events without a turn', async () => {
    const visit = await start();
    const before = edge.turns.length;
    for (const type of ['typing', 'event', 'conversationUpdate', 'messageReaction']) {
      expect((await send(visit, { type, name: 'webchat/join', value: {} })).status).toBe(200);
    }
    await send(visit, { text: 'fin' });
    await eventually(
      () => poll(visit),
      (set) => texts(set).some((text) => text?.endsWith(': fin')),
    );
    expect(edge.turns.slice(before).filter((turn) => turn.kind === 'message')).toHaveLength(1);
  });

  it.each([
    ['no JSON', '{"type":', 400, 'malformed-json'],
    ['a list', '[]', 400, 'BadArgument'],
    ['no type', '{"text":"x"}', 400, 'BadArgument'],
    ['an unknown type', '{"type":"shout"}', 400, 'BadArgument'],
    ['a number as text', '{"type":"message","text":1}', 400, 'BadArgument'],
    ['empty entities', '{"type":"message","entities":[{}]}', 400, 'BadArgument'],
    ['too much', JSON.stringify({ type: 'message', text: 'x'.repeat(300_000) }), 413, 'body-too-large'],
  ])('refuses %s with a reason, and the conversation goes on', async (_what, body, status, code) => {
    const visit = await start();
    const refused = await edge.post(path(visit, '/activities'), body, visit.token);
    expect(refused).toMatchObject({ status, body: { error: { code } } });
    expect(String((refused.body.error as { message: string }).message).length).toBeGreaterThan(10);
    expect((await send(visit, { text: 'et ensuite' })).status).toBe(200);
  });

  it('apologises once when the assistant fails, keeps its state, and goes on', async () => {
    const visit = await start();
    await eventually(
      () => poll(visit),
      ({ activities }) => activities.length === 1,
    );
    const { handle } = edge;
    edge.handle = () => Promise.reject(new Error('broken'));
    await send(visit, { text: 'a' });
    const set = await eventually(
      () => poll(visit),
      ({ activities }) => activities.length === 3,
    );
    expect(texts(set)[2]).toMatch(/^Votre message est bien enregistré/);
    edge.handle = handle;
    await send(visit, { text: 'b' });
    const after = await eventually(
      () => poll(visit),
      ({ activities }) => activities.length === 5,
    );
    expect(texts(after)[4]).toBe('2: b');
  });

  it('stores nothing that must be masked', async () => {
    const visit = await start();
    await send(visit, { text: 'mon IBAN FR76 3000 6000 0112' });
    const stored = await edge.data.services.conversations.since(visit.conversationId, 0);
    expect(JSON.stringify(stored)).not.toMatch(/3000 6000/);
  });
});

describe('reading', () => {
  it('goes on from a watermark, which also passes what is not shown', async () => {
    const visit = await start();
    await send(visit, { text: 'un' });
    const all = await eventually(
      () => poll(visit),
      ({ activities }) => activities.length === 3,
    );
    expect(await poll(visit, all.watermark)).toEqual({ activities: [], watermark: all.watermark });
    expect((await poll(visit, 2)).activities.length).toBeLessThan(3);
  });

  it.each(['-1', 'abc', '1e9', '99999999999'])('refuses the watermark %s', async (watermark) => {
    const visit = await start();
    expect((await edge.get(path(visit, `/activities?watermark=${watermark}`), visit.token)).status).toBe(400);
  });
});

describe('the stream', () => {
  it('brings what was, what is sent and what is answered, each once and in order', async () => {
    const visit = await start();
    const { frames, socket } = listen(visit.streamUrl);
    await send(visit, { text: 'un', channelData: { clientActivityID: 'k' } });
    await eventually(
      () => frames.flatMap(texts),
      (seen) => seen.length === 3,
    );
    expect(frames.flatMap(texts)).toEqual(['Bonjour', 'un', '2: un']);
    socket.close();
  });

  it('replays from the watermark after a cut', async () => {
    const visit = await start();
    const first = listen(visit.streamUrl);
    await send(visit, { text: 'un' });
    await eventually(
      () => first.frames.flatMap(texts),
      (seen) => seen.length === 3,
    );
    first.socket.terminate();
    await send(visit, { text: 'deux' });
    const watermark = first.frames.at(-1)?.watermark;
    const again = await edge.get(`${path(visit)}?watermark=${watermark}`, visit.token);
    const second = listen(String(again.body.streamUrl));
    await eventually(
      () => second.frames.flatMap(texts),
      (seen) => seen.length === 2,
    );
    expect(second.frames.flatMap(texts)).toEqual(['deux', '3: deux']);
    second.socket.close();
  });

  it('can be opened for a minute', async () => {
    const visit = await start();
    edge.data.clock.set(new Date(edge.data.clock.now().getTime() + 61_000));
    const late = listen(visit.streamUrl);
    await late.closed;
    expect(late.frames).toEqual([]);
  });

  it('is refused to the ticket of another conversation', async () => {
    const [mine, other] = [await start(), await start()];
    const ticket = new URL(mine.streamUrl).searchParams.get('t');
    const address = new URL(other.streamUrl);
    address.searchParams.set('t', String(ticket));
    const stolen = listen(address.href);
    await stolen.closed;
    expect(stolen.frames).toEqual([]);
  });
});

it('answers the preflight of a page on another site', async () => {
  const answer = await fetch(`${edge.url}/v3/directline/conversations`, {
    method: 'OPTIONS',
    headers: { origin: 'https://portal.example.org', 'access-control-request-method': 'POST' },
  });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('access-control-allow-headers')).toContain('x-ms-bot-agent');
});
