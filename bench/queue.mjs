// The queue with 10,000 open and 200,000 closed tickets and twenty advisors at work, through the real HTTP API of a real server process.
// Each acts every 2 to 5 seconds: looks at a view, filters, searches, scrolls on, opens a ticket, replies, assigns; and each reads her
// list again when somebody else has changed something, at most every 1.5 seconds, as the page does. Prints p50, p95 and p99 in ms.
//   node bench/queue.mjs [seconds=120] [open=10000] [closed=200000] [database]     a database that is there already is used as it is
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { buildQueueDatabase } from './queue-data.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [seconds = 120, open = 10_000, closed = 200_000] = process.argv.slice(2, 5).map(Number);
const kept = process.argv[5];
const folder = mkdtempSync(join(tmpdir(), 'guichet-queue-'));
const file = kept ?? join(folder, 'guichet.db');
const advisorsFile = `${file}.advisors.json`;

if (!existsSync(file)) {
  process.stderr.write(`Making ${open + closed} tickets...\n`);
  const { advisors, took } = await buildQueueDatabase({ file, open, closed });
  writeFileSync(advisorsFile, JSON.stringify(advisors));
  process.stderr.write(`Written in ${took.insert} ms, indexed in ${took.index} ms.\n`);
}
const advisors = JSON.parse(readFileSync(advisorsFile, 'utf8'));

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, () => {
    const found = probe.address().port;
    probe.close(() => resolve(found));
  });
});
const url = `http://127.0.0.1:${port}`;
const server = spawn(process.execPath, [join(root, 'dist/bot/cli/main.js'), 'start'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'ignore'],
  env: { ...process.env, GUICHET_MODE: 'demo', PORT: String(port), DATABASE_URL: `file:${file}` },
});
const ended = new Promise((resolve) => server.once('exit', resolve));

const VIEWS = ['mine', 'unassigned', 'open', 'overdue', 'waiting', 'solved', 'all'];
const COMMON = ['bonjour', 'virement', 'coupon', 'merci', 'facture', 'famille', 'vir', 'octobre 2025'];
const RARE = [
  'Kerguélen attestation',
  'etcheverry certificat',
  'müller soutenance',
  'G-2611-',
  'nguyen prime 12',
  'introuvable',
];
const FILTERS = [
  'category=payment',
  'category=legal&status=closed',
  'priority=urgent',
  'assignee=me',
  'assignee=none',
  'sort=created',
];
const pick = (list) => list[Math.floor(Math.random() * list.length)];

const times = new Map();
const faults = new Map();
let changed = 0;

async function call(name, advisor, method, path, body) {
  const started = performance.now();
  const answer = await fetch(`${url}/api/advisor${path}`, {
    method,
    headers: {
      cookie: advisor.cookie,
      ...(body && { 'content-type': 'application/json', origin: url, 'sec-fetch-site': 'same-origin' }),
    },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  const list = times.get(name) ?? [];
  list.push(performance.now() - started);
  times.set(name, list);
  if (!answer.ok && answer.status !== 409) {
    const fault = `${name} ${answer.status}`;
    faults.set(fault, (faults.get(fault) ?? 0) + 1);
    return null;
  }
  return JSON.parse(text);
}

const list = (name, advisor, query) => call(name, advisor, 'GET', `/tickets?${query}`);

async function act(advisor) {
  const chance = Math.random();
  if (chance < 0.3) {
    const view = pick(VIEWS);
    advisor.shown = `view=${view}`;
    const page = await list(`view ${view}`, advisor, advisor.shown);
    advisor.rows = page?.tickets ?? advisor.rows;
    advisor.next = page?.next ?? null;
  } else if (chance < 0.4) {
    await list('filtered', advisor, `view=all&${pick(FILTERS)}`);
  } else if (chance < 0.5) {
    await list('search, common words', advisor, `view=all&q=${encodeURIComponent(pick(COMMON))}`);
  } else if (chance < 0.6) {
    await list('search, rare words', advisor, `view=all&q=${encodeURIComponent(pick(RARE))}`);
  } else if (chance < 0.68) {
    if (advisor.next) await list('next page', advisor, `${advisor.shown}&cursor=${advisor.next}`);
  } else await onTicket(advisor, chance);
}

async function onTicket(advisor, chance) {
  const row = pick(advisor.rows);
  if (row === undefined) return;
  const ticket = await call('open a ticket', advisor, 'GET', `/tickets/${row.id}`);
  if (ticket === null) return;
  const path = `/tickets/${ticket.id}`;
  if (chance < 0.8) return;
  changed += 1;
  if (chance < 0.9) {
    const body = {
      kind: 'reply',
      text: 'Bonjour, c’est en cours de traitement.',
      clientId: crypto.randomUUID(),
    };
    await call('reply', advisor, 'POST', `${path}/messages`, body);
  } else {
    const body = { assigneeId: advisor.id, version: ticket.version };
    await call('assign', advisor, 'POST', `${path}/assign`, body);
  }
}

/** Her screen: what she looks at is read again after a change, not more often than the page does. */
async function watch(advisor, until) {
  let seen = changed;
  await pause(Math.random() * 1_500);
  while (performance.now() < until) {
    await pause(1_500);
    if (seen === changed) continue;
    seen = changed;
    await list('list read again', advisor, advisor.shown);
  }
}

async function work(advisor, until) {
  advisor.rows = [];
  advisor.shown = 'view=open';
  await pause(Math.random() * 3_000);
  while (performance.now() < until) {
    await act(advisor);
    await pause(2_000 + Math.random() * 3_000);
  }
}

/** What the server has used of the processors so far, in ms; null where the system does not say. */
function usedByServer() {
  const stat = `/proc/${server.pid}/stat`;
  if (!existsSync(stat)) return null;
  const fields = readFileSync(stat, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

try {
  for (const giveUp = performance.now() + 120_000; ; await pause(100)) {
    if (
      await fetch(`${url}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      break;
    if (performance.now() > giveUp || server.exitCode !== null) throw new Error('The server did not start.');
  }
  for (const advisor of advisors)
    await fetch(`${url}/api/advisor/me`, { headers: { cookie: advisor.cookie } });
  const usedBefore = usedByServer();
  const until = performance.now() + seconds * 1_000;
  await Promise.all(advisors.flatMap((advisor) => [work(advisor, until), watch(advisor, until)]));
  const rows = [...times].sort(([one], [other]) => one.localeCompare(other));
  const all = rows.flatMap(([, each]) => each);
  const used = usedBefore === null ? 0 : usedByServer() - usedBefore;
  const row = ([name, each]) => {
    const sorted = [...each].sort((a, b) => a - b);
    const shown = [0.5, 0.95, 0.99].map((share) => percentile(sorted, share).toFixed(0));
    return `| ${name} | ${each.length} | ${shown.join(' | ')} |`;
  };
  const load = loadavg().map((each) => each.toFixed(1));
  process.stdout.write(
    [
      `${advisors.length} advisors, ${seconds} s, ${(all.length / seconds).toFixed(1)} calls a second; ${cpus().length} cores, load ${load.join(' ')}`,
      `the server used ${(used / all.length).toFixed(1)} ms of a core a call, ${Math.round(used / seconds / 10)} % of one core`,
      '',
      '| what | calls | p50 | p95 | p99 |',
      '| --- | ---: | ---: | ---: | ---: |',
      ...rows.map(row),
      row(['all', all]),
      ...[...faults].map(([fault, times]) => `FAULT ${fault}: ${times}`),
      '',
    ].join('\n'),
  );
  process.exitCode = faults.size > 0 ? 1 : 0;
} finally {
  server.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
