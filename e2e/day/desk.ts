import type { FrameLocator, Locator, Page } from 'playwright-core';

/** What advisors do on their pages, in the words that they read there. */

/** A row of a list. */
export const row = (page: Page, text: string): Locator =>
  page.getByRole('listitem').filter({ hasText: text });

/** A view of the queue, with the count that stands beside it. */
export const view = (page: Page, name: string, count: number): Locator =>
  page.getByRole('link', { name: new RegExp(`^${name} ?${count} `) });

export const dialog = (page: Page): Locator => page.getByRole('dialog');

/** The column beside the conversation. */
export const about = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'À propos de la demande' });

/** The bar that says who is in the chat. */
export const bar = (page: Page): Locator => page.getByRole('region', { name: 'En direct' });

/** A ticket that is open, from its conversation on. */
export const ticket = (page: Page | FrameLocator, reference: string): Locator =>
  page.getByRole('region', { name: `Demande ${reference}` }).getByRole('log');

/** Opens a ticket by its address, and waits until it can be worked with. */
export async function open(page: Page, reference: string): Promise<void> {
  await page.goto(new URL(`/advisor/tickets/${reference}`, page.url()).href);
  await ticket(page, reference).waitFor();
}

/** Opens another page of the navigation. */
export async function turnTo(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Presses a key as a command: outside of the fields. */
export async function press(page: Page, key: string): Promise<void> {
  await page
    .getByRole('region', { name: /^Demande G-/ })
    .getByRole('heading', { level: 1 })
    .click();
  await page.keyboard.press(key);
}

/** Takes the chat over, or hands it back, with one key, once it is shown that this can be done. */
export async function pressLive(
  page: Page,
  offered: 'Prendre la main' | 'Rendre à l’assistant',
): Promise<void> {
  await bar(page).getByRole('button', { name: offered }).waitFor();
  await press(page, 't');
}

/** Writes a reply, having got to its field with a key, and waits until it stands in the chat. */
export async function reply(page: Page, text: string): Promise<void> {
  await press(page, 'r');
  await page
    .getByRole('textbox', { name: /Réponse à/ })
    .and(page.locator(':focus'))
    .fill(text);
  await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await page.getByRole('article').filter({ hasText: text }).getByText('Remis dans le chat').waitFor();
}

/** Writes a note, having got to its field with a key. */
export async function note(page: Page, text: string): Promise<void> {
  await press(page, 'n');
  await page.getByRole('textbox', { name: 'Note interne' }).and(page.locator(':focus')).fill(text);
  await page.getByRole('button', { name: 'Ajouter la note' }).click();
}

/** Gives the ticket to a colleague. */
export async function assign(page: Page, colleague: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^Attribution/ }).click();
  await page.getByRole('menuitemradio', { name: colleague }).click();
}

/** Whose the ticket is. */
export const assignedTo = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: `Attribution, ${name}` });

/** One of the dialogs behind "Autres actions". */
export async function act(page: Page, name: RegExp): Promise<Locator> {
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name }).click();
  await dialog(page).waitFor();
  return dialog(page);
}

export async function setPriority(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitemradio', { name }).click();
}

/** What an advisor sends stays under way: `sent` once the first request to such an address has left her page, `arrive` lets them go on. */
export async function delay(
  page: Page,
  addresses: string,
): Promise<{ readonly sent: Promise<void>; arrive(): Promise<void> }> {
  let leave = (): void => undefined;
  let arrive = (): void => undefined;
  const sent = new Promise<void>((resolve) => (leave = resolve));
  const free = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(addresses, async (route) => {
    leave();
    await free;
    await route.continue();
  });
  return {
    sent,
    async arrive() {
      arrive();
      await page.unrouteAll({ behavior: 'wait' });
    },
  };
}

/** A figure of the dashboard. */
export const figure = (page: Page, name: string): Locator =>
  page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) });

/** Reads the audit log on until it shows a line. */
export async function findInLog(page: Page, line: RegExp): Promise<void> {
  const found = page.getByRole('row', { name: line }).first();
  const more = page.getByRole('button', { name: 'Afficher la suite' });
  const shown = page.locator('tbody');
  for (;;) {
    await found.or(more).first().waitFor();
    if ((await found.count()) > 0) return;
    const pages = await shown.count();
    await more.click();
    await page.locator('tbody[aria-busy=false]').nth(pages).waitFor();
  }
}
