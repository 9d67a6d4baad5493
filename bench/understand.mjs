// Measures what understanding costs: how long learning takes from cold and from the cache, memory, time a message, hostile texts.
//   node bench/understand.mjs
// How well it understands: public-sets.mjs, and `guichet evaluate` on the blind sets of knowledge/evaluation.
// Times are of the processor (what a core of its own would take, whatever else the machine does) and of the clock.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [flag, value] = process.argv.slice(2);
const KILOBYTES_20 = 20000;

const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

/** Runs work once. `cpu` counts every thread of the process, the compiler's and the collector's too. */
function timed(work) {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  const result = work();
  const clock = performance.now() - before;
  const { user, system } = process.cpuUsage(cpuBefore);
  return { clock, cpu: (user + system) / 1000, result };
}

/** Runs in a process of its own, so that the second start is a real one. */
function start(cacheDir) {
  const { createKnowledge } = createRequire(import.meta.url)('../dist/knowledge/create.js');
  const before = process.memoryUsage().rss;
  const { clock, cpu, result } = timed(() => createKnowledge({ dir: join(root, 'knowledge'), cacheDir }));
  const grown = process.memoryUsage().rss - before;
  console.log(
    `all desks ready in ${Math.round(clock)} ms (processor ${Math.round(cpu)}); memory grew by ${megabytes(grown)}`,
  );
  return result;
}

function firstMessages(knowledge) {
  const times = ['any', ...knowledge.desks()].map(
    (desk) =>
      `${desk} ${timed(() => knowledge.understand('Mon étudiant est absent depuis hier', { desk })).clock.toFixed(1)}`,
  );
  console.log(`the first messages after a start, ms: ${times.join(', ')}`);
}

function messages(knowledge) {
  const phrases = knowledge.content().phrases.phrases;
  const desks = knowledge.desks();
  knowledge.warmUp();
  for (const known of [true, false]) {
    const times = [];
    for (let i = 0; i < 4000; i += 1) {
      const { text, desk } = phrases[(i * 37) % phrases.length];
      const own = desks.includes(desk) ? desk : desks[i % desks.length];
      times.push(timed(() => knowledge.understand(`${text} ${i}`, { desk: known ? own : 'any' })));
    }
    const shown = ['cpu', 'clock'].map((kind) => {
      const sorted = times.map((time) => time[kind]).sort((a, b) => a - b);
      return `${kind === 'cpu' ? 'processor' : 'clock'} ${at(sorted, 0.5).toFixed(2)} ms at the median, ${at(sorted, 0.99).toFixed(2)} ms at the 99th percentile`;
    });
    console.log(`desk ${known ? 'known' : 'unknown'}: ${shown.join('; ')}`);
  }
}

/** The same letters for the same seed. */
function randomText(alphabet, seed = 5) {
  const letters = [...alphabet];
  let state = seed;
  const next = () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return letters[state % letters.length];
  };
  return Array.from({ length: KILOBYTES_20 }, next).join('');
}

const repeated = (text) => text.repeat(Math.ceil(KILOBYTES_20 / text.length)).slice(0, KILOBYTES_20);

const hostileTexts = (phrases) => ({
  'phrases in a row': phrases.join(' ').slice(0, KILOBYTES_20),
  'phrases, one a line': phrases.join('\n').slice(0, KILOBYTES_20),
  'one clause again and again': repeated('Mon étudiant est absent et aussi comment changer mon IBAN ? '),
  'words that join': repeated(' et aussi comment'),
  introductions: repeated('je suis coach, '),
  'one letter': repeated('a'),
  'one giant word': randomText('abcdefghijklmnopqrstuvwxyzéàç'),
  'words never seen': randomText('abcdefghijklmnopqrstuvwxyzé     '),
  digits: randomText('0123456789'),
  'telephone numbers': repeated('06 12 34 56 78 '),
  'times and names': repeated('lundi 14h30 de 14 à 16h avec Léa Dupont '),
  emoji: repeated('🙂👨‍👩‍👧'),
  punctuation: randomText('.,;:!?-()…«»"'),
  'alternating scripts': repeated('aяあأ한'),
  'accents on one letter': `e${repeated('\u0301')}`,
  'letters that unfold': repeated('\uFDFA'),
  'halves of surrogates': repeated('\ud800'),
  apostrophes: repeated("l'"),
  'addresses that are none': repeated('a@'),
  'links that are none': repeated('https://'),
  'empty lines': repeated('\n'),
});

function hostile(knowledge) {
  const phrases = knowledge.content().phrases.phrases.map(({ text }) => text);
  for (const [name, text] of Object.entries(hostileTexts(phrases))) {
    const times = ['any', ...knowledge.desks()].map((desk) =>
      timed(() => knowledge.understand(text, { desk })),
    );
    const most = (kind) => Math.max(...times.map((time) => time[kind])).toFixed(1);
    console.log(`20 KB of ${name}: processor ${most('cpu')} ms, clock ${most('clock')} ms at most`);
  }
}

function speed() {
  console.log(`${process.version}, ${cpus().length} cores`);
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
}

if (flag === '--restart') {
  const knowledge = start(value);
  firstMessages(knowledge);
  messages(knowledge);
  hostile(knowledge);
} else {
  const build = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), '--server-only', '--quiet'], {
    stdio: 'inherit',
  });
  if (build.status !== 0) process.exit(1);
  speed();
}
