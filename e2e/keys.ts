import type { Locator, Page } from 'playwright-core';

/** More stops than any page has. */
const MOST_STOPS = 150;

/** Run in the page: what has the focus, in the words that a screen reader says, or why nobody can see that it has it. */
const FOCUSED = `(() => {
  const one = document.activeElement;
  if (one === null || one === document.body) return { name: '', fault: 'nothing has the focus' };
  const labelled = (one.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  const label = one.getAttribute('aria-label') ?? '';
  const labels = [...(one.labels ?? [])].map((each) => each.textContent).join(' ');
  const name = (label || labelled.trim() || labels || one.textContent || one.getAttribute('placeholder') || '').trim();
  const box = one.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return { name, fault: 'what has the focus is not drawn' };
  const drawn = (style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
    || parseFloat(style.borderBottomWidth) >= 2;
  // A heading takes the focus to be read out, not to be acted on.
  if (one.matches('h1, h2')) return { name, fault: null };
  const marks = [one, one.parentElement, one.nextElementSibling, one.parentElement?.parentElement]
    .filter(Boolean).flatMap((each) => [null, '::before', '::after'].map((part) => getComputedStyle(each, part)));
  return { name, fault: marks.some(drawn) ? null : 'the focus cannot be seen on ' + one.outerHTML.slice(0, 160) };
})()`;

/** Somebody who has no mouse. She sees what has the focus, and moves it by Tab. */
export class Keys {
  constructor(private readonly page: Page) {}

  press(...keys: readonly string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  /** The name of what has the focus. Fails where it is lost or cannot be seen. */
  async focused(): Promise<string> {
    const { name, fault } = await this.page.evaluate<{ name: string; fault: string | null }>(FOCUSED);
    if (fault !== null) throw new Error(fault);
    return name;
  }

  /** Tabs on until something of that name has the focus. Fails where Tab goes round without it. */
  async to(name: RegExp, key: 'Tab' | 'Shift+Tab' | 'ArrowDown' = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      const { name: here } = await this.page.evaluate<{ name: string }>(FOCUSED);
      if (name.test(here)) {
        await this.focused();
        return;
      }
      passed.push(here.slice(0, 30));
      await this.page.keyboard.press(key);
    }
    throw new Error(`${key} never reached ${name}, but: ${passed.join(' | ')}`);
  }

  /** Tabs to a button, a link or a field and presses Enter. */
  async enter(name: RegExp): Promise<void> {
    await this.to(name);
    await this.page.keyboard.press('Enter');
  }

  /** Opens a menu that is reached by Tab, and chooses from it by the arrows. */
  async choose(menu: RegExp, item: RegExp): Promise<void> {
    await this.enter(menu);
    await this.page.getByRole('menu').waitFor();
    await this.onto(this.page.locator('[role=menu] :focus'));
    await this.to(item, 'ArrowDown');
    await this.page.keyboard.press('Enter');
  }

  /** Waits until the focus has come to a place. */
  async onto(place: Locator): Promise<void> {
    await place.first().waitFor();
  }

  /** A dialog has opened and has taken the focus; Tab goes round inside of it. */
  async inDialog(): Promise<void> {
    await this.onto(this.page.locator('[role=dialog]:focus, [role=dialog] :focus'));
  }

  /** A dialog has gone, and the focus is on something that can be seen and gone on from. */
  async back(): Promise<void> {
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
    // The page as a whole only has it until the next request is read.
    await this.onto(this.page.locator('body :focus:not(main)'));
    await this.focused();
  }
}
