import type { Page } from 'playwright-core';
import { Chat } from './browser';

/** Tells the chat that October was not paid, and files the request that is offered. */
export async function fileUnpaidRequest(
  tutor: Page,
  url: string,
): Promise<{ readonly chat: Chat; readonly reference: string }> {
  await tutor.goto(url);
  const chat = await Chat.open(tutor);
  await chat.say('jai pa été payé');
  await chat.shows(/Salaire non reçu/);
  await chat.press('Créer une demande');
  await chat.shows(/Pour quel mois/);
  await chat.say('octobre');
  await chat.shows(/Je l.envoie/);
  await chat.press('Confirmer');
  await chat.shows(/Demande envoyée/);
  return { chat, reference: /G-\d{4}-\d{4}/.exec(await chat.text())?.[0] ?? '' };
}
