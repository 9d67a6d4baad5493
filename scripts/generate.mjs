// Writes the Prisma client into data/prisma/generated when the schema is newer. No engine is needed and none is downloaded:
// the schema engine's path points at a program that does nothing (see docs/decisions.md, "Prisma without its engine").
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const generated = join(root, 'data/prisma/generated');
const stamp = join(generated, '.schema-hash');
const hash = createHash('sha256')
  .update(readFileSync(join(root, 'data/prisma/schema.prisma')))
  .update(readFileSync(join(root, 'package.json')))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash) {
  const run = spawnSync(
    process.execPath,
    [join(root, 'node_modules/prisma/build/index.js'), 'generate', '--schema', 'data/prisma/schema.prisma'],
    {
      cwd: root,
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
      encoding: 'utf8',
    },
  );
  if (run.status !== 0) {
    process.stderr.write(run.stdout + run.stderr);
    process.exit(1);
  }
  writeFileSync(stamp, hash);
}
