// Pictures of every page of the advisors' desk, for docs/: node scripts/screenshots.mjs [FOLDER]
// Starts a demo server of its own (a fresh database, port 4879), lets people of the demo write over three days, answers some of them, and
// takes the pictures. Needs a build (node scripts/build.mjs) and Chromium.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { makeSmall } from './small-png.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = process.argv[2] ?? join(root, 'docs/images');
const PORT = 4879;
const URL_ = `http://127.0.0.1:${PORT}`;
/** The sections of the administration: web/advisor/admin/section-ids.ts. */
const SECTIONS = ['advisors', 'teams', 'hours', 'holidays', 'sla', 'retention', 'channels', 'keys', 'import'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];

/** What is written on each day; the answers are given at the end of the day, to as many as `answered` says. */
const DAYS = [
  {
    clock: '2026-11-16T08:30:00Z',
    answered: 3,
    chats: [
      [
        'abc-camille',
        'comment je saisi un coupon',
        'cours avec Léa vendredi dernier de 14h à 16h',
        'Confirmer',
      ],
      ['abc-lucie', 'jai pas encore recu mon bulletin', 'merci'],
      ['abc-thomas', 'c quand que je suis payé', 'merci'],
      ['abc-jeanne', 'je veux parler à quelqu’un', 'je n’arrive pas à ouvrir le portail', 'Confirmer'],
      ['og-lionel', 'je veux parler à quelqu’un', 'ma facture de septembre est refusée', 'Confirmer'],
      ['mentor-bruno', 'je veux parler à quelqu’un', 'la session de tom a été annulée', 'Confirmer'],
    ],
  },
  {
    clock: '2026-11-17T13:10:00Z',
    answered: 2,
    chats: [
      [
        'abc-sofiane',
        'jai toujour pas recu mon salaire du mois',
        'Créer une demande',
        'octobre',
        'Confirmer',
      ],
      [
        'abc-lucie',
        'je voudrais un rendez-vous jeudi matin par téléphone',
        'mes prochaines missions',
        '1',
        'Confirmer',
      ],
      ['og-marc', 'comment je depose ma facture'],
      ['mentor-alice', 'je veux parler à quelqu’un', 'mon étudiant n’a plus de financement', 'Confirmer'],
      ['coach-gael', 'comment je prépare une soutenance'],
    ],
  },
  {
    clock: '2026-11-18T09:00:00Z',
    answered: 0,
    chats: [
      ['abc-camille', 'jai pa été payé', 'Créer une demande', 'octobre', 'Confirmer'],
      ['abc-lucie', 'jai pas été payée en octobre', 'Créer une demande', 'octobre', 'Confirmer'],
      ['abc-ines', 'mon eleve est jamais venu', 'Créer une demande', 'la famille Martin', 'Confirmer'],
      ['og-valerie', 'je veux parler à quelqu’un', 'je change de banque ce mois-ci', 'Confirmer'],
      ['mentor-chloe', 'la machine a laver fuit dans la cuisine'],
      ['coach-hana', 'blorp zizou quarante'],
    ],
  },
];

