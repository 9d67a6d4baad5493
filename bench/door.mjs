// What /api/messages does with activities that no channel would send: a real server process, thousands of mutated activities in batches,
// its answers by status, and its resident memory after each batch once the garbage is collected. Prints JSON lines; fails on a 5xx, on
// an unhandled rejection, or when the server does not answer.
//   node bench/door.mjs [activities=10000] [batch=2500] [seed=1] [kept=5]
// kept: how many of a hundred activities are right, and become turns that are answered and stored.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [total = 10_000, batch = 2_500, seed = 1, kept = 5] = process.argv.slice(2).map(Number);
const AT_ONCE = 8;

/** mulberry32: the same activities for the same seed. */
let state = seed;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
}
const pick = (list) => list[Math.floor(random() * list.length)];

const VALUES = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  '\u0000',
  '\ud800',
  'x'.repeat(5_000),
  '<at>Guichet</at>',
  '{"a":1}',
  'http://127.0.0.1:9/',
  'javascript:alert(1)',
  [],
  [null],
  [[]],
  [{}],
  {},
  { id: null },
  { id: {} },
  { id: 'x'.repeat(600) },
  { type: 'mention' },
  { toString: 'x' },
  { __proto__x: 1, constructor: { prototype: {} } },
  { guichet: null },
  { guichet: { desk: 'constructor', action: {}, question: 7 } },
  { guichetDesk: { desk: 'abc', question: 'x' } },
  { action: { type: 'invokeAction', data: null } },
];
const TYPES = [
  'message',
  'messageUpdate',
  'messageDelete',
  'messageReaction',
  'conversationUpdate',
  'invoke',
];
const OTHER_TYPES = [
  'event',
  'typing',
  'installationUpdate',
  'endOfConversation',
  'trace',
  'handoff',
  'command',
];
const DESKS = ['abc', 'oc-mentor'];
const TEXTS = ['bonjour', 'jai pa été payé', 'mon élève est absent', '2', 'oui', 'annuler', 'hier 14h-16h'];

const valid = (index) => ({
  type: random() < 0.6 ? 'message' : pick([...TYPES, ...OTHER_TYPES]),
  id: `a${index}`,
  timestamp: '2026-12-07T08:00:00.000Z',
  channelId: pick(['msteams', 'emulator', 'webchat', 'AseChannel']),
  serviceUrl: 'http://127.0.0.1:9/',
  deliveryMode: 'expectReplies',
  from: { id: `u${index % 500}`, name: 'Léa' },
  recipient: { id: 'bot', name: 'Guichet' },
  conversation: { id: `c${index % 500}`, conversationType: 'personal', tenantId: 't' },
  locale: 'fr-FR',
  text: pick(TEXTS),
  textFormat: 'plain',
  entities: [{ type: 'mention', text: '<at>Guichet</at>', mentioned: { id: 'bot' } }],
  attachments: [{ contentType: 'image/png', contentUrl: 'http://127.0.0.1:9/x', name: 'x.png' }],
  membersAdded: [{ id: 'bot' }, { id: `u${index}` }],
  reactionsAdded: [{ type: 'like' }],
  value: null,
  name: 'adaptiveCard/action',
  channelData: { guichet: { desk: pick(DESKS) }, tenant: { id: 't' } },
});

/** Every path to a property, so that a deep one is as likely to be hit as one at the top. */
function paths(value, path = []) {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [path] : [];
  const below = Object.keys(value).flatMap((key) => paths(value[key], [...path, key]));
  return path.length > 0 ? [path, ...below] : below;
}

function mutate(activity) {
  const path = pick(paths(activity));
  if (path === undefined) return;
  const holder = path.slice(0, -1).reduce((value, key) => value[key], activity);
  const key = path.at(-1);
  if (random() < 0.25) delete holder[key];
  else if (random() < 0.1)
    holder[`${key}${pick(['x', '\u0000', '__proto__'])}`] = structuredClone(pick(VALUES));
  else holder[key] = structuredClone(pick(VALUES));
}

/** The body of one request: an activity with one to four faults, or a text that is not JSON any more. */
function body(index) {
  const activity = valid(index);
  if (random() * 100 >= kept)
    for (let faults = 1 + Math.floor(random() * 4); faults > 0; faults -= 1) mutate(activity);
  const text = JSON.stringify(activity);
  if (random() > 0.03) return text;
  const at = Math.floor(random() * text.length);
  return (
    text.slice(0, at) + pick(['', '}', '"', '\u0000', '[[[[']) + text.slice(at + Math.floor(random() * 9))
  );
}

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, () => {
    const found = probe.address().port;
    probe.close(() => resolve(found));
  });
});
const url = `http://127.0.0.1:${port}`;
const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'));
// The server of `npm start`, with a way to collect garbage and without hiding what nobody handled.
const child = spawn(
  process.execPath,
  [
    '--max-semi-space-size=1',
    '--expose-gc',
    '--require',
    join(root, 'bench/door-probe.cjs'),
    join(root, 'scripts/start.mjs'),
  ],
  {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      ...process.env,
      GUICHET_MODE: 'demo',
      PORT: String(port),
      DATABASE_URL: `file:${join(folder, 'guichet.db')}`,
    },
  },
);
const ended = new Promise((resolve) => child.once('exit', resolve));
const unhandled = [];
const waiting = [];
child.on('message', (message) => {
  if (message.unhandled) unhandled.push(message.unhandled);
  else waiting.shift()?.(message);
});
const failures = new Map();
child.stderr.setEncoding('utf8').on('data', (text) => {
  for (const [, level, event] of text.matchAll(/"level":"(error|warn)".*?"msg":"([^"]*)"/g)) {
    failures.set(`${level}: ${event}`, (failures.get(`${level}: ${event}`) ?? 0) + 1);
  }
});

/** Megabytes after garbage collection. */
const memory = () =>
  new Promise((resolve) => {
    waiting.push(resolve);
    child.send('memory');
  });

const statuses = new Map();
async function post(text) {
  const answer = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: text,
  });
  await answer.arrayBuffer();
  statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
}

async function send(from, to) {
  let next = from;
  const sender = async () => {
    while (next < to) await post(body(next++));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
}

const print = (sent, used) =>
  console.log(JSON.stringify({ sent, ...used, statuses: Object.fromEntries([...statuses].sort()) }));

try {
  while (
    !(await fetch(`${url}/readyz`)
      .then((answer) => answer.ok)
      .catch(() => false))
  )
    await pause(50);
  // The Bot Framework is loaded by the first message.
  await post(JSON.stringify({ ...valid(0), type: 'message', channelId: 'msteams' }));
  await pause(3_000);
  print(0, await memory());
  for (let sent = 0; sent < total; sent += batch) {
    const to = Math.min(sent + batch, total);
    await send(sent + 1, to + 1);
    await pause(1_000);
    print(to, await memory());
  }
  const broken = [...statuses].filter(([status]) => status >= 500);
  console.log(JSON.stringify({ node: process.version, unhandled, logged: Object.fromEntries(failures) }));
  if (broken.length > 0 || unhandled.length > 0) process.exitCode = 1;
} finally {
  child.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
