import type { Page } from 'playwright-core';
import * as desk from './day/desk';
import { Office } from './day/office';
import { file, type Tutor, until } from './day/tutor';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NOTE = 'La famille confirme : rien à facturer.';

/**
 * A day at one desk: two advisors, three tutors at once, through the real widget and the real queue, with a real mail server and a real
 * OpenID provider. The process clock starts on Wednesday 18 November 2026 at 10:00 in Paris. The steps are one story and build on each
 * other. More of the tab in Teams is in teams-tab.test.ts; the long story of a chat that is taken over in takeover.test.ts.
 */
describe('A whole day', () => {
  jest.setTimeout(300_000);
  let office: Office;
  let nadia: Page;
  let pierre: Page;
  let camille: Tutor;
  let sofiane: Tutor;
  let ines: Tutor;
  const of = { camille: '', sofiane: '', ines: '', again: '', late: '' };

  beforeAll(async () => {
    office = await Office.open(4871, new Date('2026-11-18T09:00:00Z'));
  });
  afterAll(() => office?.close());

  test('Nadia signs in with the account of her organisation, Pierre by a one-time link', async () => {
    nadia = await office.signInByOpenId('nadia.benali');
    await nadia.getByRole('button', { name: 'Compte de Nadia Benali' }).waitFor();
    pierre = await office.signInByLink('Pierre Lemoine', 'pierre.lemoine@guichet.example');
    await pierre.getByRole('button', { name: 'Compte de Pierre Lemoine' }).waitFor();
  });

  test('three tutors write at once; what they file stands in both queues without reloading', async () => {
    [camille, sofiane, ines] = await Promise.all([
      office.tutor('abc-camille'),
      office.tutor('abc-sofiane'),
      office.tutor('abc-ines'),
    ]);
    [of.camille, of.sofiane, of.ines] = await Promise.all([
      file(camille.chat, 'jai pa été payé', 'octobre'),
      file(sofiane.chat, 'jai toujour pas recu mon salaire du mois', 'octobre'),
      file(ines.chat, 'mon eleve est jamais venu', 'la famille Martin'),
    ]);
    expect(new Set([of.camille, of.sofiane, of.ines]).size).toBe(3);
    for (const page of [nadia, pierre]) {
      await desk.row(page, 'jai pa été payé').waitFor();
      await desk.row(page, 'jai toujour pas recu').waitFor();
      await desk.row(page, 'mon eleve est jamais venu').waitFor();
    }
  });

  test('Pierre takes one with a key, Nadia gives him another: both are his, at once', async () => {
    await desk.open(pierre, of.ines);
    await desk.press(pierre, 'a');
    await desk.assignedTo(pierre, 'Pierre Lemoine').waitFor();
    await desk.open(nadia, of.camille);
    await desk.assign(nadia, /Pierre Lemoine/);
    await desk.assignedTo(nadia, 'Pierre Lemoine').waitFor();
    await desk.view(pierre, 'Mes demandes', 2).click();
    await desk.row(pierre, 'jai pa été payé').waitFor();
    await desk.row(pierre, 'mon eleve est jamais venu').waitFor();
  });

  test('a note reaches the colleague, and a reply the open chat', async () => {
    await desk.open(nadia, of.ines);
    await desk.open(pierre, of.ines);
    await desk.note(pierre, NOTE);
    await nadia.getByRole('log').getByText(NOTE).waitFor();
    await desk.reply(pierre, 'Bonjour Inès, ne saisissez pas de coupon pour cette séance.');
    await ines.chat.shows('Bonjour Inès, ne saisissez pas de coupon pour cette séance.');
    expect(await ines.chat.text()).not.toContain(NOTE);
  });

  test('he takes her chat over and hands it back', async () => {
    await desk.pressLive(pierre, 'Prendre la main');
    await ines.chat.header(/Pierre Lemoine vous répond/);
    await ines.chat.say('merci je peux faire quoi alors');
    await pierre.getByRole('log').getByText('merci je peux faire quoi alors').waitFor();
    await desk
      .bar(nadia)
      .getByText(/Pierre Lemoine répond dans ce chat/)
      .waitFor();
    await desk.reply(pierre, 'Appelez la famille, je garde un œil dessus.');
    await ines.chat.shows('Appelez la famille, je garde un œil dessus.');
    await desk.pressLive(pierre, 'Rendre à l’assistant');
    await ines.chat.shows(/Pierre Lemoine a terminé ici/);
  });

  test('two change one ticket at the same moment: the second sees both versions, and nothing is overwritten', async () => {
    await desk.open(nadia, of.camille);
    await desk.open(pierre, of.camille);
    const change = await desk.delay(nadia, '**/api/advisor/tickets/*/priority');
    await desk.setPriority(nadia, 'Basse');
    await change.sent;
    await desk.setPriority(pierre, 'Haute');
    await pierre.getByText('Priorité haute').first().waitFor();
    await change.arrive();
    const conflict = nadia.getByRole('dialog', { name: /modifié cette demande entre-temps/ });
    await conflict.getByRole('row', { name: /Priorité Basse Haute.*Pierre Lemoine/ }).waitFor();
    await conflict.getByRole('button', { name: 'Prendre la leur' }).click();
    await conflict.waitFor({ state: 'detached' });
    await nadia.getByTitle('Priorité haute').first().waitFor();
  });

  test('Sofiane asks something else, Camille asks again; the duplicate is merged into the first', async () => {
    [of.late, of.again] = await Promise.all([
      file(sofiane.chat, 'mon eleve est jamais venu', 'la famille Martin'),
      file(camille.chat, 'jai pa été payé', 'octobre'),
    ]);
    expect(new Set(Object.values(of)).size).toBe(5);
    await desk.open(nadia, of.again);
    const merge = await desk.act(nadia, /Fusionner/);
    await merge.getByRole('radio', { name: new RegExp(of.camille) }).check();
    await merge.getByRole('button', { name: `Fusionner dans ${of.camille}` }).click();
    await nadia.getByText('Fusionnées ici').waitFor();
  });

  test('tickets of one cause are answered together, each in her own chat', async () => {
    await desk.open(nadia, of.sofiane);
    await nadia.getByRole('button', { name: /demandes? semblables?/ }).click();
    const many = desk.dialog(nadia);
    await many.getByRole('checkbox', { name: 'Toutes' }).check();
    await many.getByRole('textbox').fill('Bonjour {firstName}, le virement part vendredi ({reference}).');
    await many.getByRole('button', { name: 'Répondre à 2 demandes' }).click();
    await many.getByRole('button', { name: 'Terminer' }).click();
    await camille.chat.shows(`Bonjour Camille, le virement part vendredi (${of.camille}).`);
    await sofiane.chat.shows(`Bonjour Sofiane, le virement part vendredi (${of.sofiane}).`);
    expect(await sofiane.chat.text()).not.toContain(of.camille);
  });

  test('Pierre goes on in Teams: he is known there, a link leads him to a ticket, Nadia sees him take it', async () => {
    const { page, tab } = await office.signInFromTeams('pierre.lemoine@guichet.example', of.sofiane);
    await tab
      .getByRole('region', { name: `Demande ${of.sofiane}` })
      .getByRole('log')
      .waitFor();
    await tab.getByRole('button', { name: 'M’attribuer' }).click();
    await desk.assignedTo(nadia, 'Pierre Lemoine').waitFor();
    await page.close();
  });

  test('Pierre says what Inès meant, Nadia finds her phrase among those to be taught', async () => {
    await desk.open(pierre, of.ines);
    const topic = await desk.act(pierre, /Changer de sujet/);
    await topic.getByRole('combobox').selectOption('abc.contact');
    await topic.getByRole('checkbox', { name: /Proposer à l’assistant/ }).check();
    await topic.getByRole('button', { name: 'Changer le sujet' }).click();
    await topic.waitFor({ state: 'detached' });

    await desk.turnTo(nadia, 'Apprentissage');
    const phrase = desk.row(nadia, 'd’après une demande');
    await phrase.getByText(/proposée par Pierre Lemoine/).waitFor();
    expect(await phrase.getByRole('textbox').inputValue()).toBe('mon eleve est jamais venu');
  });

  test('Sofiane left: the reply to him is mailed ten minutes later, once', async () => {
    await office.leaves(sofiane);
    await desk.open(nadia, of.sofiane);
    await desk.reply(nadia, 'Le virement est parti ce matin.');
    expect(office.mailTo('abc-sofiane@demo.example')).toEqual([]);
    await office.pass(11 * MINUTE_MS);
    await until(() => office.mailTo('abc-sofiane@demo.example').length > 0, 'the mail');
    const [mail] = office.mailTo('abc-sofiane@demo.example');
    expect(mail?.email.subject).toContain(of.sofiane);
    expect(mail?.email.text).toContain('Le virement est parti ce matin.');
    await desk.about(nadia).getByText('Historique').click();
    await nadia.getByText(/a envoyé la réponse par e-mail/).waitFor();
  });

  test('the next morning a ticket that nobody answered is overdue, and stands in red', async () => {
    await pierre.close();
    await office.pass(25 * HOUR_MS);
    await office.signInAgain(nadia);
    await desk.view(nadia, 'En retard', 1).click();
    const late = desk.row(nadia, 'mon eleve est jamais venu');
    await late.getByText('en retard', { exact: true }).waitFor();
    await late.getByRole('link').click();
    await desk.ticket(nadia, of.late).waitFor();
    await nadia.getByText('Première réponse en retard', { exact: true }).waitFor();
    expect(office.mailTo('abc-sofiane@demo.example')).toHaveLength(1);
  });

  test('the figures count what was filed, answered and is late', async () => {
    await desk.turnTo(nadia, 'Chiffres');
    await desk.figure(nadia, 'Demandes déposées').getByText('5', { exact: true }).waitFor();
    await desk.figure(nadia, 'Demandes ouvertes').getByText('1 en retard').waitFor();
  });

  test('the audit log says who did what', async () => {
    await desk.turnTo(nadia, 'Journal');
    await desk.findInLog(nadia, /Pierre Lemoine.*a attribué/);
    await desk.findInLog(nadia, /Nadia Benali.*a fusionné/);
    await desk.findInLog(nadia, /Pierre Lemoine.*a changé le sujet/);
    await desk.findInLog(nadia, /Pierre Lemoine.*a changé la priorité/);
  });

  test('no tutor ever saw the note, nor another’s request', async () => {
    await office.comesBack(sofiane);
    await sofiane.chat.shows('Le virement est parti ce matin.');
    await ines.chat.shows(/Pierre Lemoine a terminé ici/);
    const seen = {
      camille: await camille.chat.text(),
      sofiane: await sofiane.chat.text(),
      ines: await ines.chat.text(),
    };
    for (const text of Object.values(seen)) expect(text).not.toContain(NOTE);
    expect(seen.camille).not.toMatch(new RegExp(`${of.sofiane}|${of.late}|${of.ines}`));
    expect(seen.sofiane).not.toMatch(new RegExp(`${of.camille}|${of.ines}`));
    expect(seen.ines).not.toMatch(new RegExp(`${of.camille}|${of.sofiane}|${of.late}`));
  });

  test('no page complained, and nothing was asked of another host', () => {
    // The refusal of the stale change is what the conflict is about.
    expect(office.complaints(/status of 409/)).toEqual([]);
  });
});
