import { type AdvisorApiFixture, startAdvisorApi } from '../advisor-api/testing/advisor-api-fixture';
import type { TeamsSession } from '../advisor-api/contract-teams';
import { createTeamsTokens } from './teams-token';
import { APP, startEntra, TENANT, type Entra } from './testing/entra';

const PASSWORD = 'quatre chevaux bleus';
const EMAIL = 'nadia.benali@guichet.example';
const IDENTITY = { tenantId: TENANT, objectId: 'dddddddd-0000-4000-8000-000000000001' };

let entra: Entra;
let api: AdvisorApiFixture;
const start = async (trustEmail: boolean): Promise<void> => {
  entra = await startEntra(() => api.data.clock.now());
  const verify = createTeamsTokens({
    tenants: [TENANT],
    appId: APP,
    host: 'localhost:3978',
    keysUrl: entra.keysUrl,
  });
  api = await startAdvisorApi('http://localhost:3978', null, { verify, trustEmail });
};
afterEach(async () => {
  await api.stop();
  await entra.stop();
});

const signIn = async (body: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(`${api.url}/advisor/sign-in/teams`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as TeamsSession & { readonly error: { readonly code: string } };
  return { status: response.status, headers: response.headers, ...answer };
};
const asBearer = (session: string): Record<string, string> => ({ authorization: `Bearer ${session}` });
const me = (session: string) => fetch(`${api.url}/api/advisor/me`, { headers: asBearer(session) });
const link = (advisorId = 'advisor-abc-1') =>
  api.data.services.teamsAccounts.link({
    identity: IDENTITY,
    to: { advisorId },
    by: 'single-sign-on',
    now: api.data.clock.now(),
  });

describe('a linked account', () => {
  beforeEach(async () => {
    await start(false);
    await link();
  });

  it('gets a session in the answer, without a cookie, that is sent as a bearer token', async () => {
    const answer = await signIn({ token: entra.token() });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const mine = await me(answer.session);
    expect(await mine.json()).toMatchObject({ id: 'advisor-abc-1' });
    const [session] = await api.data.services.advisors.sessions('advisor-abc-1', api.data.clock.now());
    expect(session?.method).toBe('teams');
  });

  it('may change things by it, and sign out', async () => {
    const { session } = await signIn({ token: entra.token() });
    const ticket = await api.file({ deskId: 'abc' });
    const changed = await api.post(
      `/tickets/${ticket.id}/priority`,
      { priority: 'high', version: ticket.version },
      '',
      asBearer(session),
    );
    expect(changed.status).toBe(200);
    expect((await api.post('/sign-out', {}, '', asBearer(session))).status).toBe(204);
    expect((await me(session)).status).toBe(401);
  });

  it('follows the event stream with it', async () => {
    const { session } = await signIn({ token: entra.token() });
    const stop = new AbortController();
    const events = await fetch(`${api.url}/api/advisor/events`, {
      headers: asBearer(session),
      signal: stop.signal,
    });
    expect(events.headers.get('content-type')).toMatch(/^text\/event-stream/);
    stop.abort();
  });

  it('is nobody once the advisor is gone, and whoever has a broken session', async () => {
    await link('advisor-who-left');
    expect(await signIn({ token: entra.token() })).toMatchObject({
      status: 403,
      error: { code: 'teams-unlinked' },
    });
    expect((await me('x'.repeat(43))).status).toBe(401);
    expect((await me('short')).status).toBe(401);
  });

  it('a page of another site cannot sign in with it', async () => {
    const answer = await signIn({ token: entra.token() }, { origin: 'https://evil.example' });
    expect(answer).toMatchObject({ status: 403, error: { code: 'foreign-origin' } });
  });

  it('a wrong token says nothing of what is wrong; after thirty an address waits', async () => {
    for (let attempt = 0; attempt < 30; attempt += 1) {
      const answer = await signIn({ token: entra.token({ scp: 'User.Read' }) });
      expect(answer).toMatchObject({ status: 401, error: { code: 'teams-token' } });
      expect(JSON.stringify(answer)).not.toMatch(/scp/);
    }
    const closed = await signIn({ token: entra.token() });
    expect(closed.status).toBe(429);
    expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('while the database is away nothing is counted', async () => {
    const look = jest.spyOn(api.data.services.advisors, 'signInWithTeams');
    look.mockRejectedValue(new Error('the database is away'));
    for (let time = 0; time < 30; time += 1) await signIn({ token: entra.token() });
    look.mockRestore();
    expect((await signIn({ token: entra.token() })).status).toBe(200);
  });

  it('while keys cannot be read: 503, and nothing is counted', async () => {
    entra.failing = 500;
    expect(await signIn({ token: entra.token() })).toMatchObject({
      status: 503,
      error: { code: 'try-later' },
    });
  });
});

describe('an account that is not linked', () => {
  it('is refused, however right its address is, unless addresses are trusted', async () => {
    await start(false);
    expect(await signIn({ token: entra.token() })).toMatchObject({
      status: 403,
      error: { code: 'teams-unlinked' },
    });
    expect(await api.data.services.teamsAccounts.find(IDENTITY)).toBeNull();
  });

  it('is linked by her password, once', async () => {
    await start(false);
    const cookie = await api.signIn('advisor-abc-1');
    await api.post('/password', { next: PASSWORD }, cookie);
    const wrong = await signIn({ token: entra.token(), email: EMAIL, password: 'faux faux faux' });
    expect(wrong).toMatchObject({ status: 401, error: { code: 'wrong-credentials' } });
    const right = await signIn({ token: entra.token(), email: EMAIL, password: PASSWORD });
    expect(right.status).toBe(200);
    expect(await api.data.services.teamsAccounts.advisorOf(IDENTITY)).toMatchObject({ id: 'advisor-abc-1' });
    expect((await signIn({ token: entra.token() })).status).toBe(200);
  });

  it('is found by its address where that is trusted, and bound by its object id', async () => {
    await start(true);
    expect((await signIn({ token: entra.token() })).status).toBe(200);
    // From then on her account decides, whatever address it has.
    const renamed = entra.token({ preferred_username: 'pierre.lemoine@guichet.example' });
    const { session } = await signIn({ token: renamed });
    expect(await (await me(session)).json()).toMatchObject({ id: 'advisor-abc-1' });
    // Another account that was given her address later is not hers.
    const later = entra.token({ oid: 'dddddddd-0000-4000-8000-000000000002' });
    expect(await signIn({ token: later })).toMatchObject({ status: 403 });
  });

  it.each([
    ['a guest', { acct: 1 }],
    ['somebody who is no advisor', { preferred_username: 'camille@guichet.example' }],
  ])('%s is not found by an address', async (_who, claims) => {
    await start(true);
    expect(await signIn({ token: entra.token(claims) })).toMatchObject({ status: 403 });
  });
});
