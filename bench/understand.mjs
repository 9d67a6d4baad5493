// Measures understanding: how long learning takes from cold and from the cache, memory, time a message, hostile texts, and, with --sets,
// the accuracy of the same engine on public intent sets.
//   node bench/understand.mjs                       speed and memory
//   node bench/understand.mjs --sets FOLDER         also X.test.jsonl against every X*.train.jsonl of that folder
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [flag, value] = process.argv.slice(2);

const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
const timed = (work) => {
  const started = performance.now();
  const result = work();
  return [performance.now() - started, result];
};

/** Runs in a process of its own, so that the second start is a real one. */
function start(cacheDir) {
  const { createKnowledge } = createRequire(import.meta.url)('../dist/knowledge/create.js');
  const before = process.memoryUsage().rss;
  const [ms, knowledge] = timed(() => createKnowledge({ dir: join(root, 'knowledge'), cacheDir }));
  const grown = process.memoryUsage().rss - before;
  console.log(`all desks ready in ${Math.round(ms)} ms; memory grew by ${megabytes(grown)}`);
  return knowledge;
}

function messages(knowledge) {
  const phrases = knowledge.content().phrases.phrases;
  const desks = knowledge.desks();
  for (const known of [true, false]) {
    const times = [];
    for (let i = 0; i < 4000; i += 1) {
      const { text, desk } = phrases[(i * 37) % phrases.length];
      const own = desks.includes(desk) ? desk : desks[i % desks.length];
      times.push(timed(() => knowledge.understand(`${text} ${i}`, { desk: known ? own : 'any' }))[0]);
    }
    times.sort((a, b) => a - b);
    const name = known ? 'desk known' : 'desk unknown';
    console.log(
      `${name}: ${at(times, 0.5).toFixed(2)} ms at the median, ${at(times, 0.99).toFixed(2)} ms at the 99th percentile`,
    );
  }
  const all = phrases.map(({ text }) => text).join(' ');
  const hostile = {
    'phrases in a row': all.slice(0, 20000),
    'one letter': 'a'.repeat(20000),
    apostrophes: "l'".repeat(10000),
    'addresses that are none': 'a@'.repeat(10000),
    'new words': Array.from({ length: 4000 }, (_, i) => `w${i}`).join(' '),
    joints: ' et aussi comment'.repeat(1200),
  };
  for (const [name, text] of Object.entries(hostile)) {
    const worst = Math.max(
      ...['any', ...desks].map((desk) => timed(() => knowledge.understand(text, { desk }))[0]),
    );
    console.log(`20 KB of ${name}: ${worst.toFixed(1)} ms at most`);
  }
}

function publicSets(folder) {
  const files = readdirSync(folder);
  const guichet = join(root, 'bin/guichet.js');
  console.log(
    '\nset                    n   top-1   top-3   foreign refused   answered   AUROC   calibration error',
  );
  for (const train of files.filter((name) => name.endsWith('.train.jsonl'))) {
    const set = train.replace('.train.jsonl', '');
    const test = `${set.replace(/-\d+shot$/, '')}.test.jsonl`;
    const run = spawnSync(
      process.execPath,
      [guichet, 'evaluate', join(folder, test), '--train', join(folder, train), '--json'],
      { encoding: 'utf8', maxBuffer: 1e8 },
    );
    if (run.status !== 0) throw new Error(run.stderr);
    const { n, top1, top3, outOfScope, calibrationError } = JSON.parse(run.stdout);
    const share = (x) => (x === null ? '-' : (x * 100).toFixed(1));
    console.log(
      [set.padEnd(18), String(n).padStart(6), share(top1).padStart(7), share(top3).padStart(7)].join(' ') +
        [share(outOfScope.rejected).padStart(18), share(outOfScope.answered).padStart(10)].join(' ') +
        ` ${String(outOfScope.auroc ?? '-').padStart(8)} ${String(calibrationError).padStart(12)}`,
    );
  }
}

if (flag === '--restart') {
  messages(start(value));
} else {
  const build = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), '--server-only', '--quiet'], {
    stdio: 'inherit',
  });
  if (build.status !== 0) process.exit(1);
  const cacheDir = mkdtempSync(join(tmpdir(), 'guichet-bench-'));
  try {
    process.stdout.write('from cold: ');
    start(cacheDir);
    process.stdout.write('from the cache: ');
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--restart', cacheDir], {
      stdio: 'inherit',
    });
  } finally {
    rmSync(cacheDir, { recursive: true });
  }
  if (flag === '--sets') publicSets(value);
}
