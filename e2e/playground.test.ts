import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { openData } from '../data/open';
import { launchBrowser } from './browser';
import { AdvisorClient } from './directline-advisor';
import { ServerProcess } from './directline-server';
import { Playground, PLAYGROUND_USER, TeamsChat } from './playground';
import { pictureOf } from './playground-picture';

/** PLAYGROUND_SCREENSHOTS=1 writes the screenshots of docs/teams.md. */
const IMAGES = process.env.PLAYGROUND_SCREENSHOTS ? resolve(__dirname, '../docs/images') : null;

/** One question of each kind that the tutors of the sample portal ask, and what its answer says. */
const QUESTIONS: readonly (readonly [question: string, answer: RegExp])[] = [
  ['jai pa été payé', /octobre 2026/],
  ['jusqu’à quand puis-je saisir mes coupons ?', /lundi 30 novembre|fin du mois/],
  ['où remplir le bilan de fin de mission ?', /bilan/i],
  ['comment postuler à une mission ?', /mission/i],
  ['je veux changer mon mot de passe', /Connaissez-vous votre mot de passe actuel/],
];

/**
 * Microsoft's Agents Playground, which emulates Teams without its cloud, before a server started for it. The process clock starts on
 * Wednesday 18 November 2026 at 10:00 in Paris.
 */
