import type { Browser, Page } from 'playwright-core';
import { launchBrowser, visit, withoutHurry } from './browser';
import { type DeskDay, fillDesk } from './desk-data';
import { ServerProcess } from './directline-server';

/** What an admin does seldom and must not do by mistake, and what the log says of it; the first advisor of a new installation is one. */
describe('The administration', () => {
  jest.setTimeout(240_000);
  const NOW = new Date('2026-11-18T09:00:00Z');
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  let faults: readonly string[];
  let day: DeskDay;

  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const dialog = () => page.getByRole('dialog');

  beforeAll(async () => {
    server = await ServerProcess.start(4761, NOW);
    day = await fillDesk(server.databaseUrl, NOW);
    browser = await launchBrowser();
    ({ page, faults } = await visit(browser, server.url));
    // The way back stays until it is pressed, however slow the machine is.
    await withoutHurry(page);
    await page.goto(server.url + new URL(server.signInLink).pathname);
    await page.locator('[data-index]').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('a new key is neither copied nor lost by Escape', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const clipboard = (): Promise<string> => page.evaluate('navigator.clipboard.readText()');
    await page.evaluate("navigator.clipboard.writeText('before')");
    await page.goto(`${server.url}/advisor/admin/keys`);
    await button('Créer une clé').click();
    await dialog().getByRole('textbox', { name: 'Nom' }).fill('portail');
    await dialog().getByRole('button', { name: 'Créer', exact: true }).click();
    const secret = (await dialog().getByTestId('secret').textContent()) ?? '';
    expect(secret.length).toBeGreaterThan(20);

    await page.keyboard.press('Escape');
    await dialog().getByText('Rien n’a été copié.').waitFor();
    expect(await clipboard()).toBe('before');
    await page.keyboard.press('Escape');
    await dialog().getByRole('button', { name: 'Copier la clé' }).click();
    await dialog().getByText('Clé copiée.').waitFor();
    expect(await clipboard()).toBe(secret);
    await dialog().getByRole('button', { name: 'Fermer' }).click();
    await dialog().waitFor({ state: 'detached' });

    await button('Dernières modifications').click();
    await page.getByText('a créé une clé (portail)').waitFor();
  });

  test('periods that were saved can be taken back', async () => {
    await page.goto(`${server.url}/advisor/admin/retention`);
    const kept = page.getByRole('checkbox', { name: 'Toujours garder' });
    await kept.first().uncheck();
    await button('Voir ce qui serait supprimé').click();
    await page.getByText('Ce qui est supprimé ne revient pas.').waitFor();
    await button('Enregistrer').click();
    await page.getByText(/Conversations : toujours → 365 jours/).waitFor();
    await button('Annuler').click();
    await page.getByText(/Conversations : 365 jours → toujours/).waitFor();
    expect(await kept.first().isChecked()).toBe(true);
  });

  test('a row of the queue leads to those that could be answered with it; the log opens what it is about', async () => {
    await page.goto(`${server.url}/advisor`);
    await page.getByRole('link', { name: /demandes? semblables? à « jai pa été payé »/ }).click();
    await dialog().getByRole('group', { name: 'Demandes du même sujet' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe(`/advisor/tickets/${day.references.paid}`);
    expect(new URL(page.url()).search).toBe('');

    await page.goto(`${server.url}/advisor/audit`);
    const line = page.getByRole('row', { name: /a consulté la demande/ }).first();
    await line.getByRole('link', { name: day.references.paid }).click();
    await page.getByRole('log').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/advisor/tickets/${day.references.paid}`);
  });

  test('no page complained', () => {
    expect(faults).toEqual([]);
  });
});
