import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { type ReceivedMail, type SmtpSink, startSmtpSink } from '../../bot/mail/testing/smtp-sink';
import { APP, type Entra, startEntra, TENANT } from '../../bot/sign-in/testing/entra';
import { type IdentityProvider, startIdentityProvider } from '../../bot/sign-in/testing/identity-provider';
import { Chat, launchBrowser, visit } from '../browser';
import { ServerProcess } from '../directline-server';
import { openInTeams } from '../teams-host';
import type { Tutor } from './tutor';

const ROOT = resolve(__dirname, '../..');

/** What a day needs: a server with a mail server, an OpenID provider and Microsoft's keys of its own, and Chromium. */
export class Office {
  /** What pages complained about, and where they went beside this server. */
  private readonly faults = new Map<Page, string[]>();

  private constructor(
    readonly server: ServerProcess,
    private readonly mail: SmtpSink,
    private readonly provider: IdentityProvider,
    private readonly entra: Entra,
    private readonly browser: Browser,
  ) {}

  static async open(port: number, clock: Date): Promise<Office> {
    const url = `http://127.0.0.1:${port}`;
    const mail = await startSmtpSink();
    const provider = await startIdentityProvider(`${url}/advisor/open-id/callback`);
    const entra = await startEntra(() => server.now());
    const server = await ServerProcess.start(port, clock, {
      PUBLIC_URL: url,
      SMTP_URL: mail.url,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'guichet',
      OIDC_CLIENT_SECRET: 'guichet-test-secret',
      MICROSOFT_APP_ID: APP,
      MICROSOFT_APP_PASSWORD: 'secret',
      MICROSOFT_APP_TENANT_ID: TENANT,
      MICROSOFT_TRUST_EMAIL: '1',
      NODE_OPTIONS: `--require=${join(__dirname, 'entra-here.cjs')}`,
      E2E_ENTRA_KEYS_URL: entra.keysUrl,
    });
    return new Office(server, mail, provider, entra, await launchBrowser());
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    await Promise.all([this.provider.stop(), this.entra.stop(), this.mail.stop()]);
  }

  /** What the pages complained about, without what `expected` describes. */
  complaints(expected: RegExp): readonly string[] {
    return [...this.faults.values()].flat().filter((fault) => !expected.test(fault));
  }

  /** The mails that came for somebody. */
  mailTo(address: string): readonly ReceivedMail[] {
    return this.mail.received.filter(({ to }) => to.includes(address));
  }

  private async page(): Promise<Page> {
    const { page, faults } = await visit(this.browser, this.server.url);
    this.faults.set(page, faults);
    return page;
  }

  /** Signs in with the account of the organisation, at the provider's own pages. */
  async signInByOpenId(login: string): Promise<Page> {
    const page = await this.page();
    await page.goto(`${this.server.url}/advisor`);
    await page.getByRole('link', { name: 'Continuer avec le compte de l’organisation' }).click();
    await page.locator('input[name=login]').fill(login);
    await page.locator('input[name=password]').fill('any');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await this.isSignedIn(page);
    return page;
  }

  /** Her session is over, that with the provider is not: one click. */
  async signInAgain(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Continuer avec le compte de l’organisation' }).click();
    await this.isSignedIn(page);
  }

  /** Signs in by a one-time link, made on the command line beside the server. */
  async signInByLink(name: string, email: string): Promise<Page> {
    const person = ['--name', name, '--email', email, '--desk', 'abc', '--role', 'advisor'];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['dist/bot/cli/main.js', 'advisor', 'add', ...person],
      {
        cwd: ROOT,
        env: {
          ...process.env,
          GUICHET_MODE: 'demo',
          DATABASE_URL: this.server.databaseUrl,
          GUICHET_CLOCK: this.server.now().toISOString(),
        },
      },
    );
    const link = /\S+\/advisor\/sign-in\/\S+/.exec(stdout)?.[0] ?? '';
    const page = await this.page();
    await page.goto(this.server.url + new URL(link).pathname);
    await this.isSignedIn(page);
    return page;
  }

  /** Opens the tab in Teams on a ticket: whoever is signed in to Teams is signed in. */
  async signInFromTeams(email: string, ticket: string): Promise<{ page: Page; tab: FrameLocator }> {
    const objectId = 'dddddddd-0000-4000-8000-000000000002';
    const { page, tab, faults } = await openInTeams(this.browser, {
      tab: `${this.server.url}/advisor`,
      theme: 'default',
      ticket,
      objectId,
      token: () => this.entra.token({ oid: objectId, preferred_username: email }),
    });
    this.faults.set(page, faults);
    return { page, tab };
  }

  private async isSignedIn(page: Page): Promise<void> {
    await page.getByRole('link', { name: /À traiter/ }).waitFor();
    // The provider's pages are none of ours, nor is the 401 that led to them.
    this.faults.get(page)?.splice(0);
  }

  /** Somebody in front of the sample portal, with the chat open. */
  async tutor(personId: string): Promise<Tutor> {
    const page = await this.page();
    const address = `${this.server.url}/?desk=abc&person=${personId}`;
    await page.goto(address);
    const chat = await Chat.open(page);
    await chat.shows(/^Bonjour /);
    return { page, chat, address };
  }

  async leaves({ page }: Tutor): Promise<void> {
    await page.goto('about:blank');
  }

  async comesBack({ page, address }: Tutor): Promise<void> {
    await page.goto(address);
    await Chat.open(page);
  }

  /** Time passes: the server stops, and goes on so many milliseconds later. What was open is opened again. */
  async pass(milliseconds: number): Promise<void> {
    const open = [...this.faults.keys()].filter(
      (page) => !page.isClosed() && page.url().startsWith(this.server.url),
    );
    const addresses = open.map((page) => page.url());
    await Promise.all(open.map((page) => page.goto('about:blank')));
    await this.server.kill();
    this.server.moveClock(milliseconds);
    await this.server.startAgain();
    for (const [index, page] of open.entries()) {
      const address = addresses[index] ?? '';
      await page.goto(address);
      if (!address.includes('/advisor')) await Chat.open(page);
    }
  }
}