describe('In Teams, as the Agents Playground shows it', () => {
  jest.setTimeout(240_000);
  let server: ServerProcess;
  let playground: Playground;
  let browser: Browser;
  let chat: TeamsChat;

  /** See `pictureOf`. */
  const picture = async (name: string, from: string | RegExp, to?: string | RegExp): Promise<void> => {
    if (IMAGES !== null) await pictureOf(chat.page, join(IMAGES, `teams-${name}.png`), from, to);
  };

  beforeAll(async () => {
    server = await ServerProcess.start(4931, new Date('2026-11-18T09:00:00Z'));
    const data = await openData({ url: server.databaseUrl });
    await data.services.teamsAccounts.link({
      identity: PLAYGROUND_USER,
      to: { personId: 'abc-camille' },
      by: 'invitation',
      now: new Date('2026-11-18T09:00:00Z'),
    });
    // The one person of the Playground is a tutor in her chat and an advisor in the channel.
    await data.services.teamsAccounts.link({
      identity: PLAYGROUND_USER,
      to: { advisorId: 'advisor-abc-1' },
      by: 'single-sign-on',
      now: new Date('2026-11-18T09:00:00Z'),
    });
    await data.close();
    playground = await Playground.start(56931, `${server.url}/api/messages`);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    await server?.stop();
  });

  test('the app is installed: one welcome with suggested questions, whatever events tell of it', async () => {
    chat = await TeamsChat.open(browser, playground, new Date('2026-11-18T09:00:00Z'));
    await chat.shows(/Bonjour Camille/);
    await chat.installAgain();
    await chat.say('Aide');
    await chat.shows(/Je réponds aux questions sur/);
    expect(await chat.count(/Bonjour Camille/)).toBe(1);
    await picture('welcome', /Bonjour Camille/);
  });

  test.each(QUESTIONS)('« %s » is answered', async (question, answer) => {
    const before = await chat.answers();
    await chat.say(question);
    await chat.shows(answer);
    await chat.answered(before);
    if (question === QUESTIONS[0]?.[0]) await picture('answer', question);
  });

  test('a coupon is filled as a card: what is wrong stands at its field, and what is right is kept', async () => {
    await chat.say('saisir un coupon');
    await chat.choose('Élève', /Léa/);
    await chat.pickDay('Date', '19, November, 2026');
    await chat.pickTime('Début', '14:00');
    await chat.pickTime('Fin', '13:00');
    await chat.press('Valider');
    await chat.shows('La fin ne peut pas précéder le début.');
    await picture('coupon-card', 'saisir un coupon');
    await chat.pickDay('Date', '17, November, 2026');
    await chat.pickTime('Fin', '16:00');
    await chat.press('Valider');
    await chat.shows(/mardi 17 novembre/);
    await chat.press('Confirmer');
    await chat.shows(/C-2611-\d{4}/);
    await picture('coupon-receipt', 'saisir un coupon');
  });

  test('a coupon is typed, and corrected by typing', async () => {
    await chat.say('cours avec Hugo hier de 10h à 12h');
    await chat.shows(/de 10\sh à 12\sh/);
    await chat.say('non, 11h30 la fin');
    await chat.shows(/de 10\sh à 11\sh\s30/);
    await chat.press('Confirmer');
    await chat.shows(/C-2611-\d{4}/);
  });

  test('a card that was overtaken does nothing and says so', async () => {
    await chat.press('Confirmer');
    await chat.shows(/déjà/);
  });

  test('an appointment is filled as a card, and its slot chosen', async () => {
    await chat.say('je voudrais un rendez-vous');
    await chat.choose('Canal', /Teams/);
    await chat.page.getByRole('textbox', { name: 'Sujet' }).last().fill('mes prochaines missions');
    await chat.pickDay('Jour', '26, November, 2026');
    await picture('appointment-card', 'je voudrais un rendez-vous');
    await chat.press('Valider');
    await chat.shows(/jeudi 26 novembre/);
    await picture('appointment-slots', 'je voudrais un rendez-vous');
    await chat.press(/^(?:9\sh\s30|10\sh|14\sh)$/);
    await chat.shows('mes prochaines missions');
    await chat.press('Confirmer');
    await chat.shows(/R-2611-\d{4}/);
    await picture('appointment-receipt', 'je voudrais un rendez-vous');
  });

  describe('a request', () => {
    let reference: string;

    test('filed in her chat is a card in the advisors’ channel, where one of them takes it', async () => {
      await chat.visit('Annonces');
      await chat.mention('lie ce canal au bureau abc');
      await chat.shows('C’est fait : les nouvelles demandes');
      await chat.visit('Personal Chat');
      await chat.say('je veux parler à quelqu’un');
      await chat.shows(/transmettre/);
      await chat.say('il manque deux heures sur ma fiche de paie d’octobre');
      await chat.shows(/Je l.envoie/);
      await chat.press('Confirmer');
      reference = await chat.reference();
      await chat.visit('Annonces');
      await chat.press('Prendre');
      await chat.shows('Nadia Benali a pris la demande.');
      await picture('request-claimed', /G-2611-\d{4} · En cours/, 'Nadia Benali a pris la demande.');
    });

    /** In the queue: the Playground knows no dialogs. */
    test('is answered by an advisor, and the reply stands in her chat without a word of hers', async () => {
      await chat.visit('Personal Chat');
      const before = await chat.answers();
      const advisor = await AdvisorClient.signIn(server.url, server.signInLink);
      const text = 'C’est corrigé : les deux heures seront sur la fiche de novembre.';
      await advisor.post(`/tickets/${reference}/messages`, { clientId: 'playground', kind: 'reply', text });
      await chat.shows(text);
      expect(await chat.answers()).toBe(before + 1);
      await picture('reply', 'je veux parler à quelqu’un');
    });

    test('shows on a card where it stands, drawn anew in its place, and is withdrawn when she confirms', async () => {
      await chat.say('où en est ma demande ?');
      await chat.shows(/Dernière réponse/);
      await picture('status', 'où en est ma demande ?');
      // As the button says it; the Playground sends nothing for buttons that post a message (messageBack).
      await chat.say(`Retirer ${reference}`);
      await chat.shows(/Je retire votre demande/);
      await chat.say('Oui, la retirer');
      await chat.shows(/retirée/);
      await chat.press('Actualiser');
      await chat.shows('Une demande a changé depuis cette carte : voici où elle en est.');
      await picture('status-changed', 'où en est ma demande ?');
    });
  });
});
