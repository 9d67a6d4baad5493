// Writes the next migration: the SQL that leads from the migrations in data/prisma/migrations to data/prisma/schema.prisma.
//   node scripts/migrate-new.mjs add-ticket-tags      writes migrations/<time>_add_ticket_tags/migration.sql
//   node scripts/migrate-new.mjs --check              exits 1 and prints the missing SQL when the schema is ahead of the migrations
// The schema engine runs as WebAssembly over our own adapter: nothing native, nothing downloaded. The product never needs this
// script; it applies the files at start (data/prisma/migrate.ts).
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const schemaFile = join(root, 'data/prisma/schema.prisma');
const migrationsDir = join(root, 'data/prisma/migrations');
const require = createRequire(import.meta.url);

async function loadEngine() {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const file = require
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/schema_engine_bg\.js$/, 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(readFileSync(file), { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engine.SchemaEngine;
}

function migrationList() {
  const names = existsSync(migrationsDir)
    ? readdirSync(migrationsDir, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];
  return {
    baseDir: migrationsDir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "sqlite"\n' },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(migrationsDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

async function missingSql() {
  require('./read-typescript.cjs');
  const { SqliteAdapterFactory } = require('../data/prisma/sqlite-adapter/index.ts');
  const { bindMigrationAwareSqlAdapterFactory } = require('@prisma/driver-adapter-utils');
  const SchemaEngine = await loadEngine();
  const factory = new SqliteAdapterFactory({ file: ':memory:' });
  const adapters = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => factory.connect(),
    // The engine hands a whole migration over as if it were one statement.
    connectToShadowDb: async () => {
      const shadow = await factory.connect();
      return Object.assign(shadow, { executeRaw: ({ sql }) => shadow.executeScript(sql).then(() => 0) });
    },
  };
  const engine = await SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapters),
  );
  const { stdout } = await engine.diff({
    from: { tag: 'migrations', ...migrationList() },
    to: {
      tag: 'schemaDatamodel',
      files: [{ path: schemaFile, content: readFileSync(schemaFile, 'utf8') }],
    },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout?.trim() ?? '';
}

const [argument] = process.argv.slice(2);
if (!argument || (argument.startsWith('-') && argument !== '--check')) {
  process.stderr.write('Usage: node scripts/migrate-new.mjs NAME | --check\n');
  process.exit(2);
}
const sql = await missingSql();
const empty = sql === '' || sql === '-- This is an empty migration.';
if (argument === '--check') {
  if (!empty) process.stdout.write(`${sql}\n`);
  process.exit(empty ? 0 : 1);
}
if (empty) {
  process.stderr.write('The migrations already lead to the schema: nothing to write.\n');
} else {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const name = `${time}_${argument.replace(/\W+/g, '_').toLowerCase()}`;
  mkdirSync(join(migrationsDir, name), { recursive: true });
  writeFileSync(join(migrationsDir, name, 'migration.sql'), `${sql}\n`);
  process.stdout.write(`data/prisma/migrations/${name}/migration.sql\n`);
}
process.exit(0);