const folder = mkdtempSync(join(tmpdir(), 'guichet-pictures-'));
mkdirSync(target, { recursive: true });
let server = null;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: FLAGS,
});
try {
  let page = null;
  for (const { clock, chats, answered } of DAYS) {
    const link = await start(clock);
    for (const [person, ...texts] of chats) await talk(person, texts);
    page = await signedIn(link, { width: 1400, height: 900 });
    for (let done = 0; done < answered; done += 1) await answerFirst(page);
    if (clock !== DAYS.at(-1).clock) await stop();
  }
  await takeAll(page);
  await signingIn();
} finally {
  await browser.close();
  await stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Starts the server at an instant. @returns the one-time link of its first advisor. */
async function start(clock) {
  server = spawn(process.execPath, ['dist/bot/cli/main.js', 'start'], {
    cwd: root,
    env: {
      ...process.env,
      GUICHET_MODE: 'demo',
      PORT: String(PORT),
      DATABASE_URL: `file:${join(folder, 'guichet.db')}`,
      GUICHET_CLOCK: clock,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  server.stdout.on('data', (chunk) => (output += chunk));
  for (;;) {
    const link = /\S+(\/advisor\/sign-in\/\S+)/.exec(output)?.[1];
    if (link) return URL_ + link;
    if (server.exitCode !== null) throw new Error(`The server did not start:\n${output}`);
    await pause(100);
  }
}

async function stop() {
  if (server === null || server.exitCode !== null) return;
  const gone = once(server, 'exit');
  server.kill();
  await gone;
}

/** Somebody of the demo says things, one after the other, over Direct Line. */
async function talk(personId, texts) {
  const ask = async (path, body, token) => {
    const response = await fetch(URL_ + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        connection: 'close',
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return response.json();
  };
  const { identity, desk } = await ask('/api/demo/identity', { personId });
  const { token, userId, conversationId } = await ask('/api/webchat/token', { desk, identity });
  const activities = `/v3/directline/conversations/${conversationId}/activities`;
  await ask('/v3/directline/conversations', {}, token);
  for (const text of texts) {
    const { id } = await ask(activities, { type: 'message', text, from: { id: userId } }, token);
    for (let heard = false; !heard; await pause(50)) {
      const { activities: said } = await ask(activities, undefined, token);
      heard = said.some(({ replyToId }) => replyToId === id);
    }
  }
}

async function signedIn(link, viewport) {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', viewport });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByRole('link', { name: /À traiter/ }).waitFor();
  return page;
}

/** Takes the first request that waits, answers and solves it. */
async function answerFirst(page) {
  await page.goto(`${URL_}/advisor`);
  await page.locator('[data-index="0"] a').first().click();
  await page.getByRole('log').waitFor();
  await page.keyboard.press('a');
  await page.getByRole('textbox', { name: /Réponse/ }).fill('Bonjour, c’est réglé de notre côté.');
  await page.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await page.getByText('Remis dans le chat').last().waitFor();
  await page.getByRole('button', { name: 'Résoudre' }).click();
  await page.getByText('Résolue').first().waitFor();
}

async function takeAll(page) {
  const open = async (path) => {
    await page.goto(URL_ + path);
    await page.locator('main h1:visible').first().waitFor();
    await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' });
    await pause(800);
  };
  const dressed = async (theme, width, height) => {
    await page.setViewportSize({ width, height });
    await page.evaluate(`localStorage.setItem('guichet-theme', '${theme}')`);
  };
  const teach = async () => {
    await page.getByRole('button', { name: 'Autres actions' }).click();
    await page.getByRole('menuitem', { name: /Changer de sujet/ }).click();
    await page.getByRole('combobox').selectOption('abc.contact');
    await shoot(page, 'advisors-topic');
    await page.getByRole('button', { name: 'Changer le sujet' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };

  await open('/advisor?view=all&q=eleve');
  await page.locator('[data-index="0"] a').first().click();
  await page.getByRole('log').waitFor();
  await teach();

  await open('/advisor');
  await shoot(page, 'advisors-queue');
  await page.getByRole('button', { name: 'Filtrer', exact: true }).click();
  await shoot(page, 'advisors-filters');
  await open('/advisor?q=jai+pa+ete+paye');
  await page.locator('[data-index="0"] a').first().click();
  await page.getByRole('log').waitFor();
  const ticket = new URL(page.url()).pathname;
  await open(ticket);
  await shoot(page, 'advisors-ticket');
  await page.getByRole('button', { name: /semblables?/ }).click();
  await shoot(page, 'advisors-many');
  for (const name of ['coupons', 'appointments', 'figures', 'teaching', 'replies', 'audit']) {
    await open(`/advisor/${name}`);
    await shoot(page, `advisors-${name}`);
  }
  for (const section of SECTIONS) {
    await open(`/advisor/admin/${section}`);
    await shoot(page, `admin-${section}`);
  }
  await page.evaluate(`localStorage.setItem('guichet-language', 'en')`);
  await dressed('contrast', 1400, 900);
  await open(ticket);
  await shoot(page, 'advisors-ticket-english-contrast');
  await page.evaluate(`localStorage.setItem('guichet-language', 'fr')`);
  await dressed('dark', 380, 780);
  for (const [name, path] of [
    ['queue', '/advisor'],
    ['ticket', ticket],
    ['figures', '/advisor/figures'],
  ]) {
    await open(path);
    await shoot(page, `advisors-${name}-phone`);
  }
}

/** What somebody sees who is not signed in. */
async function signingIn() {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1400, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${URL_}/advisor`);
  await page.locator('form').waitFor();
  await page.locator('summary').click();
  await shoot(page, 'advisors-sign-in');
  await context.close();
}

async function shoot(page, name) {
  await pause(400);
  const path = join(target, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  makeSmall(path);
  process.stdout.write(`${path}\n`);
}
