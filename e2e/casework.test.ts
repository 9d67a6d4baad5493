import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openData } from '../data/open';
import type { NewTicket, Ticket } from '../data/tickets/types';
import { type Chat, launchBrowser, settled, visit, withoutHurry } from './browser';
import { ServerProcess } from './directline-server';
import { fileUnpaidRequest } from './unpaid-request';

const NOW = new Date('2026-11-18T09:00:00Z');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
// Fluent's own are left out: they take the focus only to hand it on, are never read, and stay for a moment after a dialog.
const LOOK = `axe.run({ exclude: [['[data-tabster-dummy]']] }, { resultTypes: ['violations'], iframes: false }).then(({ violations }) =>
  violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => id + ': ' + help + ': ' + html.slice(0, 160))))`;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Whoever wants to look at it: SHOTS=folder keeps a picture of every step. */
const shots = process.env.SHOTS;

/** What an advisor does with a request beyond answering it, and what its requester sees of that. */
describe('Casework', () => {
  jest.setTimeout(300_000);
  let server: ServerProcess;
  let browser: Browser;
  let advisor: Page;
  let chat: Chat;
  let tutor: Page;
  let faults: string[] = [];
  let reference = '';

  const file = async (rest: Partial<NewTicket>): Promise<Ticket> => {
    const data = await openData({ url: server.databaseUrl });
    const ticket = await data.services.tickets.file({
      idempotencyKey: `beside-${Math.random()}`,
      deskId: 'abc',
      personId: 'abc-camille',
      conversationId: null,
      topicId: 'abc.pay-missing',
      category: 'payment',
      subject: 'jai pa été payé',
      priority: 'normal',
      facts: [{ key: 'month', label: 'Mois', value: 'septembre 2026', source: 'said' }],
      checks: [],
      article: null,
      now: NOW,
      ...rest,
    });
    await data.close();
    return ticket;
  };
  /** A picture, and what axe-core finds. */
  const look = async (name: string): Promise<void> => {
    await settled(advisor);
    if (shots !== undefined) {
      mkdirSync(shots, { recursive: true });
      await advisor.screenshot({ path: join(shots, `${name}.png`) });
    }
    await advisor.evaluate(AXE);
    expect({ [name]: await advisor.evaluate(LOOK) }).toEqual({ [name]: [] });
  };
  const menu = async (item: RegExp): Promise<void> => {
    await advisor.getByRole('button', { name: 'Autres actions' }).click();
    await advisor.getByRole('menuitem', { name: item }).click();
    await advisor.getByRole('dialog').waitFor();
  };
  const dialog = () => advisor.getByRole('dialog');
  const snackbar = (text: RegExp) =>
    advisor.locator('[role=status] > div').filter({ hasText: text }).first().waitFor();
  const open = async (which: string): Promise<void> => {
    await advisor.goto(`${server.url}/advisor/tickets/${which}`);
    await advisor.getByRole('log').waitFor();
  };

  beforeAll(async () => {
    server = await ServerProcess.start(4741, NOW);
    browser = await launchBrowser();
    const { page, faults: found } = await visit(browser, server.url);
    advisor = page;
    faults = found;
    await withoutHurry(advisor);
    await advisor.goto(server.url + new URL(server.signInLink).pathname);
    ({ page: tutor } = await visit(browser, server.url));
    ({ chat, reference } = await fileUnpaidRequest(tutor, server.url));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('a duplicate is merged, and parted again', async () => {
    const duplicate = await file({});
    await open(duplicate.reference);
    await menu(/Fusionner/);
    await dialog()
      .getByRole('radio', { name: new RegExp(reference) })
      .check();
    await look('merge');
    await dialog()
      .getByRole('button', { name: `Fusionner dans ${reference}` })
      .click();
    await snackbar(/Fusionnée dans/);
    await advisor.getByText('Fusionnées ici').waitFor();
    await look('merged');
    await advisor.getByRole('button', { name: 'Annuler' }).click();
    await advisor.getByText('Fusionnées ici').waitFor({ state: 'detached' });
  });

  test('a saved reply is found by typing a slash, and leaves filled', async () => {
    await open(reference);
    await advisor.keyboard.press('r');
    await advisor.keyboard.type('/');
    await advisor.getByRole('combobox', { name: 'Chercher une réponse' }).fill('recu');
    await advisor.getByRole('option').first().waitFor();
    await look('picker');
    await advisor.keyboard.press('Enter');
    const field = advisor.getByRole('textbox', { name: /Réponse à/ });
    await field.and(advisor.locator(':focus')).waitFor();
    expect(await field.inputValue()).toMatch(new RegExp(`^Bonjour Camille,[^{}]*${reference}`));
    await field.fill('Bonjour {firstName}');
    await advisor.getByText(/Complétez ou retirez \{firstName\}/).waitFor();
    await look('unfilled');
    await field.fill('Voici votre relevé.');
  });

  test('a file goes with the reply into her chat', async () => {
    await advisor
      .locator('input[type=file]')
      .setInputFiles({ name: 'relevé.png', mimeType: 'image/png', buffer: PNG });
    await advisor.getByRole('button', { name: 'Retirer relevé.png' }).waitFor();
    await look('files');
    await advisor.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await chat.shows(/Voici votre relevé/);
    await tutor.frameLocator('iframe').locator('img[src*="/attachments/"]').waitFor();
    if (shots !== undefined) await tutor.screenshot({ path: join(shots, 'chat.png') });
    await advisor.getByRole('button', { name: 'Agrandir relevé.png' }).click();
    await look('lightbox');
    await advisor.keyboard.press('Escape');
  });

  test('a second request is split, and she is told its reference', async () => {
    await menu(/Séparer/);
    const understood = advisor.waitForResponse(/\/topics\?text=/);
    await dialog()
      .getByRole('textbox', { name: /Seconde demande/ })
      .fill('je voudrais aussi changer mon IBAN');
    await understood;
    await look('split');
    await dialog().getByRole('button', { name: 'Séparer' }).click();
    await snackbar(/ouverte/);
    await chat.shows(/contenait deux sujets/);
    await advisor.getByText('Séparée d’ici').waitFor();
  });

  test('a time is proposed, and booked with one tap', async () => {
    await menu(/Proposer/);
    await dialog().getByRole('checkbox').nth(0).check();
    await dialog().getByRole('checkbox').nth(1).check();
    await look('propose');
    await dialog().getByRole('button', { name: 'Proposer' }).click();
    await chat.shows(/vous propose un rendez-vous sur Teams/);
    await chat.press(/ à \d+ ?h/);
    await chat.shows(/C.est réservé/);
  });

  test('the topic is changed, and taken back', async () => {
    await menu(/Changer de sujet/);
    await dialog().getByRole('combobox').selectOption('abc.contact');
    await look('topic');
    await dialog().getByRole('button', { name: 'Changer le sujet' }).click();
    await snackbar(/Sujet/);
    await advisor.getByRole('button', { name: 'Annuler' }).click();
    await advisor.getByText('Salaire non reçu').first().waitFor();
  });

  test('tickets of one cause are answered together', async () => {
    for (const personId of ['abc-sofiane', 'abc-camille']) await file({ personId });
    await open((await file({ personId: 'abc-sofiane' })).reference);
    await advisor.getByRole('button', { name: /demandes? semblables?/ }).click();
    await dialog().getByRole('textbox').fill('Bonjour {firstName}, c’est réparé ({reference}).');
    await dialog().getByRole('checkbox', { name: 'Résoudre ces demandes' }).check();
    await look('many');
    await dialog()
      .getByRole('button', { name: /Répondre à/ })
      .click();
    await dialog().getByRole('button', { name: 'Terminer' }).waitFor();
    await look('many-done');
    await dialog().getByRole('button', { name: 'Terminer' }).click();
    await advisor.getByText('Résolue').first().waitFor();
  });

  test('the page of replies: written, archived, taken back', async () => {
    await advisor.goto(`${server.url}/advisor/replies`);
    await advisor.getByRole('heading', { name: 'Réponses enregistrées' }).waitFor();
    await look('replies');
    await advisor.getByRole('button', { name: 'Nouvelle réponse' }).click();
    await dialog().getByRole('textbox', { name: /Titre/ }).fill('Essai');
    await dialog().getByRole('textbox', { name: /Texte/ }).fill('Bonjour ');
    await dialog().getByRole('button', { name: 'Prénom', exact: true }).click();
    await look('reply');
    await dialog().getByRole('button', { name: 'Enregistrer' }).click();
    await snackbar(/enregistrée/);
    await advisor.getByRole('button', { name: 'Archiver « Essai »' }).click();
    await snackbar(/archivée/);
    await advisor.getByRole('button', { name: 'Annuler' }).click();
    await advisor.getByRole('button', { name: 'Archiver « Essai »' }).waitFor();
  });

  test.each(['dark', 'contrast'])('nothing to complain about in %s, on a phone', async (theme) => {
    await advisor.evaluate(`localStorage.setItem('guichet-theme', '${theme}')`);
    await advisor.setViewportSize({ width: 360, height: 740 });
    await open(reference);
    await look(`phone-${theme}`);
    await advisor.getByRole('button', { name: /Réponses enregistrées/ }).click();
    await look(`phone-${theme}-picker`);
    await advisor.goto(`${server.url}/advisor/replies`);
    await advisor.getByRole('heading', { name: 'Réponses enregistrées' }).waitFor();
    await look(`phone-${theme}-replies`);
  });

  test('no page complained', () => {
    expect(faults).toEqual([]);
  });
});
