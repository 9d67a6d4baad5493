import type { Browser, Page } from 'playwright-core';
import { openData, type OpenedData } from '../data/open';
import { launchBrowser, visit, withoutHurry } from './browser';
import { ServerProcess } from './directline-server';

/** The queue as an advisor works through it: search, filters in the address, saved views, keys, many at once, a list longer than a page. */
describe('the queue', () => {
  let server: ServerProcess;
  let browser: Browser;
  let page: Page;
  let data: OpenedData;
  let faults: string[];
  const clock = new Date('2026-11-18T09:00:00Z');

  const file = (index: number, subject: string) =>
    data.services.tickets.file({
      idempotencyKey: `e2e-queue-${index}`,
      deskId: 'abc',
      personId: null,
      conversationId: null,
      topicId: 'abc.salary',
      category: index % 2 ? 'payment' : 'coupon',
      subject,
      priority: index === 7 ? 'urgent' : 'normal',
      facts: [],
      checks: [],
      article: null,
      now: new Date(clock.getTime() + index * 1_000),
    });
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  const go = async (address: string): Promise<void> => {
    await page.goto(`${server.url}${address}`);
    await page.locator('[data-index]').first().waitFor();
  };

  beforeAll(async () => {
    server = await ServerProcess.start(4837, clock);
    data = await openData({ url: server.databaseUrl });
    for (let index = 0; index < 130; index += 1) {
      await file(index, index === 99 ? 'Virement refusé par la banque' : `Demande numéro ${index}`);
    }
    browser = await launchBrowser();
    ({ page, faults } = await visit(browser, server.url));
    await withoutHurry(page);
    await page.goto(server.url + new URL(server.signInLink).pathname);
    await page.locator('[data-index]').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await data?.close();
    await server?.stop();
  });

  test('/ searches every request without accents, Escape shows the list again', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('refuse banq');
    await row('Virement refusé').waitFor();
    expect(new URL(page.url()).search).toBe('?view=all&q=refuse+banq');
    await page.keyboard.press('Escape');
    await row('Demande numéro 129').waitFor();
  });

  test('a list longer than a page is read while it is scrolled by keyboard', async () => {
    await go('/advisor?view=all&sort=created');
    for (let pressed = 0; pressed < 110; pressed += 1) await page.keyboard.press('j');
    await page.locator('[data-index="109"] a:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: /Demande G-2611-/ }).waitFor();
  });

  test('filters are chips; a saved view brings them back, and its removal is taken back', async () => {
    await go('/advisor?view=all&priority=urgent&category=payment');
    await page.getByRole('button', { name: 'Enregistrer la vue' }).click();
    await page.getByLabel('Nom de la vue').fill('Urgents');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    const saved = page.getByRole('link', { name: 'Urgents', exact: true });
    await saved.waitFor();
    await page.getByRole('button', { name: /Retirer.*Urgente/ }).click();
    await row('Demande numéro 129').waitFor();
    expect(new URL(page.url()).search).toBe('?view=all&category=payment');
    await saved.click();
    await row('Demande numéro 7').waitFor();
    await page.getByRole('button', { name: 'Actions sur la vue Urgents' }).click();
    await page.getByRole('menuitem', { name: 'Supprimer' }).click();
    await saved.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Annuler' }).click();
    await saved.waitFor();
  });

  test('a range is assigned at once, and given back', async () => {
    await go('/advisor?view=all&sort=created');
    const boxes = page.getByRole('checkbox', { name: /Sélectionner/ });
    await boxes.nth(0).click();
    await boxes.nth(3).click({ modifiers: ['Shift'] });
    await page.getByText('4 sélectionnées').waitFor();
    await page.getByRole('button', { name: 'Attribuer', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Personne' }).click();
    await page.getByText('4 demandes ne sont plus attribuées.').waitFor();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText('sélectionnées').waitFor({ state: 'detached' });
  });

  test('no page complained', () => {
    expect(faults).toEqual([]);
  });
});
