import {
  chromium,
  type Browser,
  type BrowserContext,
  type FrameLocator,
  type Locator,
  type Page,
} from 'playwright-core';

/** How long something may take on a busy machine, in milliseconds. */
export const PATIENCE_MS = 45_000;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The system's Chromium (CHROMIUM, or where Debian puts it), without a window. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });

/** A page of a visitor of her own. Whatever the page complains about, or asks of another host, ends up in `faults`. */
export async function visit(
  browser: Browser,
  origin: string,
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1500, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(origin))
      faults.push(`left the house: ${request.url()}`);
  });
  return { page, context, faults };
}

/** Waits until everything that moves has come to rest: what fades in has other colours, and is not where it will be. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    await Promise.allSettled(document.getAnimations()
      .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
      .map(({ finished }) => finished));
  })()`);
}

/** Lets what goes away after five seconds (the way back from what has just been done) stay for a minute: a busy machine is slower than people. */
export async function withoutHurry(page: Page): Promise<void> {
  await page.addInitScript(`{
    const { setTimeout } = window;
    window.setTimeout = (work, ms, ...rest) => setTimeout(work, ms === 5000 ? 60000 : ms, ...rest);
  }`);
}

/** The chat of a page that embeds the widget, as the person in front of it uses it. */
export class Chat {
  private constructor(private readonly frame: FrameLocator) {}

  /** Opens it by its launcher and waits until it can be written to. */
  static async open(page: Page): Promise<Chat> {
    await page.getByRole('button', { name: /Une question/ }).click();
    const chat = new Chat(page.frameLocator('iframe'));
    await chat.field.waitFor();
    // The field is drawn before the conversation is connected, and Enter does nothing until then: wait for what is said first.
    await chat.transcript.locator('.webchat__bubble').first().waitFor();
    return chat;
  }

  /** The chat of a page where it is open already. */
  static on(page: Page): Chat {
    return new Chat(page.frameLocator('iframe'));
  }

  private get field(): Locator {
    return this.frame.getByPlaceholder('Écrivez comme vous parlez…');
  }

  private get transcript(): Locator {
    return this.frame.locator('.webchat__basic-transcript__transcript');
  }

  async say(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  /** Types and does not send. */
  async type(text: string): Promise<void> {
    await this.field.pressSequentially(text);
  }

  /** Waits until it is shown that somebody types. */
  async showsTyping(): Promise<void> {
    await this.frame.locator('.webchat__typingIndicator, .webchat__typing-indicator').first().waitFor();
  }

  /** Waits until the line under the desk's name says who answers. */
  async header(text: string | RegExp): Promise<void> {
    await this.frame.locator('#desk-state').filter({ hasText: text }).waitFor();
  }

  /** Presses the newest button of that name. */
  async press(name: string | RegExp): Promise<void> {
    await this.frame.getByRole('button', { name }).last().click();
  }

  /** Waits until the conversation shows something. */
  async shows(text: string | RegExp): Promise<void> {
    await this.transcript.getByText(text).last().waitFor();
  }

  /** Everything that stands in the conversation. */
  text(): Promise<string> {
    return this.transcript.innerText();
  }
}
