import { createCalendarLinks } from '../../calendar/link';
import { createSigningKeys } from '../../signing-keys';
import { type EdgeFixture, startEdge, TEST_KEY, type Visit } from '../../testing/edge-fixture';

/** The doors beside the advisors' API: those of the requesters, and those of whoever runs the server. */
let edge: EdgeFixture;
let hers: Visit;
let stranger: Visit;
let fileId: string;
let unsentId: string;

beforeAll(async () => {
  edge = await startEdge();
  hers = await edge.visit();
  stranger = await edge.visit({ desk: 'oc-mentor' });
  for (const { token } of [hers, stranger]) await edge.post('/v3/directline/conversations', {}, token);
  const { services, clock } = edge.data;
  const file = {
    conversationId: hers.conversationId,
    activityId: null,
    name: 'a.txt',
    contentType: 'application/json',
    content: Buffer.from('{}'),
    now: clock.now(),
  };
  fileId = (await services.attachments.store(file)).id;
  unsentId = (await services.attachments.store({ ...file, uploadedById: 'advisor-abc-1' })).id;
});
afterAll(() => edge.stop());

const message = { type: 'message', text: 'Bonjour', from: { id: 'x' } };
const DOORS = [
  { call: 'GET activities', path: () => `/v3/directline/conversations/${hers.conversationId}/activities` },
  { call: 'GET the conversation', path: () => `/v3/directline/conversations/${hers.conversationId}` },
  {
    call: 'POST an activity',
    path: () => `/v3/directline/conversations/${hers.conversationId}/activities`,
    body: message,
  },
] as const;

describe.each(DOORS)('$call', (door) => {
  const knock = (token?: string) =>
    'body' in door ? edge.post(door.path(), door.body, token) : edge.get(door.path(), token);

  test('opens to whoever holds the conversation’s token: 200', async () => {
    expect((await knock(hers.token)).status).toBe(200);
  });
  test('not to the token of another conversation, of another desk: 403', async () => {
    expect((await knock(stranger.token)).status).toBe(403);
  });
  test('not without a token: 401', async () => {
    expect((await knock()).status).toBe(401);
  });
  test('not to an advisor’s session: 403', async () => {
    const { services, clock } = edge.data;
    const { token } = await services.advisors.createSignInLink('advisor-abc-1', clock.now());
    const opened = await services.advisors.redeemSignInLink(token, clock.now());
    expect((await knock(opened?.sessionToken)).status).toBe(403);
  });
});

describe('a file of a conversation', () => {
  const open = (id: string, token?: string) => edge.get(`/v3/directline/attachments/${id}`, token);
  test.each([
    ['to its requester', () => open(fileId, hers.token), 200],
    ['to the token of another conversation', () => open(fileId, stranger.token), 404],
    ['without a token', () => open(fileId), 401],
    ['that does not exist', () => open('nothing', hers.token), 404],
    ['that an advisor has not sent yet', () => open(unsentId, hers.token), 404],
    ['to a forged address', () => edge.get(`/v3/directline/attachments/${fileId}?t=e30.e30.e30`), 403],
  ])('%s: %#', async (_what, call, status) => {
    expect((await call()).status).toBe(status);
  });
});

test('a requester’s token opens nothing of the advisors', async () => {
  for (const path of ['/me', '/tickets', '/events', `/attachments/${fileId}`]) {
    expect((await edge.get(`/api/advisor${path}`, hers.token)).status).toBe(401);
  }
});

test('an earlier token of another desk does not bring its conversation back', async () => {
  const visit = await edge.visit({ desk: 'oc-coach', token: hers.token });
  expect(visit.conversationId).not.toBe(hers.conversationId);
});

test('the link to an appointment opens that one only, and no list of them', async () => {
  const { services, clock } = edge.data;
  const now = clock.now();
  const links = createCalendarLinks({ keys: createSigningKeys([TEST_KEY]), clock, publicUrl: '' });
  const book = async (personId: string, startsAt: string): Promise<string> => {
    const booked = await services.appointments.book({
      idempotencyKey: startsAt,
      deskId: 'abc',
      personId,
      advisorId: 'advisor-abc-1',
      startsAt: new Date(startsAt),
      channel: 'phone',
      phone: null,
      subject: 'Contrat',
      now,
    });
    if (!booked.ok) throw new Error(booked.fault.code);
    return booked.value.reference;
  };
  const own = await book('abc-camille', '2026-11-24T13:00:00Z');
  const foreign = await book('abc-sofiane', '2026-11-24T15:00:00Z');
  const status = async (path: string) => (await fetch(edge.url + path)).status;
  const link = links.linkTo(own);
  expect(await status(link)).toBe(200);
  expect(await status(link.replace(own, foreign))).toBeGreaterThanOrEqual(400);
  expect(await status(link.split('?')[0] ?? '')).toBeGreaterThanOrEqual(400);
});

test('what the operator’s doors say names nobody', async () => {
  const people = await edge.data.services.people.ofDesk('abc');
  const names = people.flatMap(({ id, displayName, email }) => [id, displayName, email ?? id]);
  const told = [hers.conversationId, hers.userId, hers.token, fileId, 'advisor-abc-1', ...names];
  for (const path of ['/healthz', '/readyz', '/metrics', '/api/openapi.json']) {
    const answer = await fetch(edge.url + path);
    const text = await answer.text();
    expect({ path, status: answer.status, told: told.filter((name) => text.includes(name)) }).toEqual({
      path,
      status: 200,
      told: [],
    });
  }
});
