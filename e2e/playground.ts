import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { PATIENCE_MS } from './browser';

const CLI = createRequire(__filename).resolve('@microsoft/m365agentsplayground/cli.js');
const READY_MS = 90_000;
const REFERENCE = /G-\d{4}-\d{4}/;

/** Whose Teams it is: she writes, the bot answers. */
export const PLAYGROUND_USER = {
  tenantId: '00000000-0000-0000-0000-0000000000001',
  objectId: '00000000-0000-0000-0000-0000000000020',
} as const;

/** The Playground wants five others, no more and no less. */
const OTHERS = ['Sofiane Haddad', 'Inès Payet', 'Thomas Girard', 'Lucie Garnier', 'Nadia Benali']
  .map((name, index) => {
    const [given = '', surname = ''] = name.split(' ');
    const email = `user${index + 1}@example.com`;
    return `  - id: user-id-${index + 1}
    name: ${name}
    userPrincipleName: ${email}
    aadObjectId: 00000000-0000-0000-0000-000000000002${index + 1}
    givenName: ${given}
    surname: ${surname}
    email: ${email}`;
  })
  .join('\n');

/** People and places of the Playground, in the file in which it looks for them. */
const CONFIG = `version: "0.1.1"
tenantId: ${PLAYGROUND_USER.tenantId}
bot:
  id: 00000000-0000-0000-0000-00000000000011
  name: Guichet
currentUser:
  id: user-id-0
  name: Camille Moreau
  userPrincipleName: camille@example.com
  aadObjectId: ${PLAYGROUND_USER.objectId}
  givenName: Camille
  surname: Moreau
  email: camille@example.com
users:
${OTHERS}
personalChat:
  id: personal-chat-id
groupChat:
  id: group-chat-id
  name: Salle des profs
team:
  id: team-id
  name: Intervenants
  aadGroupId: 00000000-0000-0000-0000-000000000031
  channels:
    - id: channel-announcements-id
      name: Annonces
`;

/** Microsoft's Agents Playground, which emulates Teams, in a process of its own before a server of ours. */
export class Playground {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** @param endpoint the server's `/api/messages`. */
  static async start(port: number, endpoint: string): Promise<Playground> {
    const folder = await mkdtemp(join(tmpdir(), 'guichet-playground-'));
    await writeFile(join(folder, '.m365agentsplayground.yml'), CONFIG);
    const options = ['-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'];
    const child = spawn(process.execPath, [CLI, 'start', ...options], {
      cwd: folder,
      // It opens a browser of its own otherwise.
      env: { ...process.env, BROWSER: 'none' },
      stdio: 'ignore',
    });
    const playground = new Playground(child, folder, port);
    const until = Date.now() + READY_MS;
    while (!(await playground.isReady())) {
      if (child.exitCode !== null || Date.now() > until) throw new Error('The Playground did not start.');
      await pause(100);
    }
    return playground;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      const gone = once(this.child, 'exit');
      this.child.kill('SIGKILL');
      await gone;
    }
    await rm(this.folder, { recursive: true, force: true });
  }

  private async isReady(): Promise<boolean> {
    const answer = await fetch(`${this.url}/_internal/v1/config`).catch(() => null);
    return answer?.ok ?? false;
  }
}

/** The chat that the Playground shows, as the person in front of it uses it. */
export class TeamsChat {
  private constructor(readonly page: Page) {}

  /** @param now the day that calendars of cards open on. */
  static async open(browser: Browser, playground: Playground, now: Date): Promise<TeamsChat> {
    const context = await browser.newContext({
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
      viewport: { width: 1400, height: 1000 },
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.clock.setSystemTime(now);
    await page.goto(playground.url);
    const chat = new TeamsChat(page);
    await chat.field.waitFor();
    return chat;
  }

  private get field(): Locator {
    return this.page.getByRole('textbox').first();
  }

  async say(text: string): Promise<void> {
    await this.field.click();
    await this.page.keyboard.insertText(text);
    await this.page.getByRole('button', { name: 'Send Message' }).click();
  }

  /** Goes to another chat, or a channel. */
  async visit(place: string): Promise<void> {
    await this.page.getByRole('treeitem', { name: place }).click();
  }

  /** Posts something in a channel that mentions the assistant. */
  async mention(text: string): Promise<void> {
    await this.field.click();
    await this.page.keyboard.type('@Gui', { delay: 60 });
    await this.page.locator('[role=option], [role=menuitem], li', { hasText: 'Guichet' }).first().click();
    await this.page.keyboard.insertText(` ${text}`);
    await this.page.getByRole('button', { name: 'Post' }).click();
  }

  /** Presses the newest button of that name. */
  async press(name: string | RegExp): Promise<void> {
    await this.page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .last()
      .click();
  }

  /** Waits until something is shown. */
  async shows(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).last().waitFor();
  }

  /** The newest request's reference in the chat. */
  async reference(): Promise<string> {
    await this.shows(REFERENCE);
    const text = await this.page.getByText(REFERENCE).last().innerText();
    return REFERENCE.exec(text)?.[0] ?? text;
  }

  /** How often something stands in the chat. */
  count(text: string | RegExp): Promise<number> {
    return this.page.getByText(text).count();
  }

  /** How many answers stand in the chat. */
  answers(): Promise<number> {
    return this.page.getByRole('img', { name: 'Guichet' }).count();
  }

  /** Waits until there are more answers than there were. */
  async answered(before: number): Promise<void> {
    await this.page.getByRole('img', { name: 'Guichet' }).nth(before).waitFor();
  }

  /** Sends the events of an installation again, by the menu for it. */
  async installAgain(): Promise<void> {
    const entry = this.page.getByText('Install application', { exact: true });
    await this.page.getByRole('button', { name: 'Mock an Activity' }).click();
    await entry.click();
    await this.page.getByRole('button', { name: 'Send activity' }).click();
  }

  /** Chooses in the newest list of this name. */
  async choose(field: string, option: RegExp): Promise<void> {
    await this.page.getByRole('combobox', { name: field, exact: true }).last().click();
    await this.page.getByRole('option', { name: option }).first().click();
  }

  /** Picks a day in the calendar of the newest field of this name. @param day as the calendar calls it: '17, November, 2026'. */
  async pickDay(field: string, day: string): Promise<void> {
    await this.page.getByRole('combobox', { name: field, exact: true }).last().click();
    await this.page.getByRole('button', { name: day }).click();
  }

  /** @param time 'HH:mm' */
  async pickTime(field: string, time: string): Promise<void> {
    const list = this.page.getByRole('combobox', { name: field, exact: true }).last();
    await list.click();
    await list.fill(time);
    await list.press('Enter');
  }
}
