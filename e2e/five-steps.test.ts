import type { Browser, Page } from 'playwright-core';
import { Chat, launchBrowser, visit } from './browser';
import { ServerProcess } from './directline-server';

/**
 * The main job, from the door to the result, through the real widget and the real queue, on a server started for it.
 * The process clock starts on Wednesday 18 November 2026 at 10:00 in Paris.
 */
describe('A tutor is answered, and an advisor answers what is left', () => {
  jest.setTimeout(300_000);
  let server: ServerProcess;
  let browser: Browser;
  let tutor: Page;
  let advisor: Page;
  let chat: Chat;
  const faults: string[][] = [];

  /** The row of her request in the list. */
  const newRequest = () => advisor.getByRole('listitem').filter({ hasText: 'jai pa été payé' });

  async function newPage(): Promise<Page> {
    const { page, faults: found } = await visit(browser, server.url);
    faults.push(found);
    return page;
  }

  beforeAll(async () => {
    server = await ServerProcess.start(4711, new Date('2026-11-18T09:00:00Z'));
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('1. she opens the chat of the sample portal', async () => {
    tutor = await newPage();
    await tutor.goto(server.url);
    await tutor.getByText('Camille').first().waitFor();
    chat = await Chat.open(tutor);
    await chat.shows(/Bonjour Camille/);
  });

  test('2. « jai pa été payé » is answered from her records, as of today', async () => {
    await chat.say('jai pa été payé');
    await chat.shows(/Salaire non reçu/);
    expect(await chat.text()).toMatch(/en ordre/);
  });

  let reference = '';
  test('3. a complete ticket is filed, and appears in the queue without reloading', async () => {
    advisor = await newPage();
    await advisor.goto(server.url + new URL(server.signInLink).pathname);
    await advisor
      .getByText('Tout est attribué')
      .or(advisor.getByText('Tout est traité'))
      .or(advisor.getByText('Rien ne vous attend'))
      .waitFor();

    await chat.press('Créer une demande');
    await chat.shows(/Pour quel mois/);
    await chat.say('octobre');
    // Her coupons of October are in her records: they are read, not asked.
    await chat.shows(/Je l.envoie/);
    await chat.press('Confirmer');
    await chat.shows(/G-2611-\d{4}/);
    reference = /G-2611-\d{4}/.exec(await chat.text())![0];

    await advisor.getByRole('link', { name: /Non attribuées/ }).click();
    await newRequest().waitFor();
  });

  test('4. the advisor sees what was said, collected and shown; the reply reaches the open chat', async () => {
    await newRequest().getByRole('link').click();
    const ticket = advisor.getByRole('region', { name: `Demande ${reference}` });
    await ticket.getByRole('log').getByText('jai pa été payé').first().waitFor();
    const facts = advisor.getByRole('complementary', { name: 'À propos de la demande' });
    await facts.getByText('octobre 2026', { exact: true }).waitFor();
    await facts.getByText('Réponse montrée').click();
    await facts.getByText('Salaire non reçu ou incomplet').first().waitFor();

    await advisor
      .getByRole('textbox', { name: /Réponse à Camille/ })
      .fill('Bonjour, votre virement part ce vendredi.');
    await advisor.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await chat.shows('Bonjour, votre virement part ce vendredi.');
  });

  test('5. a lesson coupon and an appointment are confirmed after a read-back, and the advisor sees both', async () => {
    await chat.say('cours avec Léa hier de 14h à 16h');
    await chat.shows(/mardi 17 novembre/);
    await chat.press('Confirmer');
    await chat.shows(/C-2611-\d{4}/);

    await chat.say('je voudrais un rendez-vous demain matin par téléphone');
    await chat.shows(/De quoi souhaitez-vous parler/);
    await chat.say('mes prochaines missions');
    await chat.shows(/jeudi 19 novembre/);
    await chat.press(/9h30|9:30|09:30|9 h 30/);
    await chat.press('Confirmer');
    await chat.shows(/R-2611-\d{4}/);

    await advisor.getByRole('link', { name: 'Coupons' }).click();
    await advisor.getByText('Martin').first().waitFor();
    await advisor.getByRole('link', { name: 'Rendez-vous' }).click();
    await advisor.getByText('mes prochaines missions').waitFor();
  });

  test('a reply written while she is away waits for her', async () => {
    await tutor.goto('about:blank');
    await advisor.goto(`${server.url}/advisor/tickets/${reference}`);
    await advisor.getByRole('textbox', { name: /Réponse à Camille/ }).fill('Le virement est parti.');
    await advisor.getByRole('button', { name: 'Envoyer la réponse' }).click();
    await advisor.getByText('Remis dans le chat').last().waitFor();
    await tutor.goto(server.url);
    chat = await Chat.open(tutor);
    await chat.shows('Le virement est parti.');
    expect((await chat.text()).split('Le virement est parti.')).toHaveLength(2);
  });

  test('no page complained, and nothing was asked of another host', () => {
    expect(faults.flat()).toEqual([]);
  });
});
