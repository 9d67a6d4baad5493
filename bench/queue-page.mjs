// The advisors' page on the database of bench/queue.mjs, in Chromium: how long until the list can be used (from the click on a link to the
// first rows answering the keyboard, with an empty cache), and how smoothly it scrolls through thousands of rows. Prints JSON.
//   node bench/queue-page.mjs [runs=5] [open=10000] [closed=200000] [database]      CHROMIUM names another browser
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { buildQueueDatabase } from './queue-data.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const [runs = 5, open = 10_000, closed = 200_000] = process.argv.slice(2, 5).map(Number);
const SCROLL_MS = 6_000;
const folder = mkdtempSync(join(tmpdir(), 'guichet-queue-page-'));
const file = process.argv[5] ?? join(folder, 'guichet.db');
if (!existsSync(file)) {
  const { advisors } = await buildQueueDatabase({ file, open, closed });
  writeFileSync(`${file}.advisors.json`, JSON.stringify(advisors));
}
// The one who sees every desk.
const advisor = JSON.parse(readFileSync(`${file}.advisors.json`, 'utf8')).at(-1);

const port = await new Promise((resolve) => {
  const probe = createServer().listen(0, () => {
    const found = probe.address().port;
    probe.close(() => resolve(found));
  });
});
const url = `http://127.0.0.1:${port}`;
const server = spawn(process.execPath, [join(root, 'dist/bot/cli/main.js'), 'start'], {
  cwd: root,
  stdio: 'ignore',
  env: { ...process.env, GUICHET_MODE: 'demo', PORT: String(port), DATABASE_URL: `file:${file}` },
});
const ended = new Promise((resolve) => server.once('exit', resolve));

/** A browser page that has nothing in its cache, signed in. */
async function visit(browser) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  const [name, value] = advisor.cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  return context.newPage();
}

async function timeToList(browser, view) {
  const page = await visit(browser);
  const started = performance.now();
  await page.goto(`${url}/advisor?view=${view}`, { waitUntil: 'commit' });
  await page.waitForSelector('[data-index="0"] a');
  await page.keyboard.press('j');
  await page.waitForFunction(() => document.activeElement?.closest('[data-index]') !== null);
  const took = performance.now() - started;
  await page.context().close();
  return took;
}

/** Wheels down all the while, as fast as a hand does; counts the frames that were drawn and the longest pause between two. */
async function scroll(browser, view) {
  const page = await visit(browser);
  await page.goto(`${url}/advisor?view=${view}`);
  await page.waitForSelector('[data-index="0"] a');
  await pause(1_000);
  const counted = page.evaluate(
    (forMs) =>
      new Promise((resolve) => {
        const frames = [];
        const scroller = document.querySelector('[data-index]').closest('ul').parentElement;
        const started = performance.now();
        const frame = (at) => {
          frames.push(at);
          scroller.scrollTop += 40;
          if (at - started < forMs) requestAnimationFrame(frame);
          else {
            const gaps = frames.slice(1).map((each, index) => each - frames[index]);
            gaps.sort((one, other) => one - other);
            resolve({
              framesPerSecond: Math.round((gaps.length * 1_000) / (frames.at(-1) - frames[0])),
              p95FrameMs: Math.round(gaps[Math.floor(gaps.length * 0.95)]),
              longestFrameMs: Math.round(gaps.at(-1)),
              scrolledPx: Math.round(scroller.scrollTop),
              rowsInPage: document.querySelectorAll('[data-index]').length,
            });
          }
        };
        requestAnimationFrame(frame);
      }),
    SCROLL_MS,
  );
  const result = await counted;
  await page.context().close();
  return result;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
  ],
});
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
  const usable = [];
  for (let run = 0; run < runs; run += 1)
    usable.push(Math.round(await timeToList(browser, run % 2 ? 'all' : 'open')));
  const scrolled = { open: await scroll(browser, 'open'), all: await scroll(browser, 'all') };
  const load = loadavg().map((each) => Number(each.toFixed(1)));
  const result = { usableMs: usable.sort((one, other) => one - other), scrolled, cores: cpus().length, load };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} finally {
  await browser.close();
  server.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
