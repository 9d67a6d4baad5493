import { SignJWT } from 'jose';
import { startEdge, TEST_KEY, type EdgeFixture, type Visit } from '../testing/edge-fixture';

let edge: EdgeFixture;
let person: { id: string; deskId: string };
beforeAll(async () => {
  edge = await startEdge();
  const [first] = await edge.data.services.people.ofDesk('oc-mentor');
  if (first === undefined) throw new Error('The demo data has nobody at this desk.');
  person = first;
});
afterAll(() => edge.stop());

const token = (body: unknown) => edge.post('/api/webchat/token', body);

/** What the server of a host page signs for its visitor. */
const identity = (change: { key?: string; sub?: string; expiresIn?: number; alg?: string } = {}) => {
  const jwt = new SignJWT({})
    .setProtectedHeader({ alg: change.alg ?? 'HS256' })
    .setSubject(change.sub ?? person.id);
  if (change.expiresIn !== undefined) jwt.setExpirationTime(Math.floor(Date.now() / 1000) + change.expiresIn);
  return jwt.sign(new TextEncoder().encode(change.key ?? TEST_KEY));
};

describe('POST /api/webchat/token', () => {
  it('gives a visitor of a desk a token', async () => {
    const { status, body } = await token({ desk: 'abc' });
    expect(status).toBe(200);
    expect(body).toEqual({
      token: expect.any(String),
      conversationId: expect.any(String),
      expires_in: 1800,
      userId: expect.stringMatching(/^dl_/),
    });
  });

  test.each([
    ['an unknown desk', { desk: 'nowhere' }],
    ['no desk', {}],
    ['a desk that is a number', { desk: 4 }],
    ['a desk from the prototype', { desk: '__proto__' }],
  ])('refuses %s and says which there are', async (_what, body) => {
    const { status, body: answer } = await token(body);
    expect(status).toBe(400);
    expect(answer.error).toMatchObject({
      code: 'unknown-desk',
      message: expect.stringMatching(/Guichet inconnu.*abc, ogestion/),
    });
  });

  it('refuses what is no JSON: 400', async () => {
    expect(await token('{"desk":')).toMatchObject({
      status: 400,
      body: { error: { code: 'malformed-json' } },
    });
  });
});

describe('an identity', () => {
  it('links the person whom the host page vouches for', async () => {
    const { status, body } = await token({ desk: 'oc-mentor', identity: await identity({ expiresIn: 60 }) });
    expect(status).toBe(200);
    await edge.post('/v3/directline/conversations', {}, String(body.token));
    expect(await edge.data.services.conversations.find(String(body.conversationId))).toMatchObject({
      personId: person.id,
    });
  });

  test.each([
    ['is signed with another key', () => identity({ key: 'x'.repeat(40), expiresIn: 60 })],
    ['has expired', () => identity({ expiresIn: -10 })],
    ['never expires', () => identity()],
    ['is signed with another method', () => identity({ expiresIn: 60, alg: 'HS512' })],
    ['names nobody known', () => identity({ sub: 'nobody', expiresIn: 60 })],
    ['is no token', () => Promise.resolve('nonsense')],
    ['is a Direct Line token', async () => String((await token({ desk: 'oc-mentor' })).body.token)],
  ])('that %s is refused: 401 with the reason', async (_what, make) => {
    const { status, body } = await token({ desk: 'oc-mentor', identity: await make() });
    expect(status).toBe(401);
    expect(body.error).toMatchObject({
      code: 'invalid-identity',
      message: expect.stringMatching(/identity token/),
    });
  });

  it('of a person of another desk is refused', async () => {
    expect((await token({ desk: 'abc', identity: await identity({ expiresIn: 60 }) })).status).toBe(401);
  });

  it('is no Direct Line token', async () => {
    const answer = await edge.post('/v3/directline/conversations', {}, await identity({ expiresIn: 60 }));
    expect(answer.status).toBe(403);
  });
});

