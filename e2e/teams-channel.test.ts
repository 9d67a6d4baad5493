import type { Browser, Page } from 'playwright-core';
import { openData, type OpenedData } from '../data/open';
import { launchBrowser, PATIENCE_MS } from './browser';
import { ServerProcess } from './directline-server';
import { Playground, PLAYGROUND_USER } from './playground';
import { pictureOf } from './playground-picture';

/** Where to put a picture; none is taken without it. */
const PICTURE = process.env.TEAMS_CHANNEL_PICTURE;

/**
 * An advisor in her team's channel, in Microsoft's Agents Playground: she links the channel by mentioning Guichet, a request arrives as a
 * card, she takes it, and the card changes where it stands.
 */
describe('The advisors’ channel in the Playground', () => {
  jest.setTimeout(300_000);
  let server: ServerProcess;
  let playground: Playground;
  let browser: Browser;
  let data: OpenedData;
  let page: Page;

  beforeAll(async () => {
    server = await ServerProcess.start(3992, new Date('2026-11-18T09:00:00Z'));
    playground = await Playground.start(56992, `${server.url}/api/messages`);
    browser = await launchBrowser();
    data = await openData({ url: server.databaseUrl });
    await data.services.teamsAccounts.link({
      identity: PLAYGROUND_USER,
      to: { advisorId: 'advisor-abc-1' },
      by: 'single-sign-on',
      now: new Date('2026-11-18T09:00:00Z'),
    });
    const context = await browser.newContext({ viewport: { width: 1400, height: 1000 } });
    page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(playground.url);
    await page.getByRole('treeitem', { name: 'Annonces' }).click();
  });

  afterAll(async () => {
    await data?.close();
    await browser?.close();
    await playground?.stop();
    await server?.stop();
  });

  it('is linked by a mention', async () => {
    await page.getByRole('textbox').first().click();
    await page.keyboard.type('@Gui', { delay: 60 });
    await page.locator('[role=option], [role=menuitem], li', { hasText: 'Guichet' }).first().click();
    await page.keyboard.insertText(' lie ce canal au bureau abc');
    await page.getByRole('button', { name: 'Post' }).click();
    await page.getByText('C’est fait : les nouvelles demandes').first().waitFor();
  });

  it('shows a request as one card, which changes in place when she takes it', async () => {
    await data.services.tickets.file({
      idempotencyKey: 'playground-channel',
      deskId: 'abc',
      personId: null,
      conversationId: null,
      topicId: 'abc.pay-missing',
      category: 'payment',
      subject: "Je n'ai pas reçu le paiement de mes cours d'octobre",
      priority: 'high',
      facts: [],
      checks: [],
      article: null,
      now: new Date('2026-11-18T09:00:00Z'),
    });
    await page.getByRole('button', { name: 'Prendre' }).click();
    await page.getByText('Nadia Benali a pris la demande.').first().waitFor();
    await page.getByText(/G-2611-\d{4} · En cours/).waitFor();
    expect(await page.getByText(/G-2611-\d{4} · /).count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Prendre' }).count()).toBe(0);
    if (PICTURE !== undefined) {
      await pictureOf(page, PICTURE, /G-2611-\d{4} · En cours/, 'Nadia Benali a pris la demande.');
    }
  });

  it('leads from the card to that request in the queue', async () => {
    const [queue] = await Promise.all([
      page.context().waitForEvent('page'),
      page
        .getByRole('button', { name: 'Ouvrir la file' })
        .or(page.getByRole('link', { name: 'Ouvrir la file' }))
        .click(),
    ]);
    await queue.waitForURL(/\/advisor\/tickets\/G-2611-\d{4}$/);
    expect(new URL(queue.url()).port).toBe(new URL(server.url).port);
  });
});
