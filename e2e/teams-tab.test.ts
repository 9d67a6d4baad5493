import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { APP, startEntra, TENANT, type Entra } from '../bot/sign-in/testing/entra';
import { readConfig } from '../bot/config';
import { startEdgeOn, TEST_KEY, type EdgeFixture } from '../bot/testing/edge-fixture';
import { openTestData } from '../data/testing';
import { ticketCard } from '../bot/teams-desk/card';
import { createCardViews } from '../bot/teams-desk/views';
import { manifest } from '../manifest/manifest';
import { launchBrowser, PATIENCE_MS } from './browser';
import { openInTeams, TEAMS, type TeamsHost } from './teams-host';

const PASSWORD = 'quatre chevaux bleus';
const IDENTITY = { tenantId: TENANT, objectId: 'dddddddd-0000-4000-8000-000000000001' };
/** Where pictures go; without it none are taken. */
const PICTURES = process.env.PICTURES;

let entra: Entra;
let edge: EdgeFixture;
let browser: Browser;
let token: () => string;

beforeAll(async () => {
  entra = await startEntra(() => edge.data.clock.now());
  const config = readConfig({
    WEBCHAT_SIGNING_KEYS: TEST_KEY,
    MICROSOFT_APP_ID: APP,
    MICROSOFT_APP_PASSWORD: 'secret',
    MICROSOFT_APP_TENANT_ID: TENANT,
  });
  if (!config.ok) throw new Error(JSON.stringify(config.fault));
  const teams = { ...config.value.teams, signInKeysUrl: entra.keysUrl };
  edge = await startEdgeOn(await openTestData(), { ...config.value, teams });
  browser = await launchBrowser();
  token = () => entra.token();
});
afterAll(async () => {
  await browser?.close();
  await edge?.stop();
  await entra?.stop();
});

/** Opens the tab in a browser in which nobody is signed in. */
const openTab = (settings: Pick<TeamsHost, 'theme' | 'ticket'>) =>
  openInTeams(browser, {
    ...settings,
    tab: `${edge.url}/advisor`,
    objectId: IDENTITY.objectId,
    token: () => token(),
  });

