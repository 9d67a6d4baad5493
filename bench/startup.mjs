// From `npm start` (installed and built) to the first answer through Direct Line, and to the port being open. Prints JSON, in ms:
//   fresh: on a new database, created and filled at this start        again: on that same database
//   node bench/startup.mjs [runs]
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const runs = Number(process.argv[2] ?? 3);
const GIVE_UP_MS = 60_000;

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const call = (method, url, token, body) =>
  fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: body && JSON.stringify(body),
  }).then((answer) => answer.json());

async function firstAnswer(url) {
  const { token, conversationId } = await call('POST', `${url}/api/webchat/token`, null, { desk: 'abc' });
  await call('POST', `${url}/v3/directline/conversations`, token, {});
  const activities = `${url}/v3/directline/conversations/${conversationId}/activities`;
  const { id } = await call('POST', activities, token, { type: 'message', text: 'jai pa été payé' });
  for (;;) {
    const set = await call('GET', activities, token);
    const reply = set.activities.find((activity) => activity.replyToId === id);
    if (reply) return reply;
    await pause(5);
  }
}

async function measure(database) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    cwd: root,
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, GUICHET_MODE: 'demo', PORT: String(port), DATABASE_URL: `file:${database}` },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    for (;;) {
      if (performance.now() - started > GIVE_UP_MS)
        throw new Error('The server did not start within a minute.');
      if (
        await fetch(`${url}/healthz`)
          .then((answer) => answer.ok)
          .catch(() => false)
      )
        break;
      await pause(10);
    }
    const listening = performance.now() - started;
    await firstAnswer(url);
    return { listening: Math.round(listening), firstAnswer: Math.round(performance.now() - started) };
  } finally {
    process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
}

const results = { fresh: [], again: [] };
for (let run = 0; run < runs; run += 1) {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'));
  try {
    results.fresh.push(await measure(join(folder, 'guichet.db')));
    results.again.push(await measure(join(folder, 'guichet.db')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
console.log(
  JSON.stringify({
    node: process.version,
    runs,
    medianFirstAnswerMs: {
      fresh: median(results.fresh.map((run) => run.firstAnswer)),
      again: median(results.again.map((run) => run.firstAnswer)),
    },
    ...results,
  }),
);
