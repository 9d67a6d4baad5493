import { type AdvisorApiFixture, startAdvisorApi } from '../advisor-api/testing/advisor-api-fixture';

let api: AdvisorApiFixture;
beforeEach(async () => {
  api = await startAdvisorApi();
});
afterEach(() => api.stop());

const link = async (advisorId = 'advisor-mentor-1'): Promise<string> => {
  const { services, clock } = api.data;
  return (await services.advisors.createSignInLink(advisorId, clock.now())).token;
};
const open = (token: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${api.url}/advisor/sign-in/${token}`, { redirect: 'manual', ...init });

test('a link opens a session and leads to the queue', async () => {
  const answer = await open(await link());
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/advisor');
  const cookie = answer.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^guichet_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
  const me = await api.get('/me', cookie.split(';')[0]);
  expect(me.json<{ id: string }>().id).toBe('advisor-mentor-1');
});

test('the session lasts as long as the server says, whatever the browser takes for the time', async () => {
  const cookie = (await open(await link())).headers.get('set-cookie') ?? '';
  const seconds = Number(/Max-Age=(\d+)/.exec(cookie)?.[1]);
  expect(seconds).toBeGreaterThan(3600);
  const [session] = cookie.split(';');
  const { clock } = api.data;
  clock.set(new Date(clock.now().getTime() + (seconds - 1) * 1000));
  expect((await api.get('/me', session)).status).toBe(200);
  clock.set(new Date(clock.now().getTime() + 2000));
  expect((await api.get('/me', session)).status).toBe(401);
});

test('on https the cookie is Secure and cannot be planted by another host of the domain', async () => {
  const secure = await startAdvisorApi('https://guichet.example.org');
  const { token } = await secure.data.services.advisors.createSignInLink(
    'advisor-admin',
    secure.data.clock.now(),
  );
  const answer = await fetch(`${secure.url}/advisor/sign-in/${token}`, { redirect: 'manual' });
  expect(answer.headers.get('set-cookie')).toMatch(/^__Host-guichet_session=[\w-]+; .*Secure/);
  await secure.stop();
});

test('a link works once', async () => {
  const token = await link();
  expect((await open(token)).status).toBe(303);
  const again = await open(token);
  expect(again.status).toBe(410);
  expect(again.headers.get('set-cookie')).toBeNull();
});

test('a link is good for an hour', async () => {
  const token = await link();
  const { clock } = api.data;
  clock.set(new Date(clock.now().getTime() + 3_600_001));
  expect((await open(token)).status).toBe(410);
});

test('looking at a link does not spend it', async () => {
  const token = await link();
  await open(token, { method: 'HEAD' });
  await open(token, { headers: { 'sec-purpose': 'prefetch;prerender' } });
  await open(token, { headers: { purpose: 'prefetch' } });
  expect((await open(token)).status).toBe(303);
});

test('a refused link says in French how to get a new one, and nothing of what was sent', async () => {
  const answer = await open('unknown-unknown-unknown');
  const page = await answer.text();
  expect(answer.status).toBe(410);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page).toContain('lang="fr"');
  expect(page).toContain('npx guichet advisor add');
  expect(page).not.toContain('unknown-unknown-unknown');
});

test.each(['short', '%3Cscript%3Ealert(1)%3C%2Fscript%3E-----------', 'a'.repeat(300)])(
  'what cannot be a link is not found: %s',
  async (token) => {
    expect((await open(token)).status).toBe(404);
  },
);

test('guessing is slowed down, and says when to try again', async () => {
  for (let tries = 0; tries < 10; tries += 1) await open(`guess-guess-guess-${tries}`);
  const slowed = await open('guess-guess-guess-more');
  expect(slowed.status).toBe(429);
  expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('a link that could not be looked at is no guess', async () => {
  const address = await link();
  const look = jest.spyOn(api.data.services.advisors, 'redeemSignInLink');
  look.mockRejectedValue(new Error('the database is away'));
  for (let tries = 0; tries < 10; tries += 1) expect((await open(address)).status).toBe(500);
  look.mockRestore();
  expect((await open(address)).status).toBe(303);
});

test('behind a proxy one guesser does not lock the others out', async () => {
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  for (let tries = 0; tries < 11; tries += 1) await open(`guess-guess-guess-${tries}`, from('203.0.113.7'));
  expect((await open('guess-guess-guess-more', from('203.0.113.7'))).status).toBe(429);
  expect((await open(await link(), from('203.0.113.8'))).status).toBe(303);
});

test('right links are not slowed down', async () => {
  for (let tries = 0; tries < 15; tries += 1) expect((await open(await link())).status).toBe(303);
});

test('signing out ends the session and takes the cookie away', async () => {
  const cookie = await api.signIn('advisor-mentor-1');
  const answer = await api.post('/sign-out', {}, cookie);
  expect(answer.status).toBe(204);
  expect(answer.headers.get('set-cookie')).toBe(
    'guichet_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
  );
  expect((await api.get('/me', cookie)).status).toBe(401);
});

test('nothing of all this is logged', async () => {
  await open(await link());
  await open('unknown-unknown-unknown');
  expect(api.errors).toEqual([]);
});
