import { type AdvisorApiFixture, startAdvisorApi } from '../advisor-api/testing/advisor-api-fixture';

const EMAIL = 'nadia.benali@guichet.example';
const PASSWORD = 'quatre chevaux bleus';

let api: AdvisorApiFixture;
let session: string;
beforeEach(async () => {
  api = await startAdvisorApi();
  session = await api.signIn('advisor-abc-1');
});
afterEach(() => api.stop());

const signIn = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/advisor/sign-in/password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

it('set in a session that a link opened, then good for the next one', async () => {
  expect((await api.get('/me', session)).json<{ hasPassword: boolean }>().hasPassword).toBe(false);
  expect((await api.post('/password', { next: PASSWORD }, session)).status).toBe(204);
  const answer = await signIn({ email: ` ${EMAIL.toUpperCase()} `, password: PASSWORD });
  expect(answer.status).toBe(204);
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect((await api.get('/me', cookie)).json()).toMatchObject({ id: 'advisor-abc-1', hasPassword: true });
});

it.each([
  ['a short one', { next: 'court' }, 'password-too-short'],
  ['her own name', { next: 'Nadia Benali' }, 'password-too-plain'],
  ['one that is far too long', { next: 'long '.repeat(60) }, 'password-too-long'],
])('%s is refused with what to do', async (_what, body, code) => {
  const answer = await api.post('/password', body, session);
  expect(answer.status).toBe(422);
  expect(answer.json().error.code).toBe(code);
});

it('is changed against the one that she has', async () => {
  await api.post('/password', { next: PASSWORD }, session);
  const refused = await api.post('/password', { next: 'un autre mot de passe' }, session);
  expect(refused.json().error.code).toBe('wrong-password');
  const changed = await api.post('/password', { current: PASSWORD, next: 'un autre mot de passe' }, session);
  expect(changed.status).toBe(204);
});

it('a wrong password, an unknown address and a body of another shape are refused alike', async () => {
  await api.post('/password', { next: PASSWORD }, session);
  const answers = await Promise.all([
    signIn({ email: EMAIL, password: 'quatre chevaux verts' }),
    signIn({ email: 'nobody@guichet.example', password: PASSWORD }),
    signIn({ email: 'admin@guichet.example', password: PASSWORD }),
    signIn({ email: EMAIL }),
  ]);
  const bodies = await Promise.all(answers.map(async (answer) => [answer.status, await answer.json()]));
  expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
  expect(bodies[0]?.[0]).toBe(401);
});

it('after eight wrong ones an account is closed for a while, for that account only', async () => {
  await api.post('/password', { next: PASSWORD }, session);
  const from = (address: string) => ({ 'x-forwarded-for': address });
  for (let attempt = 0; attempt < 8; attempt += 1) {
    await signIn({ email: EMAIL, password: `faux ${attempt}` }, from(`192.0.2.${attempt}`));
  }
  const closed = await signIn({ email: EMAIL, password: PASSWORD }, from('192.0.2.99'));
  expect(closed.status).toBe(429);
  expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(0);
  const other = await signIn({ email: 'admin@guichet.example', password: 'faux' }, from('192.0.2.99'));
  expect(other.status).toBe(401);
});

it('of many wrong ones at once no more are looked at than of many one after the other', async () => {
  await api.post('/password', { next: PASSWORD }, session);
  const tries = Array.from({ length: 40 }, (_, attempt) =>
    signIn({ email: EMAIL, password: `faux ${attempt}` }, { 'x-forwarded-for': `192.0.2.${attempt}` }),
  );
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(8);
  expect(statuses.filter((status) => status === 429)).toHaveLength(32);
});

it('one that could not be looked at counts for nothing', async () => {
  await api.post('/password', { next: PASSWORD }, session);
  const look = jest.spyOn(api.data.services.advisors, 'signInWithPassword');
  look.mockRejectedValue(new Error('the database is away'));
  for (let time = 0; time < 8; time += 1) {
    expect((await signIn({ email: EMAIL, password: PASSWORD })).status).toBe(500);
  }
  look.mockRestore();
  expect((await signIn({ email: EMAIL, password: PASSWORD })).status).toBe(204);
});

it('right ones count for nothing, however many', async () => {
  await api.post('/password', { next: PASSWORD }, session);
  const statuses: number[] = [];
  for (let time = 0; time < 10; time += 1) {
    statuses.push((await signIn({ email: EMAIL, password: PASSWORD })).status);
  }
  expect(new Set(statuses)).toEqual(new Set([204]));
});

it('a page of another site cannot try passwords', async () => {
  const answer = await signIn({ email: EMAIL, password: PASSWORD }, { origin: 'https://evil.example' });
  expect(answer.status).toBe(403);
});
