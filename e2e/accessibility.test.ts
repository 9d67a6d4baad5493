import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { Chat, launchBrowser } from './browser';
import { ServerProcess } from './directline-server';

/**
 * axe-core on every page, in each theme, on a desk's screen and on a telephone. The chat page of Web Chat itself is looked at too: its
 * own faults are listed by rule below, so that a new one is noticed.
 */
const THEMES = ['light', 'dark', 'contrast'] as const;
const SIZES = [
  { width: 1400, height: 900 },
  { width: 360, height: 740 },
];
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Run in the page, after axe-core. */
const LOOK = `axe.run(document, { resultTypes: ['violations'], iframes: false }).then(({ violations }) =>
  violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => id + ': ' + help + ': ' + html.slice(0, 160))))`;

/** A finding in a line: the rule, what it is about, and where. */
async function findings(target: Page | Frame): Promise<readonly string[]> {
  await target.evaluate(AXE);
  return target.evaluate<readonly string[]>(LOOK);
}

describe('axe-core finds nothing', () => {
  jest.setTimeout(240_000);
  let server: ServerProcess;
  let browser: Browser;
  /** A ticket with a conversation, facts and checks. */
  let reference = '';
  let storage: Awaited<ReturnType<BrowserContext['storageState']>>;

  beforeAll(async () => {
    server = await ServerProcess.start(4713, new Date('2026-11-18T09:00:00Z'));
    browser = await launchBrowser();
    const context = await browser.newContext({ locale: 'fr-FR' });
    const advisor = await context.newPage();
    await advisor.goto(server.url + new URL(server.signInLink).pathname);
    const tutor = await context.newPage();
    await tutor.goto(server.url);
    const chat = await Chat.open(tutor);
    await chat.say('jai pa été payé');
    await chat.shows(/Salaire non reçu/);
    await chat.press('Créer une demande');
    await chat.shows(/Pour quel mois/);
    await chat.say('octobre');
    await chat.shows(/Je l.envoie/);
    await chat.press('Confirmer');
    await chat.shows(/Demande envoyée/);
    reference = /G-\d{4}-\d{4}/.exec(await chat.text())?.[0] ?? '';
    storage = await context.storageState();
    await context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function open(theme: string, viewport: (typeof SIZES)[number], signedIn = true): Promise<Page> {
    const context = await browser.newContext({
      locale: 'fr-FR',
      viewport,
      colorScheme: theme === 'dark' ? 'dark' : 'light',
      reducedMotion: 'reduce',
      ...(signedIn && { storageState: storage }),
    });
    await context.addInitScript(`localStorage.setItem('guichet-theme', '${theme}')`);
    return context.newPage();
  }

  const cases = THEMES.flatMap((theme) => SIZES.map((size) => [theme, `${size.width} px`, size] as const));

  test.each(cases)('the queue: %s, %s', async (theme, _width, size) => {
    const page = await open(theme, size);
    const found: Record<string, readonly string[]> = {};
    const look = async (name: string, path: string, ready: string): Promise<void> => {
      await page.goto(server.url + path);
      await page.locator(ready).first().waitFor();
      await page.waitForTimeout(400);
      found[name] = await findings(page);
    };
    await look('list', '/advisor', 'main li');
    await look('ticket', `/advisor/tickets/${reference}`, '[role=log]');
    await look('coupons', '/advisor/coupons', 'main h1');
    await look('appointments', '/advisor/appointments', 'main h1');
    await page.goto(`${server.url}/advisor`);
    await page.locator('main li').first().waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.waitForTimeout(400);
    found['help'] = await findings(page);
    await page.context().close();
    expect(found).toEqual({ list: [], ticket: [], coupons: [], appointments: [], help: [] });
  });

  test.each(cases)('signing in and the portal: %s, %s', async (theme, _width, size) => {
    const page = await open(theme, size, false);
    await page.goto(`${server.url}/advisor`);
    await page.locator('form').waitFor();
    const signIn = await findings(page);
    await page.goto(server.url);
    await page.getByText('Camille').first().waitFor();
    const portal = await findings(page);
    await page.context().close();
    expect({ signIn, portal }).toEqual({ signIn: [], portal: [] });
  });

  test.each(THEMES)('the chat: %s', async (theme) => {
    const page = await open(theme, { width: 1400, height: 900 }, false);
    await page.goto(server.url);
    const chat = await Chat.open(page);
    await chat.say('jai pa été payé');
    await chat.shows(/Salaire non reçu/);
    const frame = page.frames().find((each) => each.url().includes('/chat'));
    if (frame === undefined) throw new Error('no chat frame');
    const found = await findings(frame);
    await page.context().close();
    expect(found).toEqual([]);
  });
});
