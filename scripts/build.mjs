// Builds the Prisma client, the server (TypeScript to CommonJS), the models that route messages, and the browser parts (Vite). Each
// part is skipped when its sources have not changed since it was last built (a hash of names, sizes and times), so that `npm start`
// costs nothing twice.
//   --server-only   leaves the browser parts out      --quiet   says nothing unless something must be built      --force   builds all
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const flags = new Set(process.argv.slice(2));
const started = Date.now();

const PARTS = [
  {
    name: 'server',
    sources: [
      'bot',
      'dialogs',
      'knowledge',
      'data',
      'manifest',
      'tsconfig.json',
      'tsconfig.build.json',
      'package.json',
    ],
    pattern: /\.(ts|tsv|prisma|json)$/,
    output: 'dist/bot/cli/main.js',
    hint: 'about half a minute',
    steps: [
      ['scripts/generate.mjs'],
      ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck'],
    ],
  },
  {
    name: 'models',
    sources: ['knowledge'],
    pattern: /(?<!\.test)\.(ts|tsv|txt|md|json)$/,
    output: 'var/cache/knowledge.bin',
    hint: 'about ten seconds',
    steps: [['scripts/learn.mjs']],
  },
  {
    name: 'web',
    sources: ['web', 'bot/advisor-api/contract.ts', 'package.json'],
    pattern: /./,
    output: 'dist/web',
    hint: 'about half a minute',
    steps: [['web/build.mjs']],
  },
];

function fingerprint(part) {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) {
      for (const entry of readdirSync(join(root, path)).sort()) {
        if (entry !== 'generated' && entry !== 'node_modules') visit(`${path}/${entry}`);
      }
    } else if (part.pattern.test(path)) {
      hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
    }
  };
  part.sources.forEach(visit);
  return hash.digest('hex');
}

mkdirSync(join(root, 'dist/.stamps'), { recursive: true });
for (const part of PARTS) {
  if (part.name === 'web' && flags.has('--server-only')) continue;
  const stampFile = join(root, 'dist/.stamps', part.name);
  const hash = fingerprint(part);
  const fresh =
    existsSync(join(root, part.output)) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash;
  if (fresh && !flags.has('--force')) continue;
  process.stderr.write(`Building the ${part.name} (${part.hint}, only when its sources have changed)...\n`);
  rmSync(stampFile, { force: true });
  for (const [script, ...args] of part.steps) {
    const run = spawnSync(process.execPath, [join(root, script), ...args], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (run.status !== 0) {
      process.stderr.write(`The ${part.name} could not be built (${script} failed, see above).\n`);
      process.exit(1);
    }
  }
  writeFileSync(stampFile, hash);
}
if (!flags.has('--quiet') && Date.now() - started > 1000) {
  process.stderr.write(`Built in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}
