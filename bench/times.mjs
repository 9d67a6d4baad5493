// Measures how times are read: right (first, or among the readings offered), asked (nothing certain was said) and silently wrong, by the
// keys of the contract alone (`unsure` is not looked at); of those asked, how many gave a start all the same (`misled`),
// on knowledge/time/evaluation/*.jsonl or the files given (knowledge/evaluation/times.blind.jsonl was written blind); then the speed on ordinary and on very long texts.
//   node bench/times.mjs [FILE.jsonl ...] [--json]        (after `node scripts/build.mjs --server-only`)
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { readTimes } = createRequire(import.meta.url)(join(root, 'dist/knowledge/time/read.js'));
const folder = join(root, 'knowledge/time/evaluation');
const args = process.argv.slice(2);
const named = args.filter((arg) => !arg.startsWith('--'));
const files =
  named.length > 0
    ? named
    : readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => join(folder, name));

const rows = files.flatMap((file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line)),
);

function judge(row) {
  const read = readTimes(row.text, { now: row.now, zone: row.tz, prefer: row.prefer });
  const readings = [{ start: read.start, end: read.end }, ...read.alternatives];
  const accepted = row.accept ?? [[row.start, row.end]];
  const place = readings.findIndex((each) =>
    accepted.some(([start, end]) => each.start === start && each.end === end),
  );
  if (place >= 0) return { outcome: place === 0 ? 'first' : 'offered', read };
  const asks = read.start === null || read.alternatives.length > 0;
  return { outcome: asks ? 'asked' : 'wrong', misled: asks && read.start !== null, read };
}

const families = new Map();
const faults = [];
let misled = 0;
for (const row of rows) {
  const { outcome, misled: isMisled, read } = judge(row);
  if (isMisled) misled += 1;
  const name = row.family ?? row.kind ?? 'plain';
  const family = families.get(name) ?? { n: 0, first: 0, offered: 0, asked: 0, wrong: 0 };
  family.n += 1;
  family[outcome] += 1;
  families.set(name, family);
  if (outcome === 'asked' || outcome === 'wrong')
    faults.push({ outcome, text: row.text, expected: row.start, got: read.start });
}
const total = (key) => [...families.values()].reduce((sum, family) => sum + family[key], 0);
const summary = {
  n: rows.length,
  right: (total('first') + total('offered')) / rows.length,
  first: total('first') / rows.length,
  asked: total('asked'),
  misled,
  silentlyWrong: total('wrong'),
};

function speed() {
  const options = { now: '2026-11-18T10:00', zone: 'Europe/Paris', prefer: 'past' };
  for (const row of rows) readTimes(row.text, options);
  // The best of seven runs of each text: other work on the machine is not what is measured.
  const best = (text) => {
    let least = Infinity;
    for (let round = 0; round < 7; round += 1) {
      const started = performance.now();
      readTimes(text, options);
      least = Math.min(least, performance.now() - started);
    }
    return least;
  };
  const times = rows.map((row) => best(row.text)).sort((a, b) => a - b);
  const long = {
    sentences: "Bonjour, j'ai donné cours à Léa lundi de 14h à 16h et je n'ai rien reçu. ",
    digits: '1',
    spacedDigits: '12 ',
    hours: '14h ',
    articles: 'le ',
    slashes: '12/',
    dates: '12/11/2026 ',
    letters: 'a',
    at: 'a@',
    dots: '1.',
    newlines: '\n\r ',
  };
  const longest = Object.entries(long).map(([name, piece]) => {
    const text = piece.repeat(Math.ceil(20_000 / piece.length)).slice(0, 20_000);
    return { name, ms: Number(best(text).toFixed(1)) };
  });
  const at = (share) => Number(times[Math.floor(times.length * share)].toFixed(3));
  return { msP50: at(0.5), msP99: at(0.99), longTexts20kB: longest };
}

const report = { ...summary, ...speed() };
if (args.includes('--json')) {
  process.stdout.write(`${JSON.stringify(report)}\n`);
} else {
  for (const [name, family] of families) {
    console.log(
      `${name.padEnd(18)} ${String(family.n).padStart(4)}  first ${family.first}  offered ${family.offered}  asked ${family.asked}  wrong ${family.wrong}`,
    );
  }
  for (const fault of faults)
    console.log(
      `${fault.outcome}: ${JSON.stringify(fault.text)} expected ${fault.expected}, got ${fault.got}`,
    );
  console.log(
    `right ${(summary.right * 100).toFixed(1)} % of ${summary.n}, silently wrong ${summary.silentlyWrong} (asked ${summary.asked}, of which with a wrong start ${summary.misled})`,
  );
  console.log(`ms a text: median ${report.msP50}, 99th percentile ${report.msP99}`);
  for (const { name, ms } of report.longTexts20kB) console.log(`20 kB of ${name}: ${ms} ms`);
}
process.exitCode = summary.silentlyWrong > 0 ? 1 : 0;
