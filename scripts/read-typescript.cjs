// Lets plain Node run the project's TypeScript as it stands: `node -r scripts/read-typescript.cjs file.ts`. For scripts and for tests
// that need a process of their own; the product runs what scripts/build.mjs has built.
'use strict';
const { transformSync } = require('@swc/core');
const { readFileSync } = require('node:fs');
const Module = require('node:module');

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    filename,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
  });
  module._compile(code, filename);
};
