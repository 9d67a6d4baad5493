import { existsSync } from 'node:fs';
import { fromRoot } from '../project-root';
import { run } from './program';

// bin/guichet.js and scripts/start.mjs require this file: it runs the verb of the command line.
const envFile = fromRoot('.env');
if (existsSync(envFile)) process.loadEnvFile(envFile);
void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
