import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseNewer, DataError, migrationChanged, migrationFailed, migrationsMissing } from '../errors';
import { Connection } from './sqlite-adapter';

/** How long a starting process waits for another one that is migrating, in milliseconds. */
const MIGRATION_WAIT_MS = 60_000;

/** The bookkeeping of Prisma's own `migrate deploy`, so that the official tools can be pointed at the database too. */
const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The folder of the migrations: beside this file, or beside its source when this file was built into dist/. */
export function defaultMigrationsDir(): string {
  const beside = join(__dirname, 'migrations');
  return existsSync(beside) ? beside : join(__dirname, '../../../data/prisma/migrations');
}

/**
 * Brings a SQLite database to the release's schema: applies what is missing, in order, each migration in one transaction.
 * Two processes that start at once are safe: the second waits, then finds nothing left to do.
 *
 * @returns the names that were applied now.
 * @throws DataError migrations-missing, migration-changed, database-newer, migration-failed.
 */
export async function migrate(file: string, migrationsDir: string, now: Date): Promise<readonly string[]> {
  const migrations = await readMigrations(migrationsDir);
  const connection = await Connection.open(file, { busyTimeoutMs: MIGRATION_WAIT_MS, readOnly: false });
  try {
    // Rebuilding a table drops the old one: with foreign keys on, that would delete the rows that refer to it.
    await connection.script('PRAGMA foreign_keys = OFF');
    // Nor must the rename that ends a rebuilding fail because the search's view and triggers name the table (tickets/search/).
    await connection.script('PRAGMA legacy_alter_table = ON');
    const applied: string[] = [];
    for (const migration of migrations) {
      if (await applyOnce(connection, migration, migrations, now)) applied.push(migration.name);
    }
    return applied;
  } finally {
    await connection.close();
  }
}

async function readMigrations(directory: string): Promise<readonly Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  if (names.length === 0) throw migrationsMissing(directory);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(directory, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Takes the write lock before it looks, so that what it sees stays true while it works. */
async function applyOnce(
  connection: Connection,
  migration: Migration,
  all: readonly Migration[],
  now: Date,
): Promise<boolean> {
  await connection.script('BEGIN IMMEDIATE');
  try {
    await connection.script(BOOKKEEPING);
    const done = await appliedChecksums(connection);
    refuseForeignHistory(done, all);
    if (!done.has(migration.name)) {
      await apply(connection, migration, now);
    }
    await connection.script('COMMIT');
    return !done.has(migration.name);
  } catch (error) {
    await connection.script('ROLLBACK').catch(() => undefined);
    throw error instanceof DataError ? error : migrationFailed(migration.name, error);
  }
}

async function appliedChecksums(connection: Connection): Promise<ReadonlyMap<string, string>> {
  const rows = await connection.all(
    'SELECT migration_name, checksum FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  return new Map(rows.map((row) => [String(row.migration_name), String(row.checksum)]));
}

function refuseForeignHistory(done: ReadonlyMap<string, string>, all: readonly Migration[]): void {
  const known = new Map(all.map((migration) => [migration.name, migration.checksum]));
  const unknown = [...done.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) throw databaseNewer(unknown);
  for (const [name, checksum] of done) {
    if (known.get(name) !== checksum) throw migrationChanged(name);
  }
}

async function apply(connection: Connection, migration: Migration, now: Date): Promise<void> {
  await connection.script(migration.sql);
  const orphans = await connection.all('PRAGMA foreign_key_check');
  if (orphans.length > 0) {
    throw new Error(`${orphans.length} rows would refer to rows that are gone`);
  }
  await connection.run(
    'INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)',
    [randomUUID(), migration.checksum, now.toISOString(), migration.name, now.toISOString()],
  );
}
