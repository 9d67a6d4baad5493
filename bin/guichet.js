#!/usr/bin/env node
// `npx guichet <verb>`: builds the server part when it is missing or older than its sources, then runs the command.
'use strict';
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const root = join(__dirname, '..');
const build = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), '--server-only', '--quiet'], {
  stdio: ['ignore', 2, 2],
});
if (build.status !== 0) process.exit(1);
require(join(root, 'dist/bot/cli/main.js'));
