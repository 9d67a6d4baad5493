// Resident memory of the server, in MB: idle after the start, and idle again after one conversation of ten messages. Prints JSON.
//   node bench/memory.mjs
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const SETTLE_MS = 10_000;
const MESSAGES = [
  'bonjour',
  'jai pa été payé',
  'non',
  'je voudrais prendre rendez-vous',
  'annuler',
  'il me reste combien de coupons ?',
  'comment saisir un coupon',
  'mon élève est absent',
  'merci',
  'au revoir',
];

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, () => {
    const found = probe.address().port;
    probe.close(() => resolve(found));
  });
});
const url = `http://127.0.0.1:${port}`;
const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'));
const child = spawn('npm', ['start', '--silent'], {
  cwd: root,
  detached: true,
  stdio: 'ignore',
  env: {
    ...process.env,
    GUICHET_MODE: 'demo',
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, 'guichet.db')}`,
  },
});
const ended = new Promise((resolve) => child.once('exit', resolve));

async function residentMb() {
  await pause(SETTLE_MS);
  const text = await fetch(`${url}/metrics`).then((answer) => answer.text());
  return Math.round(Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 1e5) / 10;
}

const call = (method, path, token, body) =>
  fetch(url + path, {
    method,
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: body && JSON.stringify(body),
  }).then((answer) => answer.json());

async function converse() {
  const { token, conversationId } = await call('POST', '/api/webchat/token', null, { desk: 'abc' });
  const path = `/v3/directline/conversations/${conversationId}/activities`;
  for (const text of MESSAGES) {
    const { id } = await call('POST', path, token, { type: 'message', text });
    for (;;) {
      const { activities } = await call('GET', path, token);
      if (activities.some((activity) => activity.replyToId === id)) break;
      await pause(10);
    }
  }
}

try {
  while (
    !(await fetch(`${url}/readyz`)
      .then((answer) => answer.ok)
      .catch(() => false))
  )
    await pause(20);
  const idle = await residentMb();
  await converse();
  const afterConversation = await residentMb();
  console.log(
    JSON.stringify({ node: process.version, idleMb: idle, afterConversationMb: afterConversation }),
  );
} finally {
  process.kill(-child.pid, 'SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
