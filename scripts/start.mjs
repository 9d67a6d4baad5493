// `npm start`: builds what is missing or older than its sources, then starts the server in this same process.
// package.json gives it a small young heap: reading the articles would otherwise leave 30 MB behind for good (bench/memory.mjs).
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const build = spawnSync(process.execPath, [fileURLToPath(new URL('./build.mjs', import.meta.url))], {
  stdio: 'inherit',
});
if (build.status !== 0) process.exit(build.status ?? 1);
process.chdir(root);
process.argv.splice(2, 0, 'start');
createRequire(import.meta.url)('../dist/bot/cli/main.js');