describe('a returning visitor', () => {
  const visit = async (body: Readonly<Record<string, unknown>>): Promise<Visit> =>
    (await token(body)).body as unknown as Visit;
  const later = (days: number) =>
    edge.data.clock.set(new Date(edge.data.clock.now().getTime() + days * 86_400_000));

  it('comes back to her conversation, also when her token has expired', async () => {
    const first = await visit({ desk: 'abc' });
    later(29);
    expect(await visit({ desk: 'abc', token: first.token })).toMatchObject({
      conversationId: first.conversationId,
      userId: first.userId,
    });
  });

  test.each<[string, number, Record<string, unknown>]>([
    ['after a month', 31, { desk: 'abc' }],
    ['at another desk', 0, { desk: 'ogestion' }],
  ])('starts anew %s', async (_what, days, body) => {
    const first = await visit({ desk: 'abc' });
    later(days);
    expect((await visit({ ...body, token: first.token })).conversationId).not.toBe(first.conversationId);
  });

  it('starts anew when the earlier token is none of ours', async () => {
    expect((await token({ desk: 'abc', token: 'nonsense' })).status).toBe(200);
  });

  it('may sign in to the conversation that she began as a stranger; nobody else can open it then', async () => {
    const stranger = await visit({ desk: 'oc-mentor' });
    await edge.post('/v3/directline/conversations', {}, stranger.token);
    const known = await visit({
      desk: 'oc-mentor',
      token: stranger.token,
      identity: await identity({ expiresIn: 60 }),
    });
    expect(known.conversationId).toBe(stranger.conversationId);
    await edge.post('/v3/directline/conversations', {}, known.token);
    expect((await visit({ desk: 'oc-mentor', token: known.token })).conversationId).not.toBe(
      known.conversationId,
    );
    expect((await visit({ desk: 'oc-mentor', token: stranger.token })).conversationId).not.toBe(
      known.conversationId,
    );
    expect((await edge.post('/v3/directline/conversations', {}, stranger.token)).status).toBe(403);
  });
});

it('who asks too often is told to wait: 429', async () => {
  const strict = await startEdge({ TOKENS_PER_MINUTE: '3', MESSAGES_PER_MINUTE: '2' });
  const visit = await strict.visit();
  await strict.visit();
  await strict.visit();
  const refused = await strict.post('/api/webchat/token', { desk: 'abc' });
  expect(refused).toMatchObject({ status: 429, body: { error: { code: 'too-many-requests' } } });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const path = `/v3/directline/conversations/${visit.conversationId}/activities`;
  const statuses = [];
  for (let n = 0; n < 3; n += 1) {
    statuses.push((await strict.post(path, { type: 'message', text: 'x' }, visit.token)).status);
  }
  expect(statuses).toEqual([200, 200, 429]);
  await strict.stop();
});

describe('the sample portal', () => {
  it('lists the people and vouches for one of them', async () => {
    const { body } = await edge.get('/api/demo/people');
    const desks = body.desks as { id: string; people: { id: string }[] }[];
    expect(desks).toHaveLength(4);
    for (const desk of desks) {
      const chosen = desk.people[0]?.id;
      const signed = await edge.post('/api/demo/identity', { personId: chosen });
      expect(signed).toMatchObject({ status: 200, body: { desk: desk.id } });
      expect((await token({ desk: desk.id, identity: signed.body.identity })).status).toBe(200);
    }
  });

  it('shows the records of a person', async () => {
    const { body } = await edge.get(`/api/demo/records?person=${person.id}`);
    expect(body).toMatchObject({ assignments: expect.any(Array), students: expect.any(Array) });
    expect((body.invoices as unknown[]).length).toBeGreaterThan(0);
  });

  it('knows nobody else', async () => {
    expect((await edge.post('/api/demo/identity', { personId: 'nobody' })).status).toBe(404);
    expect((await edge.post('/api/demo/identity', {})).status).toBe(400);
  });

  it('is not there in production', async () => {
    const production = await startEdge({
      GUICHET_MODE: 'production',
      PUBLIC_URL: 'https://guichet.example.org',
      MICROSOFT_APP_ID: '11111111-2222-3333-4444-555555555555',
      MICROSOFT_APP_PASSWORD: 'secret',
      MICROSOFT_APP_TENANT_ID: 'tenant',
    });
    expect((await production.get('/api/demo/people')).status).toBe(404);
    expect((await production.post('/api/demo/identity', { personId: person.id })).status).toBe(404);
    expect((await production.post('/v3/directline/tokens/generate', { desk: 'abc' })).status).toBe(401);
    const generated = await production.post('/v3/directline/tokens/generate', { desk: 'abc' }, TEST_KEY);
    expect(generated.status).toBe(200);
    await production.stop();
  });
});
