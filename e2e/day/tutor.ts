import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { type Chat, PATIENCE_MS } from '../browser';

/** Somebody in front of the sample portal. */
export interface Tutor {
  readonly page: Page;
  readonly chat: Chat;
  /** Where she is when she comes back. */
  readonly address: string;
}

/** Asks in the chat, and has it passed on. @returns the reference that she is told. */
export async function file(chat: Chat, question: string, details: string): Promise<string> {
  await answered(chat, /Créer une demande/g, () => chat.say(question));
  await answered(chat, /Pour quel mois|Quelle mission/g, () => chat.press('Créer une demande'));
  await answered(chat, /Je l.envoie/g, () => chat.say(details));
  await answered(chat, /Demande envoyée/g, () => chat.press('Confirmer'));
  return (await chat.text()).match(/G-\d{4}-\d{4}/g)?.at(-1) ?? '';
}

/** Does something and waits until the chat shows once more what answers it: the same may stand further up. */
async function answered(chat: Chat, pattern: RegExp, act: () => Promise<void>): Promise<void> {
  const count = async (): Promise<number> => (await chat.text()).match(pattern)?.length ?? 0;
  const before = await count();
  await act();
  await until(async () => (await count()) > before, `the answer ${pattern}`);
}

/** Waits for what no locator describes. */
export async function until(holds: () => Promise<boolean> | boolean, what: string): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; !(await holds()); await pause(100)) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`);
  }
}