async function look(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

const newTicket = () =>
  edge.data.services.tickets.file({
    idempotencyKey: `tab-${Math.random()}`,
    deskId: 'abc',
    personId: 'abc-camille',
    conversationId: null,
    topicId: 'abc.test',
    category: 'payment',
    subject: 'Ma page de coupons reste blanche',
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    now: edge.data.clock.now(),
  });

describe('the queue as a tab of Teams', () => {
  it('asks an advisor once for her password, and links her account', async () => {
    const signedIn = await edge.data.services.advisors.findByEmail('nadia.benali@guichet.example');
    await edge.data.services.advisors.setPassword({
      advisorId: signedIn?.id ?? '',
      current: null,
      next: PASSWORD,
      keepSession: '',
      now: edge.data.clock.now(),
    });
    const { page, tab, faults } = await openTab({ theme: 'default' });
    await tab.getByRole('heading', { name: 'Reliez votre compte Teams' }).waitFor();
    await look(page, 'teams-tab-link');
    await tab.getByLabel('Adresse').fill('nadia.benali@guichet.example');
    await tab.getByLabel('Mot de passe').fill(PASSWORD);
    await tab.getByRole('button', { name: 'Relier mon compte' }).click();
    await tab.getByRole('link', { name: /À traiter/ }).waitFor();
    expect(await edge.data.services.teamsAccounts.advisorOf(IDENTITY)).toMatchObject({
      id: 'advisor-abc-1',
    });
    expect(await page.context().cookies(edge.url)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('then knows her without a question: the theme of Teams, the ticket of the link, changes as they happen', async () => {
    const ticket = await newTicket();
    const { page, tab, faults } = await openTab({ theme: 'dark', ticket: ticket.reference });
    await tab
      .getByRole('heading', { name: /Ma page de coupons reste blanche/ })
      .first()
      .waitFor();
    await tab.locator('html[data-theme="dark"]').waitFor();
    await look(page, 'teams-tab-ticket');
    await page.evaluate("window.changeTheme('contrast')");
    await tab.locator('html[data-theme="contrast"]').waitFor();
    await page.evaluate("window.changeTheme('dark')");
    const other = await edge.data.services.tickets.file({
      idempotencyKey: 'tab-live',
      deskId: 'abc',
      personId: null,
      conversationId: null,
      topicId: 'abc.test',
      category: 'payment',
      subject: 'Arrivée pendant que la page est ouverte',
      priority: 'normal',
      facts: [],
      checks: [],
      article: null,
      now: edge.data.clock.now(),
    });
    await tab.getByText(other.subject).first().waitFor();
    expect(await page.context().cookies(edge.url)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('opens on the ticket whose card in the channel was pressed', async () => {
    const { services, clock } = edge.data;
    const ticket = await newTicket();
    const views = createCardViews({ ...services, clock });
    const view = await views.find(ticket.id);
    const reader = await views.readerFor(ticket, 'fr');
    const links = { appId: APP, publicUrl: edge.url };
    const card = view && ticketCard(view, reader, links);
    const actions = card?.actions as readonly { type: string; title: string; url?: string }[];
    const link = new URL(actions.find(({ title }) => title === 'Ouvrir la file')?.url ?? '');
    // What Teams makes of it: the tab of an app, by their ids in the manifest, and what the tab is told.
    const [, app, entity] = /^\/l\/entity\/([^/]+)\/([^/]+)$/.exec(link.pathname) ?? [];
    const installed = manifest({
      appId: APP,
      publicUrl: 'https://guichet.example',
      version: '1.0.0',
      developer: 'Guichet',
      websiteUrl: 'https://guichet.example',
      privacyUrl: 'https://guichet.example/privacy',
      termsOfUseUrl: 'https://guichet.example/terms',
    });
    const [tab] = installed.staticTabs as readonly { entityId: string; contentUrl: string }[];
    expect({ origin: link.origin, app, entity, contentUrl: tab?.contentUrl }).toEqual({
      origin: TEAMS,
      app: installed.id,
      entity: tab?.entityId,
      contentUrl: 'https://guichet.example/advisor',
    });
    const told = JSON.parse(link.searchParams.get('context') ?? '{}') as {
      subPageId: string;
      subEntityId: string;
    };
    expect(told).toEqual({ subPageId: ticket.reference, subEntityId: ticket.reference });
    const opened = await openTab({ theme: 'default', ticket: told.subPageId });
    await opened.tab
      .getByRole('heading', { name: new RegExp(ticket.reference) })
      .or(opened.tab.getByText(ticket.reference))
      .first()
      .waitFor();
    // Outside of Teams, and where the app is not installed, the same link opens the browser on the same ticket.
    expect(link.searchParams.get('webUrl')).toBe(`${edge.url}/advisor/tickets/${ticket.reference}`);
    expect(opened.faults).toEqual([]);
  });

  it('a link to a ticket that there is not opens the queue and says so', async () => {
    const { tab, faults } = await openTab({ theme: 'default', ticket: 'G-0000-0000' });
    await tab.getByRole('link', { name: /À traiter/ }).waitFor();
    await tab
      .getByText(/introuvable/i)
      .first()
      .waitFor();
    expect(faults).toEqual([]);
  });

  it('signed out, it stays so until she wants to come back: one button, through Teams', async () => {
    const ticket = await newTicket();
    const { page, tab, faults } = await openTab({ theme: 'default', ticket: ticket.reference });
    await tab
      .getByRole('heading', { name: /Ma page de coupons reste blanche/ })
      .first()
      .waitFor();
    let tokens = 0;
    const before = token;
    token = () => {
      tokens += 1;
      return before();
    };
    await tab.getByRole('button', { name: /Nadia Benali/ }).click();
    await tab.getByRole('menuitem', { name: 'Se déconnecter' }).click();
    await tab.getByRole('heading', { name: 'Votre session est fermée' }).waitFor();
    await look(page, 'teams-tab-signed-out');
    expect(await tab.getByLabel('Mot de passe').count()).toBe(0);
    expect(await tab.getByText('Ma page de coupons').count()).toBe(0);
    expect(tokens).toBe(0);
    await tab.getByRole('button', { name: 'Me reconnecter avec Teams' }).click();
    await tab.getByRole('link', { name: /À traiter/ }).waitFor();
    expect(tokens).toBe(1);
    token = before;
    expect(faults).toEqual([]);
  });

  it('shows the code that a requester links her own account with', async () => {
    const ticket = await newTicket();
    const { page, tab } = await openTab({ theme: 'default', ticket: ticket.reference });
    await tab.getByRole('button', { name: 'Inviter sur Teams' }).click();
    const code = await tab
      .locator('code')
      .filter({ hasText: /^\w{4}-\w{4}$/ })
      .innerText();
    await look(page, 'teams-tab-invitation');
    const redeemed = await edge.data.services.teamsInvitations.redeem({
      code,
      identity: { ...IDENTITY, objectId: 'eeeeeeee-0000-4000-8000-000000000001' },
      conversationId: 'c',
      now: edge.data.clock.now(),
    });
    expect(redeemed).toMatchObject({ ok: true, value: { person: { id: 'abc-camille' } } });
  });

  it('gets another session when its own has ended, and nobody sees it', async () => {
    const { tab } = await openTab({ theme: 'default' });
    await tab.getByRole('link', { name: /À traiter/ }).waitFor();
    await edge.data.services.advisors.revokeSessions('advisor-abc-1', null, edge.data.clock.now());
    await tab
      .getByRole('link', { name: /Non attribué/ })
      .first()
      .click();
    await tab.getByText('Arrivée pendant que la page est ouverte').first().waitFor();
  });

  it('says so when the token is not accepted', async () => {
    token = () => entra.token({ aud: 'another-app' });
    const { page, tab } = await openTab({ theme: 'default' });
    await tab.getByRole('heading', { name: /Teams n’a pas pu vous identifier/ }).waitFor();
    await look(page, 'teams-tab-refused');
    token = () => entra.token();
    await tab.getByRole('button', { name: 'Réessayer' }).click();
    await tab.getByRole('link', { name: /À traiter/ }).waitFor();
  });

  it('a page of another site cannot frame it', async () => {
    const context = await browser.newContext();
    await context.grantPermissions(['local-network-access']);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.route('https://evil.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<iframe src="${edge.url}/advisor"></iframe>` }),
    );
    const refused = page.waitForEvent('console', {
      predicate: (line) => line.text().includes('frame-ancestors'),
    });
    await page.goto('https://evil.example/');
    await refused;
    expect(page.frames()[1]?.url() ?? '').not.toContain('/advisor');
    await context.close();
  });
});
