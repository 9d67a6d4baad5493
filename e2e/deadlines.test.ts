import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { openData } from '../data/open';
import { launchBrowser, visit } from './browser';
import { ServerProcess } from './directline-server';

const HOUR_MS = 3_600_000;

/**
 * A request that nobody reacts to: given to somebody of its team, given back, overdue, and answered at last. The process clock starts on
 * Wednesday 18 November 2026 at 10:00 in Paris and is moved by a day.
 */
describe('A request runs out of time', () => {
  jest.setTimeout(300_000);
  let server: ServerProcess;
  let browser: Browser;
  let advisor: Page;
  let faults: string[] = [];

  /** The advisors' queue, as whoever administers all desks sees it. */
  async function signIn(): Promise<void> {
    await advisor.goto(server.url + new URL(server.signInLink).pathname);
    await advisor.getByRole('link', { name: /En retard/ }).waitFor();
  }

  const row = () => advisor.getByRole('listitem').filter({ hasText: 'jai pa été payé' });
  const history = () => advisor.getByRole('complementary', { name: 'À propos de la demande' });

  beforeAll(async () => {
    server = await ServerProcess.start(4718, new Date('2026-11-18T09:00:00Z'));
    browser = await launchBrowser();
    const { page, faults: found } = await visit(browser, server.url);
    advisor = page;
    faults = found;
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('a team is made beside the running server', async () => {
    const args = ['team', 'set', '--desk', 'abc', '--name', 'Paie', '--category', 'payment'];
    await promisify(execFile)(
      process.execPath,
      ['dist/bot/cli/main.js', ...args, '--member', 'nadia.benali@guichet.example'],
      { cwd: resolve(__dirname, '..'), env: { ...process.env, DATABASE_URL: server.databaseUrl } },
    );
  });

  test('what is filed is hers, with the deadline of a first reply', async () => {
    const data = await openData({ url: server.databaseUrl });
    await data.services.tickets.file({
      idempotencyKey: 'filed-beside-the-server',
      deskId: 'abc',
      personId: 'abc-camille',
      conversationId: null,
      topicId: 'abc.pay-missing',
      category: 'payment',
      subject: 'jai pa été payé',
      priority: 'normal',
      facts: [],
      checks: [],
      article: null,
      now: new Date('2026-11-18T09:00:00Z'),
    });
    await data.close();

    await signIn();
    await row().getByText('Attribuée à Nadia Benali').waitFor({ state: 'attached' });
    await row().getByRole('link').click();
    await advisor.getByText('Première réponse avant jeu. 19 nov., 10:00', { exact: true }).waitFor();
    expect(await advisor.getByRole('link', { name: /En retard/ }).innerText()).toMatch(/0/);
  });

  test('a day later it is its team’s again, and overdue; both stand in its history', async () => {
    await advisor.goto('about:blank');
    await server.kill();
    server.moveClock(25 * HOUR_MS);
    await server.startAgain();
    await signIn();
    await advisor.getByRole('link', { name: /En retard/ }).click();
    await row().getByText('en retard', { exact: true }).waitFor();
    await row().getByText('Non attribuée').waitFor({ state: 'attached' });

    await row().getByRole('link').click();
    await advisor.getByText('Première réponse en retard', { exact: true }).waitFor();
    await history().getByText('Historique').click();
    await history()
      .getByText(/a rendu la demande à l’équipe/)
      .waitFor();
    await history()
      .getByText(/a signalé aux responsables du guichet une échéance dépassée/)
      .waitFor();
  });

  test('once answered it is overdue no more', async () => {
    await advisor.getByRole('textbox', { name: /Réponse à Camille/ }).fill('Je regarde, et je vous réponds.');
    await advisor.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await advisor.getByText('Échéance suspendue', { exact: true }).waitFor();
    await advisor.getByText('Rien n’est en retard').waitFor();
    await history()
      .getByText(/^en retard\s: faite jeudi 19 novembre/)
      .waitFor();
  });

  test('no page complained, and nothing was asked of another host', () => {
    expect(faults).toEqual([]);
  });
});
