import { execFile } from 'node:child_process';
import { appendFile, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { defaultMigrationsDir, migrate } from './migrate';
import { prepareSearchIndex } from '../tickets/search/sqlite-index';
import { Connection } from './sqlite-adapter';

const NOW = new Date('2026-11-18T09:00:00Z');

let folder: string;
let file: string;
let migrations: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-migrate-'));
  file = join(folder, 'test.db');
  migrations = join(folder, 'migrations');
  await cp(defaultMigrationsDir(), migrations, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function addMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(migrations, name));
  await writeFile(join(migrations, name, 'migration.sql'), sql);
}

async function query(sql: string) {
  const connection = await Connection.open(file, { busyTimeoutMs: 0, readOnly: false });
  try {
    return await connection.all(sql);
  } finally {
    await connection.close();
  }
}

const PARENTS = `CREATE TABLE "parent" (id TEXT PRIMARY KEY);
  CREATE TABLE "child" (id TEXT PRIMARY KEY, parentId TEXT NOT NULL REFERENCES "parent" (id) ON DELETE CASCADE);
  INSERT INTO "parent" VALUES ('p'); INSERT INTO "child" VALUES ('c', 'p');`;

it('applies everything in order, once', async () => {
  await addMigration('99990101000000_b', 'ALTER TABLE "later" ADD COLUMN n INTEGER');
  await addMigration('99980101000000_a', 'CREATE TABLE "later" (id TEXT)');
  const names = (await readdir(migrations)).sort();
  expect(await migrate(file, migrations, NOW)).toEqual(names);
  expect(await migrate(file, migrations, NOW)).toEqual([]);
  const rows = await query(
    'SELECT migration_name, finished_at FROM _prisma_migrations ORDER BY migration_name',
  );
  expect(rows.map((row) => row.migration_name)).toEqual(names);
  expect(rows[0]?.finished_at).toBe(NOW.toISOString());
});

it('several that start at once agree: each migration is applied by one of them', async () => {
  const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(file, migrations, NOW)));
  expect(applied.flat().sort()).toEqual((await readdir(migrations)).sort());
});

it('keeps nothing of a migration that fails, and says which one', async () => {
  await addMigration(
    '99990101000000_broken',
    'CREATE TABLE "half" (id TEXT); CREATE TABLE nonsense nonsense',
  );
  await expect(migrate(file, migrations, NOW)).rejects.toMatchObject({
    code: 'migration-failed',
    message: expect.stringContaining('99990101000000_broken'),
  });
  expect(await query(`SELECT name FROM sqlite_master WHERE name = 'half'`)).toEqual([]);
  expect(await query('SELECT COUNT(*) AS n FROM "Desk"')).toEqual([{ n: 0 }]);
});

it('refuses a migration that was changed after it was applied', async () => {
  await migrate(file, migrations, NOW);
  const [first = ''] = (await readdir(migrations)).sort();
  await appendFile(join(migrations, first, 'migration.sql'), '\n-- improved');
  await expect(migrate(file, migrations, NOW)).rejects.toMatchObject({ code: 'migration-changed' });
});

it('refuses a database that a newer release has migrated', async () => {
  await addMigration('99990101000000_newer', 'CREATE TABLE "newer" (id TEXT)');
  await migrate(file, migrations, NOW);
  await expect(migrate(file, defaultMigrationsDir(), NOW)).rejects.toMatchObject({
    code: 'database-newer',
    message: expect.stringContaining('99990101000000_newer'),
  });
});

it('says where it looked when the migrations are missing', async () => {
  await expect(migrate(file, join(folder, 'nowhere'), NOW)).rejects.toMatchObject({
    code: 'migrations-missing',
    message: expect.stringContaining('nowhere'),
  });
});

it('rebuilds a table without losing the rows that refer to it', async () => {
  await addMigration('99980101000000_tables', PARENTS);
  await addMigration(
    '99990101000000_rebuild',
    `PRAGMA defer_foreign_keys=ON; PRAGMA foreign_keys=OFF;
     CREATE TABLE "new_parent" (id TEXT PRIMARY KEY, name TEXT); INSERT INTO "new_parent" (id) SELECT id FROM "parent";
     DROP TABLE "parent"; ALTER TABLE "new_parent" RENAME TO "parent";
     PRAGMA foreign_keys=ON; PRAGMA defer_foreign_keys=OFF;`,
  );
  await migrate(file, migrations, NOW);
  expect(await query('SELECT id FROM "child"')).toEqual([{ id: 'c' }]);
});

it('rebuilds a table that the search of tickets watches', async () => {
  await migrate(file, migrations, NOW);
  const connection = await Connection.open(file, { busyTimeoutMs: 0, readOnly: false });
  await prepareSearchIndex(connection);
  await addMigration(
    '99990101000000_rebuild',
    `CREATE TABLE "new_TicketMessage" AS SELECT * FROM "TicketMessage";
     DROP TABLE "TicketMessage"; ALTER TABLE "new_TicketMessage" RENAME TO "TicketMessage";`,
  );
  expect(await migrate(file, migrations, NOW)).toEqual(['99990101000000_rebuild']);
  expect(await prepareSearchIndex(connection)).toBe(0);
  expect(await prepareSearchIndex(connection)).toBeNull();
  await connection.close();
});

it('refuses a migration that would leave rows without what they refer to', async () => {
  await addMigration('99980101000000_tables', PARENTS);
  await addMigration('99990101000000_orphans', 'DELETE FROM "parent"');
  await expect(migrate(file, migrations, NOW)).rejects.toMatchObject({ code: 'migration-failed' });
  expect(await query('SELECT id FROM "parent"')).toEqual([{ id: 'p' }]);
});

it('the committed migrations lead to exactly the schema', async () => {
  const script = join(__dirname, '../../scripts/migrate-new.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--check']).catch(
    (error: { stdout: string }) => error,
  );
  expect(stdout).toBe('');
});
