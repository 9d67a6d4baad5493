import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** How a page is dressed, as the machine asks for it; the page follows without being loaded again. */
const DRESSES = {
  light: { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' },
  dark: { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'none' },
  contrast: { colorScheme: 'light', contrast: 'more', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'active' },
} as const;
type Dress = keyof typeof DRESSES;

const DESK = { width: 1280, height: 800 };
/** The narrowest and the widest screen that a page must fit. */
const TELEPHONE = { width: 360, height: 740 };
const WIDEST = { width: 2560, height: 1440 };

/** What another dress can change: colours. The other rules are asked once a size, in the light. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** Run in the page: what is being drawn has come to rest, and has the colours that it keeps. */
const SETTLED = `(async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  await Promise.allSettled(document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
    .map(({ finished }) => finished));
})()`;

/** Fluent's own: they take the focus only to hand it on, and are never read. */
const EXCEPT = { exclude: [['[data-tabster-dummy]']] };

/** A menu stands beside the landmarks, at the end of the page, like a dialog; unlike a dialog the rule does not except it. */
const BESIDE = { rules: { region: { enabled: false } } };

/** Run in the page, after axe-core: a finding in a line, with the rule and the place. */
const look = (options: object): string =>
  `axe.run(${JSON.stringify(EXCEPT)}, ${JSON.stringify({ resultTypes: ['violations'], iframes: false, ...options })})
    .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => id + ': ' + html.slice(0, 160) + ' ' + (any[0]?.message ?? ''))))`;

/** Run in the page: what must be pushed sideways to be read, though nobody meant it to. */
const SIDEWAYS = `[document.documentElement, ...document.querySelectorAll('main, main > *, [role=dialog], [role=log], form')]
  .filter((part) => part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'visible'
    || part === document.documentElement && part.scrollWidth > part.clientWidth)
  .map((part) => 'wider than the screen: ' + part.outerHTML.slice(0, 120))`;

/** Looks at a page as it stands, in every dress and size, without loading it again. */
export class Looker {
  private readonly seen: string[] = [];
  private readonly found: Record<string, readonly string[]> = {};

  constructor(private readonly page: Page) {}

  /** axe-core in each dress on a desk's screen and on a telephone, and whether it fits the narrowest and the widest screen. */
  async look(name: string, menu: 'menu' | null = null): Promise<void> {
    for (const size of [DESK, TELEPHONE]) {
      await this.page.setViewportSize(size);
      for (const dress of Object.keys(DRESSES) as Dress[]) {
        await this.dressed(dress);
        const asked = dress === 'light' ? (menu ? BESIDE : {}) : { runOnly: COLOURS };
        this.keep(`${name}, ${dress}, ${size.width} px`, await this.axe(asked));
      }
      await this.fits(name, size);
    }
    await this.fits(name, WIDEST);
    await this.page.setViewportSize(DESK);
    await this.dressed('light');
  }

  /** What does not hang on colours or sizes: the names, the roles and their order. */
  async read(name: string): Promise<void> {
    await this.page.evaluate(SETTLED);
    this.keep(name, await this.axe({ rules: { 'color-contrast': { enabled: false } } }));
  }

  /** What was found since it was asked last, by where. Throws where nothing was looked at. */
  findings(): Readonly<Record<string, readonly string[]>> {
    if (this.seen.length === 0) throw new Error('Nothing was looked at.');
    const found = { ...this.found };
    this.seen.length = 0;
    for (const name of Object.keys(this.found)) delete this.found[name];
    return found;
  }

  /** A frame of the page in each dress. */
  async lookInto(name: string, frame: Frame): Promise<void> {
    for (const dress of Object.keys(DRESSES) as Dress[]) {
      await this.page.emulateMedia({ ...DRESSES[dress], reducedMotion: 'reduce' });
      await frame.evaluate(SETTLED);
      await frame.evaluate(AXE);
      this.keep(`${name}, ${dress}`, await frame.evaluate<readonly string[]>(look({})));
    }
  }

  private async dressed(dress: Dress): Promise<void> {
    await this.page.emulateMedia({ ...DRESSES[dress], reducedMotion: 'reduce' });
    // The application says which theme it wears; other pages follow by their style alone.
    const worn = dress === 'forced colours' ? 'dark' : dress;
    await this.page
      .locator(`html[data-theme=${worn}], html:not([data-theme])`)
      .waitFor({ state: 'attached' });
    await this.page.evaluate(SETTLED);
  }

  private async axe(options: object): Promise<readonly string[]> {
    if (!(await this.page.evaluate<boolean>(`'axe' in window`))) await this.page.evaluate(AXE);
    return this.page.evaluate<readonly string[]>(look(options));
  }

  private async fits(name: string, size: { width: number; height: number }): Promise<void> {
    await this.page.setViewportSize(size);
    await this.page.evaluate(SETTLED);
    this.keep(`${name}, ${size.width} px`, await this.page.evaluate<readonly string[]>(SIDEWAYS));
  }

  private keep(name: string, findings: readonly string[]): void {
    this.seen.push(name);
    if (findings.length > 0) this.found[name] = findings;
  }
}
