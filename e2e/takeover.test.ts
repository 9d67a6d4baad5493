import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { Chat, launchBrowser, settled, visit } from './browser';
import { ServerProcess } from './directline-server';

const ROOT = resolve(__dirname, '..');
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** Run in the page, after axe-core. */
// Fluent's own are left out: they take the focus only to hand it on, are never read, and stay for a moment after a dialog.
const LOOK = `axe.run({ exclude: [['[data-tabster-dummy]']] }, { resultTypes: ['violations'], iframes: false }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' | ')))`;
/** Where to put pictures of each step; none are taken without it. */
const PICTURES = process.env.TAKEOVER_PICTURES;

/**
 * Two advisors and a tutor in one chat, through the real widget and the real queue: takeover, typing both ways, presence, two changes at
 * once, hand back. The process clock starts on Wednesday 18 November 2026 at 10:00 in Paris.
 */
describe('An advisor takes the chat over', () => {
  jest.setTimeout(300_000);
  let server: ServerProcess;
  let browser: Browser;
  let tutor: Page;
  let camille: Page;
  let paul: Page;
  let chat: Chat;
  let reference = '';
  const faults: string[][] = [];

  async function newPage(): Promise<Page> {
    const { page, faults: found } = await visit(browser, server.url);
    faults.push(found);
    return page;
  }

  /** Somebody of the desk, signed in by her one-time link and looking at the ticket. */
  async function advisor(name: string, email: string): Promise<Page> {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        'dist/bot/cli/main.js',
        'advisor',
        'add',
        '--name',
        name,
        '--email',
        email,
        '--desk',
        'abc',
        '--role',
        'advisor',
      ],
      {
        cwd: ROOT,
        env: {
          ...process.env,
          GUICHET_MODE: 'demo',
          DATABASE_URL: server.databaseUrl,
          GUICHET_CLOCK: '2026-11-18T09:00:00Z',
        },
      },
    );
    const link = /\S+\/advisor\/sign-in\/\S+/.exec(stdout)?.[0] ?? '';
    const page = await newPage();
    await page.goto(server.url + new URL(link).pathname);
    await page.getByRole('link', { name: /À traiter/ }).waitFor();
    return page;
  }

  const bar = (page: Page) => page.getByRole('region', { name: 'En direct' });
  const reply = (page: Page) => page.getByRole('textbox', { name: /Réponse à Camille/ });
  const send = (page: Page) => page.getByRole('button', { name: 'Envoyer la réponse' }).click();

  async function picture(page: Page, name: string): Promise<void> {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  /** A picture of a step, and what axe-core finds in it. */
  async function look(page: Page, name: string): Promise<void> {
    await picture(page, name);
    await settled(page);
    await page.evaluate(AXE);
    const found = await page.evaluate(LOOK);
    expect(found).toEqual([]);
  }

  beforeAll(async () => {
    server = await ServerProcess.start(4731, new Date('2026-11-18T09:00:00Z'));
    browser = await launchBrowser();
    tutor = await newPage();
    await tutor.goto(server.url);
    await tutor.getByText('Camille').first().waitFor();
    chat = await Chat.open(tutor);
    await chat.shows(/Bonjour Camille/);
    await chat.say('je veux parler à quelqu’un');
    await chat.shows(/Que faut-il transmettre/);
    await chat.say('ma page de coupons reste blanche');
    await chat.shows(/Je l.envoie/);
    await chat.press('Confirmer');
    await chat.shows(/G-2611-\d{4}/);
    reference = /G-2611-\d{4}/.exec(await chat.text())?.[0] ?? '';
    camille = await advisor('Camille Laurent', 'camille.laurent@guichet.example');
    paul = await advisor('Paul Mercier', 'paul.mercier@guichet.example');
    await camille.goto(`${server.url}/advisor/tickets/${reference}`);
    await bar(camille).waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('the advisor sees that the tutor is in her chat', async () => {
    await bar(camille).getByText('Dans le chat', { exact: true }).waitFor();
    await look(camille, '1-before');
  });

  test('a form is open when she takes over with one key: the assistant is silent, the tutor sees who writes', async () => {
    await chat.say('cours avec Léa hier de 14h');
    await chat.shows(/À quelle heure|heure de fin|Jusqu.à quelle heure/i);
    await camille.keyboard.press('t');
    await bar(camille).getByText('Vous répondez dans ce chat').waitFor();
    await chat.shows(/Camille Laurent, qui suit votre demande .* vous répond ici/);
    await chat.header(/Camille Laurent vous répond/);
    await chat.say('bonjour, vous m’entendez ?');
    await camille.getByRole('log').getByText('bonjour, vous m’entendez ?').waitFor();
    await chat.say('16h');
    await camille.getByRole('log').getByText('16h', { exact: true }).waitFor();
    expect(await chat.text()).not.toMatch(/Voici le coupon/);
    await look(camille, '2-held');
    await look(tutor, '2-held-tutor');
  });

  test('both see the other type, and what is written arrives at once in her name', async () => {
    await chat.type('je crois que');
    await camille
      .getByText('Camille Dubois écrit…')
      .or(camille.getByText(/^Camille .* écrit…$/))
      .waitFor();
    await look(camille, '3-tutor-types');
    await chat.say('je crois que c’est le navigateur');
    await camille.getByText(/écrit…$/).waitFor({ state: 'detached' });
    await reply(camille).pressSequentially('Bonjour, essayez');
    await chat.showsTyping();
    await look(tutor, '3-advisor-types');
    await reply(camille).pressSequentially(' avec Firefox.');
    await send(camille);
    await chat.shows('Bonjour, essayez avec Firefox.');
    await camille.getByText('Remis dans le chat').last().waitFor();
  });

  test('two advisors on one ticket see each other, and what the other writes', async () => {
    await paul.goto(`${server.url}/advisor/tickets/${reference}`);
    await bar(paul)
      .getByText(/Camille Laurent répond dans ce chat depuis/)
      .waitFor();
    await bar(camille).getByRole('img', { name: 'Paul Mercier regarde cette demande' }).waitFor();
    await reply(paul).pressSequentially('Je regarde aussi.');
    await bar(camille).getByText('Paul Mercier écrit une réponse').waitFor();
    await look(camille, '4-two-advisors');
  });

  test.each([
    ['light', 360, 'fr'],
    ['dark', 1280, 'fr'],
    ['contrast', 1280, 'en'],
    ['light', 2560, 'en'],
  ])('it can be read and worked in %s, %d px wide, in %s', async (theme, width, language) => {
    const before = camille.viewportSize() ?? { width: 1500, height: 900 };
    const dressed = async (values: readonly [string, string], size: typeof before): Promise<void> => {
      await camille.setViewportSize(size);
      const [one, other] = values;
      await camille.evaluate(
        `localStorage.setItem('guichet-theme', '${one}'); localStorage.setItem('guichet-language', '${other}');`,
      );
      await camille.reload();
    };
    await dressed([theme, language], { width, height: 900 });
    const live = camille.getByRole('region', { name: language === 'fr' ? 'En direct' : 'Live' });
    await live.getByRole('button', { name: /Rendre à l’assistant|Hand back to the assistant/ }).waitFor();
    const box = await live.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    await look(camille, `4-${theme}-${width}-${language}`);
    await dressed(['light', 'fr'], before);
    await bar(camille).waitFor();
  });

  test('a colleague who may get the ticket is shown as having Guichet open', async () => {
    await camille.getByRole('button', { name: /^Attribution/ }).click();
    const paulIsHere = camille.getByRole('menuitemradio', { name: /Paul Mercier.*Guichet ouvert/ });
    await paulIsHere.waitFor();
    await camille.getByRole('menuitemradio', { name: /Pierre Lemoine.*pas en ligne/ }).waitFor();
    // What Fluent UI puts around an open menu for the focus is not looked at.
    await picture(camille, '4-assignee');
    await camille.keyboard.press('Escape');
  });

  test('a reply that crosses a colleague’s is held back, shows hers, and goes when he says so', async () => {
    await reply(camille).fill('Et videz le cache.');
    await send(camille);
    await chat.shows('Et videz le cache.');
    await paul.getByText(/Camille Laurent a répondu .*lisez avant d’envoyer/).waitFor();
    await send(paul);
    const warning = paul.getByRole('alert').filter({ hasText: 'votre réponse n’est pas partie' });
    await warning.getByText('Et videz le cache.').waitFor();
    await look(paul, '5-replied-meanwhile');
    expect(await chat.text()).not.toMatch(/Je regarde aussi/);
    await warning.getByRole('button', { name: 'Envoyer quand même' }).click();
    await chat.shows('Je regarde aussi.');
    expect((await chat.text()).split('Je regarde aussi.')).toHaveLength(2);
  });

  test('the second save of a stale ticket shows both versions; hers is kept when she says so', async () => {
    // Her window does not hear of his change.
    await camille.route('**/api/advisor/tickets/G-*', (route) => route.abort());
    await setPriority(paul, 'Haute');
    await paul.getByText('Priorité haute').first().waitFor();
    await camille.unroute('**/api/advisor/tickets/G-*');
    await setPriority(camille, 'Basse');
    const dialog = camille.getByRole('dialog', { name: /modifié cette demande entre-temps/ });
    await dialog.getByRole('row', { name: /Priorité Basse Haute.*Paul Mercier/ }).waitFor();
    await look(camille, '6-conflict');
    await dialog.getByRole('button', { name: 'Garder la mienne' }).click();
    await camille.getByText('Priorité basse').first().waitFor();
    await paul.getByTitle('Priorité basse').first().waitFor();
  });

  test('a colleague takes over after he has been asked, and the tutor is told', async () => {
    await paul.getByRole('heading', { level: 1 }).last().click();
    await bar(paul).getByRole('button', { name: 'Reprendre la main' }).click();
    const dialog = paul.getByRole('dialog', { name: /Remplacer Camille Laurent/ });
    await dialog.waitFor();
    await look(paul, '7-replace');
    await dialog.getByRole('button', { name: 'Reprendre la main' }).click();
    await bar(paul).getByText('Vous répondez dans ce chat').waitFor();
    await bar(camille)
      .getByText(/Paul Mercier répond dans ce chat/)
      .waitFor();
    await chat.header(/Paul Mercier vous répond/);
  });

  test('a restart changes nothing: he still has the chat', async () => {
    await server.kill();
    await server.startAgain();
    await bar(paul).getByText('Vous répondez dans ce chat').waitFor();
    await chat.say('toujours là ?');
    await paul.getByRole('log').getByText('toujours là ?').waitFor();
  });

  test('handed back with one key, the form goes on where it was', async () => {
    await paul.getByRole('heading', { level: 1 }).last().click();
    await paul.keyboard.press('t');
    await chat.shows(/Paul Mercier a terminé ici/);
    await chat.header(/Conseillers jusqu|Assistant automatique/);
    await chat.say('16h');
    await chat.shows(/Voici le coupon/);
    await look(paul, '8-handed-back');
    await paul.getByRole('complementary', { name: 'À propos de la demande' }).getByText('Historique').click();
    await paul.getByText(/a repris la main dans le chat à Camille Laurent/).waitFor();
    await paul.getByText(/a rendu le chat à l’assistant/).waitFor();
  });

  test('the tutor asks for the assistant herself', async () => {
    await camille.getByRole('heading', { level: 1 }).last().click();
    await camille.keyboard.press('t');
    await chat.header(/Camille Laurent vous répond/);
    await chat.press("Parler à l'assistant");
    await chat.shows(/Vous parlez à l.assistant/);
    await bar(camille).getByRole('button', { name: 'Prendre la main' }).waitFor();
  });

  test('no page complained, and nothing was asked of another host', () => {
    const expected = /ERR_FAILED|ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED|WebSocket|409|net::/;
    expect(faults.flat().filter((fault) => !expected.test(fault))).toEqual([]);
  });
});

async function setPriority(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitemradio', { name }).click();
}
