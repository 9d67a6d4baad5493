import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type AdvisorApiFixture, startAdvisorApi } from '../advisor-api/testing/advisor-api-fixture';
import { CALLBACK_PATH, createOpenIdClient } from './open-id';
import { Browser, type IdentityProvider, startIdentityProvider } from './testing/identity-provider';

let provider: IdentityProvider;
let api: AdvisorApiFixture;
/** The address that the provider knows: the fixture listens on any free port, so its requests are led there. */
const PUBLIC = 'http://localhost:3978';

beforeAll(async () => {
  provider = await startIdentityProvider(PUBLIC + CALLBACK_PATH);
});
afterAll(() => provider.stop());
beforeEach(async () => {
  api = await startAdvisorApi(PUBLIC, openId());
});
afterEach(() => api.stop());

const openId = (rest: Partial<Parameters<typeof createOpenIdClient>[0]> = {}) =>
  createOpenIdClient(
    {
      issuer: provider.issuer,
      clientId: 'guichet',
      clientSecret: 'guichet-test-secret',
      trustEmail: false,
      ...rest,
    },
    PUBLIC,
  );

const isCallback = (url: string): boolean => url.startsWith(PUBLIC + CALLBACK_PATH);

/** Signs in at the provider as somebody, up to the address that leads back to us. */
async function signInAtProvider(browser: Browser, login: string, wish = ''): Promise<string> {
  const page = await browser.open(`${api.url}/advisor/open-id${wish}`);
  const consent = await browser.submit(page, { login, password: 'any' }, isCallback);
  if (isCallback(consent.url)) return consent.url;
  return (await browser.submit(consent, {}, isCallback)).url;
}

const comeBack = (callback: string, browser: Browser) =>
  fetch(callback.replace(PUBLIC, api.url), {
    redirect: 'manual',
    headers: { cookie: browser.cookies(api.url) },
  });

const sessionIn = (response: Response): string =>
  response.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith('guichet_session='))
    ?.split(';')[0] ?? '';

it('an advisor signs in with the account of her organisation and lands where she wanted', async () => {
  const browser = new Browser();
  const callback = await signInAtProvider(browser, 'nadia.benali', '?return=/advisor/tickets/G-2611-0001');
  const answer = await comeBack(callback, browser);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/advisor/tickets/G-2611-0001');
  expect((await api.get('/me', sessionIn(answer))).json<{ id: string }>().id).toBe('advisor-abc-1');
});

it.each([
  ['somebody who is no advisor', 'somebody.else', 403],
  ['an address that the provider has not verified', 'unverified-nadia.benali', 403],
])('%s is told so and gets no session', async (_who, login, status) => {
  const browser = new Browser();
  const answer = await comeBack(await signInAtProvider(browser, login), browser);
  expect(answer.status).toBe(status);
  expect(sessionIn(answer)).toBe('');
  expect(await answer.text()).toContain('Ce compte n’est pas celui d’un conseiller');
});

it('an answer is taken once, in the browser that asked', async () => {
  const browser = new Browser();
  const callback = await signInAtProvider(browser, 'nadia.benali');
  expect((await comeBack(callback, new Browser())).status).toBe(400);
  expect((await comeBack(callback, browser)).status).toBe(303);
  expect((await comeBack(callback, browser)).status).toBe(400);
});

it.each([
  ['state', (url: URL) => url.searchParams.set('state', 'another')],
  ['code', (url: URL) => url.searchParams.set('code', 'another')],
  ['issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.example')],
  ['an error', (url: URL) => url.searchParams.set('error', 'access_denied')],
])('an answer with another %s opens nothing', async (_what, spoil) => {
  const browser = new Browser();
  const callback = new URL(await signInAtProvider(browser, 'nadia.benali'));
  spoil(callback);
  const answer = await comeBack(callback.href, browser);
  expect(answer.status).toBe(400);
  expect(sessionIn(answer)).toBe('');
});

it.each(['https://evil.example/advisor', '//evil.example', '/advisor/open-id', '/api/advisor/me'])(
  'a link that wants to lead to %s leads to the queue',
  async (wish) => {
    const browser = new Browser();
    const callback = await signInAtProvider(browser, 'nadia.benali', `?return=${encodeURIComponent(wish)}`);
    expect((await comeBack(callback, browser)).headers.get('location')).toBe('/advisor');
  },
);

it('a provider that does not answer is said so, and is asked again the next time', async () => {
  const late = createServer();
  await new Promise<void>((resolve) => late.listen(0, '127.0.0.1', resolve));
  const { port } = late.address() as AddressInfo;
  await new Promise((resolve) => late.close(resolve));
  await api.stop();
  api = await startAdvisorApi(PUBLIC, openId({ issuer: `http://127.0.0.1:${port}` }));
  const answer = await fetch(`${api.url}/advisor/open-id`, { redirect: 'manual' });
  expect(answer.status).toBe(502);
  expect(await answer.text()).toContain('ne répond pas');
});

it('the page of the queue learns that it can be offered', async () => {
  const options = await fetch(`${api.url}/advisor/sign-in/options`);
  expect(await options.json()).toEqual({ openId: true });
});
