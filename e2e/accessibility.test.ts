import type { Browser, Page } from 'playwright-core';
import { SECTION_IDS } from '../web/advisor/admin/section-ids';
import { PAGE_IDS, VIEWS } from '../web/advisor/lib/route';
import { Chat, launchBrowser, visit } from './browser';
import { type DeskDay, fillDesk } from './desk-data';
import { ServerProcess } from './directline-server';
import { Looker } from './looker';
import { fileUnpaidRequest } from './unpaid-request';

/**
 * axe-core on every page, every view and every dialog: light, dark, high contrast and forced colours, on a desk's screen and on a
 * telephone; and nothing is wider than its screen, from 360 to 2560 px. One advisor signs in once, and her page is dressed and sized where
 * it stands (looker.ts).
 */
describe('axe-core finds nothing', () => {
  jest.setTimeout(300_000);
  const DRAWN = ['open', 'overdue', 'solved'];
  const NOW = new Date('2026-11-18T09:00:00Z');
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  let looker: Looker;
  let day: DeskDay;
  /** A request that was made in the chat. */
  let talked = '';

  const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
  const dialog = () => page.getByRole('dialog');
  /** Opens an address and waits until everything on it is there. */
  const open = async (path: string): Promise<void> => {
    await page.goto(server.url + path);
    await page.locator('main h1:visible').first().waitFor();
    await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' });
  };
  const openTicket = async (reference: string): Promise<void> => {
    await page.goto(`${server.url}/advisor/tickets/${reference}`);
    await page.getByRole('log').waitFor();
  };
  /** Looks at a dialog, then leaves it by Escape. */
  const lookAtDialog = async (name: string): Promise<void> => {
    await dialog().waitFor();
    await looker.look(name);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  };
  const choose = async (menu: string | RegExp, item: RegExp): Promise<void> => {
    await button(menu).click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  beforeAll(async () => {
    server = await ServerProcess.start(4713, NOW);
    day = await fillDesk(server.databaseUrl, NOW);
    browser = await launchBrowser();
    ({ page } = await visit(browser, server.url));
    page.setDefaultTimeout(45_000);
    looker = new Looker(page);
    const { page: tutor, context } = await visit(browser, server.url);
    tutor.setDefaultTimeout(45_000);
    ({ reference: talked } = await fileUnpaidRequest(tutor, server.url));
    await context.close();
    await page.goto(server.url + new URL(server.signInLink).pathname);
    await page.locator('[data-index]').first().waitFor();
  });
  afterEach(() => expect(looker.findings()).toEqual({}));
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('the queue: every view, filters, a search, a selection', async () => {
    for (const view of VIEWS) {
      await open(`/advisor?view=${view}`);
      // Lists are drawn alike: what waits, what is late and what is done have marks of their own.
      await (DRAWN.includes(view) ? looker.look(view) : looker.read(view));
    }
    await open('/advisor?view=all&q=rien+de+tel');
    await looker.look('nothing found');
    await open('/advisor?view=all&priority=urgent');
    await button(/^Filtrer/).click();
    await page.getByRole('group', { name: 'Filtrer' }).waitFor();
    await looker.look('filters');
    await button('Enregistrer la vue').click();
    await lookAtDialog('name of a view');
    await open('/advisor?view=all');
    await page
      .getByRole('checkbox', { name: /Sélectionner/ })
      .first()
      .click();
    await looker.look('selection');
    await button('Clore').click();
    await lookAtDialog('closing a selection');
    await open('/advisor/tickets/G-0000-0000');
    await looker.look('a request that is not there');
  });

  test('a request: conversation, facts, composer, menus', async () => {
    await openTicket(talked);
    await looker.look('conversation');
    await button('Afficher les informations').click();
    await page.evaluate(`document.querySelectorAll('main details').forEach((fold) => (fold.open = true))`);
    await looker.look('facts');
    await button('Masquer les informations').click();
    await page.keyboard.press('n');
    await page.keyboard.type('Vu avec la paie.');
    await looker.look('note');
    await page.keyboard.press('Escape');
    await page.keyboard.press('r');
    await page.keyboard.type('/');
    await page.getByRole('option').first().waitFor();
    await looker.look('saved replies');
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: /Réponse à/ }).fill('Bonjour {firstName}');
    await page.getByText(/Complétez ou retirez/).waitFor();
    await looker.look('a field that is not filled');
    await page.getByRole('textbox', { name: /Réponse à/ }).fill('');
    await button(/^Attribution/).click();
    await page.getByRole('menuitemradio').first().waitFor();
    await looker.look('assigning', 'menu');
    await page.keyboard.press('Escape');
    await button('Autres actions').click();
    await page.getByRole('menuitem').first().waitFor();
    await looker.look('other actions', 'menu');
    await page.keyboard.press('Escape');
    await button('Prendre la main').click();
    await button('Rendre à l’assistant').waitFor();
    await looker.look('chat taken over');
    await button('Rendre à l’assistant').click();
    await button('Prendre la main').waitFor();
    for (const reference of [day.references.late, day.references.solved]) {
      await openTicket(reference);
      await looker.look(`request ${reference}`);
    }
  });

  test('a request: every dialog', async () => {
    await openTicket(talked);
    for (const item of [/Changer de sujet/, /Fusionner/, /Séparer/, /Lier/, /Proposer/, /Répondre aux/]) {
      await choose('Autres actions', item);
      await lookAtDialog(item.source);
    }
  });

  test('the pages beside the queue, and what they ask', async () => {
    for (const id of PAGE_IDS.filter((each) => each !== 'admin')) {
      await open(`/advisor/${id}`);
      await looker.look(id);
    }
    await open('/advisor/coupons');
    await button(/^Refuser C-/).click();
    await lookAtDialog('refusing a coupon');
    await open('/advisor/appointments');
    for (const action of ['Déplacer', 'Annuler']) {
      await button(new RegExp(`^${action} `)).click();
      await lookAtDialog(`appointment: ${action}`);
    }
    await open('/advisor/figures');
    await page.evaluate(`document.querySelectorAll('main details').forEach((fold) => (fold.open = true))`);
    await looker.look('tables of figures');
    await open('/advisor/teaching');
    await button('Mesurer l’effet').click();
    // The assistant learns on the side, and answers every message of its measures again.
    await page.getByRole('table').first().waitFor({ timeout: 150_000 });
    await looker.look('a phrase, measured');
    await open('/advisor/replies');
    await button('Nouvelle réponse').click();
    await lookAtDialog('a new reply');
  });

  test('the administration, and what it asks', async () => {
    for (const section of SECTION_IDS) {
      await open(`/advisor/admin/${section}`);
      await looker.look(`administration: ${section}`);
    }
    await open('/advisor/admin/advisors');
    await button('Ajouter un conseiller').click();
    await lookAtDialog('a new advisor');
    for (const item of [/^Modifier/, /^Absences/, /^Fermer ses sessions/, /^Mettre hors service/]) {
      await choose(/Actions pour Nadia/, item);
      await lookAtDialog(`advisor: ${item.source}`);
    }
    await open('/advisor/admin/teams');
    await button('Nouvelle équipe').click();
    await lookAtDialog('a new team');
    await open('/advisor/admin/holidays');
    await page.getByRole('radio', { name: 'Ouvert à ces heures' }).click();
    await looker.look('a day with hours of its own');
    await open('/advisor/admin/keys');
    await button('Créer une clé').click();
    await lookAtDialog('a new key');
    await open('/advisor/admin/import');
    const csv = (text: string) => ({ name: 'fiches.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.locator('input[type=file]').setInputFiles(csv('inconnu;iban\n1;2\n'));
    await page.getByText(/rien ne sera enregistré/).waitFor();
    await looker.look('an import with faults');
  });

  test('the account: notifications, password, sessions, keys', async () => {
    await open('/advisor');
    await button(/^Compte de/).click();
    await page.getByRole('menuitem', { name: /Notifications/ }).waitFor();
    await looker.look('account', 'menu');
    await page.keyboard.press('Escape');
    for (const item of [/Raccourcis/, /Notifications/, /Mot de passe/, /Sessions ouvertes/]) {
      await choose(/^Compte de/, item);
      await lookAtDialog(item.source);
    }
  });

  test('the same in English: names, roles and their order', async () => {
    await page.evaluate(`localStorage.setItem('guichet-language', 'en')`);
    const addresses = [
      '?view=all',
      `/tickets/${talked}`,
      ...PAGE_IDS.filter((id) => id !== 'admin').map((id) => `/${id}`),
      ...SECTION_IDS.map((section) => `/admin/${section}`),
    ];
    for (const address of addresses) {
      await open(`/advisor${address}`);
      await page.locator('html[lang=en]').waitFor({ state: 'attached' });
      await looker.read(`English: ${address}`);
    }
    await page.evaluate(`localStorage.removeItem('guichet-language')`);
  });

  test('the chat with an answer and a form, the portal around it', async () => {
    await page.goto(server.url);
    await page.getByText('Camille').first().waitFor();
    await looker.look('portal');
    const chat = await Chat.open(page);
    await chat.say('jai pa été payé');
    await chat.shows(/Salaire non reçu/);
    await chat.say('je veux saisir un coupon pour Léa vendredi dernier de 14h à 16h');
    await chat.shows(/Confirmer/);
    const frame = page.frames().find((each) => each.url().includes('/chat'));
    if (frame === undefined) throw new Error('no chat frame');
    await looker.lookInto('chat', frame);
  });

  test('signing in, and being refused', async () => {
    await page.context().clearCookies();
    await page.goto(`${server.url}/advisor`);
    await page.locator('form').waitFor();
    await page.locator('summary').click();
    await looker.look('sign-in');
    await page.getByLabel(/Adresse/).fill('nobody@guichet.example');
    await page.getByLabel(/Mot de passe/).fill('not this one');
    await page.keyboard.press('Enter');
    await page.getByText(/incorrect/).waitFor();
    await looker.look('sign-in refused');
  });
});
