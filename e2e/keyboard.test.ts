import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, visit } from './browser';
import { type DeskDay, fillDesk } from './desk-data';
import { ServerProcess } from './directline-server';
import { Keys } from './keys';
import { fileUnpaidRequest } from './unpaid-request';

const NOW = new Date('2026-11-18T09:00:00Z');
const PASSWORD = 'quatre mots sans lien';

/** Everything that an advisor does, without a mouse. The focus is always seen, and is never lost when a dialog or a menu has gone. */
describe('by keyboard only', () => {
  jest.setTimeout(240_000);
  let knowledge = '';
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  let keys: Keys;
  let faults: string[];
  let day: DeskDay;
  /** A request that was made in the chat. */
  let talked = '';

  const dialog = () => page.getByRole('dialog');
  const snackbar = (text: RegExp) =>
    page.locator('[role=status] > div').filter({ hasText: text }).first().waitFor();
  /** Sends what is written, and waits until the server has it: it is shown before. */
  const send = async (): Promise<void> => {
    const taken = page.waitForResponse((answer) => answer.url().endsWith('/messages'));
    await keys.press('Control+Enter');
    await taken;
  };
  const openTicket = async (reference: string): Promise<void> => {
    await page.goto(`${server.url}/advisor/tickets/${reference}`);
    await page.getByRole('heading', { level: 1 }).and(page.locator(':focus')).waitFor();
  };
  const open = async (path: string): Promise<void> => {
    await page.goto(server.url + path);
    await page.locator('main h1').first().waitFor();
    await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' });
  };

  beforeAll(async () => {
    // What is learned is written into this copy.
    knowledge = await mkdtemp(join(tmpdir(), 'guichet-knowledge-'));
    await cp(resolve(__dirname, '../knowledge'), knowledge, { recursive: true });
    server = await ServerProcess.start(4872, NOW, { GUICHET_KNOWLEDGE_DIR: knowledge });
    day = await fillDesk(server.databaseUrl, NOW);
    browser = await launchBrowser();
    const { page: tutor, context } = await visit(browser, server.url);
    tutor.setDefaultTimeout(45_000);
    ({ reference: talked } = await fileUnpaidRequest(tutor, server.url));
    await context.close();
    ({ page, faults } = await visit(browser, server.url));
    page.setDefaultTimeout(45_000);
    keys = new Keys(page);
    // Listened to from the beginning: what opens a file is seen only by whom listens already.
    page.on('filechooser', (chooser) => {
      void chooser.setFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('inconnu\n1\n') });
    });
    await page.goto(server.url + new URL(server.signInLink).pathname);
    await page.locator('[data-index]').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    if (knowledge !== '') await rm(knowledge, { recursive: true, force: true });
  });

  test('a password is set, and opens the queue again', async () => {
    await keys.choose(/^(Compte de|.*Compte de)/, /^Mot de passe/);
    await keys.inDialog();
    await keys.to(/Nouveau mot de passe/);
    await keys.type(PASSWORD);
    await keys.press('Enter');
    await snackbar(/Mot de passe enregistré/);
    await keys.back();
    await keys.choose(/Compte de/, /^Se déconnecter/);
    await page.getByRole('heading', { name: /Connectez-vous/ }).waitFor();
    await keys.to(/Adresse e-mail/);
    await keys.type('admin@guichet.example');
    await keys.to(/^Mot de passe/);
    await keys.type(PASSWORD);
    await keys.press('Enter');
    await page.locator('[data-index]').first().waitFor();
  });

  test('the first stop jumps over the navigation; a view is chosen in it', async () => {
    await open('/advisor');
    await keys.press('Tab');
    expect(await keys.focused()).toMatch(/Aller|contenu/);
    await keys.enter(/^Toutes/);
    await page.waitForURL(/view=all/);
  });

  test('a search finds a request, Enter opens it, Escape goes back to its row', async () => {
    await keys.press('/');
    await keys.type('contrat');
    // Until the last letter is looked for, the list may be drawn anew under the focus.
    await page.waitForURL(/q=contrat$/);
    await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' });
    await page.getByText('jai pa été payé').first().waitFor({ state: 'detached' });
    await keys.enter(/^Camille.*mon contrat/s);
    await page.getByRole('region', { name: `Demande ${day.references.contract}` }).waitFor();
    await page.getByRole('heading', { level: 1, name: 'mon contrat' }).and(page.locator(':focus')).waitFor();
    await keys.press('Escape');
    await keys.onto(page.locator('[data-index] a:focus'));
  });

  test('a reply and a note are written and sent', async () => {
    await openTicket(talked);
    await keys.press('r');
    await keys.type('Bonjour, je regarde.');
    await send();
    await page.getByRole('log').getByText('Bonjour, je regarde.').waitFor();
    await keys.press('Escape', 'n');
    await keys.type('Vu avec la paie.');
    await send();
    await page.getByRole('log').getByText('Vu avec la paie.').waitFor();
    await keys.press('Escape');
  });

  test('it is given to a colleague, and its topic is changed', async () => {
    await openTicket(talked);
    await keys.choose(/^Attribution/, /Nadia Benali/);
    await page.getByRole('button', { name: 'Attribution, Nadia Benali' }).waitFor();
    await keys.focused();
    await keys.choose(/^Autres actions/, /^Changer de sujet/);
    await keys.inDialog();
    await keys.to(/^Sujet/);
    await keys.press('End');
    await keys.enter(/^Changer le sujet/);
    await snackbar(/Sujet/);
    await keys.back();
  });

  test('a duplicate is merged, after thinking twice', async () => {
    await openTicket(day.references.paid);
    for (const goOn of [false, true]) {
      await keys.choose(/^Autres actions/, /^Fusionner/);
      await keys.inDialog();
      await dialog().getByRole('radio').first().waitFor();
      await keys.to(new RegExp(`^${day.references.contract}|G-2611`));
      await keys.press('Space');
      if (goOn) await keys.enter(/^Fusionner dans/);
      else await keys.press('Escape');
      await keys.back();
    }
    await snackbar(/Fusionnée dans/);
  });

  test('the chat is taken over and handed back', async () => {
    await openTicket(talked);
    await page.getByRole('button', { name: 'Prendre la main' }).waitFor();
    await keys.press('t');
    await page.getByRole('button', { name: /Rendre à l.assistant/ }).waitFor();
    await keys.press('t');
    await page.getByRole('button', { name: 'Prendre la main' }).waitFor();
  });

  test('requests of one cause are answered together', async () => {
    await openTicket(day.references.late);
    await keys.choose(/^Autres actions/, /^Répondre aux demandes/);
    await keys.inDialog();
    await dialog().getByRole('checkbox').first().waitFor();
    await keys.to(/^Réponse|^Message|^Texte/);
    await keys.type('Bonjour, c’est réglé.');
    await keys.enter(/^Répondre à/);
    await dialog().getByRole('button', { name: 'Terminer' }).waitFor();
    await keys.enter(/^Terminer/);
    await keys.back();
  });

  test('several are chosen in the list and given to somebody', async () => {
    await open('/advisor?view=all');
    await keys.press('j', 'x', 'j', 'x');
    await page.getByText('2 sélectionnées').waitFor();
    await keys.choose(/^Attribuer/, /Pierre Lemoine|Administration/);
    await page
      .getByText(/2 demandes/)
      .first()
      .waitFor();
    await keys.onto(page.locator('body :focus'));
  });

  test('filters are ticked and kept as a view', async () => {
    await open('/advisor?view=all');
    await keys.enter(/^Filtrer/);
    await page.getByRole('group', { name: 'Filtrer' }).waitFor();
    await keys.to(/^Nouvelle/);
    await keys.press('Space');
    await page.waitForURL(/status=new/);
    await keys.press('Escape');
    await keys.enter(/^Enregistrer la vue/);
    await keys.inDialog();
    await keys.type('Ce qui est nouveau');
    await keys.press('Enter');
    await page.getByRole('link', { name: 'Ce qui est nouveau', exact: true }).waitFor();
    await keys.back();
  });

  test('a form of the administration: a day is closed, and opened again', async () => {
    await open('/advisor/admin/holidays');
    await keys.to(/^Jour\b/);
    // The same day whichever of its parts is asked for first.
    await keys.type('12122026');
    await keys.to(/^Motif/);
    await keys.type('Inventaire');
    await keys.enter(/^Ajouter ce jour/);
    await page.getByRole('row', { name: /Inventaire/ }).waitFor();
    await keys.focused();
  });

  test('an import is tried', async () => {
    await open('/advisor/admin/import');
    await keys.to(/^Fichier CSV/);
    await keys.press('Enter');
    await page.getByText(/rien ne sera enregistré/).waitFor();
    await keys.enter(/^Choisir un autre fichier/);
    await page.locator('input[type=file]').waitFor();
  });

  test('the figures of another period, and the table behind a chart', async () => {
    await open('/advisor/figures');
    await keys.to(/^Période/);
    await keys.press('Home');
    await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' });
    await keys.enter(/^Voir le tableau/);
    await page.getByRole('table').first().waitFor();
    await keys.focused();
  });

  test('a phrase is refused, another is learned', async () => {
    await open('/advisor/teaching');
    const waiting = page.getByRole('textbox', { name: /telle qu.elle sera apprise/ });
    await waiting.first().waitFor();
    const before = await waiting.count();
    await keys.enter(/^Refuser/);
    await snackbar(/refusée/);
    await waiting.nth(before - 1).waitFor({ state: 'detached' });
    await keys.onto(page.locator('body :focus'));
    await keys.enter(/^Apprendre/);
    // It is tried on every message of the measures first; where one of them suffers she is asked again.
    const learned = page.getByText('Phrase apprise').first();
    const anyway = page.getByRole('button', { name: 'Apprendre quand même' });
    await learned.or(anyway).waitFor({ timeout: 150_000 });
    if (await anyway.isVisible()) await keys.enter(/^Apprendre quand même/);
    await learned.waitFor({ timeout: 150_000 });
    await keys.onto(page.locator('body :focus'));
  });

  test('no page complained', () => {
    // A phrase that makes something worse is refused with a 409 once, which the browser writes down.
    expect(faults.filter((fault) => !fault.includes('409 (Conflict)'))).toEqual([]);
  });
});
