import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type ArgScalarType,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
import { Connection, SqliteAdapterFactory } from '.';

let folder: string;
let file: string;
let adapter: SqlDriverAdapter;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guichet-adapter-'));
  file = join(folder, 'test.db');
  adapter = await new SqliteAdapterFactory({ file, busyTimeoutMs: 2000 }).connect();
  await adapter.executeScript(`
    CREATE TABLE parent (id INTEGER PRIMARY KEY);
    CREATE TABLE thing (
      id INTEGER PRIMARY KEY, name TEXT UNIQUE, amount BIGINT, ratio REAL, at DATETIME, data BLOB, doc JSONB, flag BOOLEAN,
      needed TEXT NOT NULL DEFAULT 'x', parentId INTEGER REFERENCES parent(id)
    );
    CREATE UNIQUE INDEX two ON thing (ratio, flag);
  `);
});

afterEach(async () => {
  await adapter.dispose();
  await rm(folder, { recursive: true, force: true });
});

const query = (sql: string, ...args: readonly (readonly [unknown, ArgScalarType])[]) => ({
  sql,
  args: args.map(([value]) => value),
  argTypes: args.map(([, scalarType]) => ({ scalarType, arity: 'scalar' as const })),
});

/** Stores one value in a column and reads it back. */
async function roundTrip(column: string, value: unknown, type: ArgScalarType) {
  await adapter.executeRaw(query(`INSERT INTO thing (${column}) VALUES (?)`, [value, type]));
  const { rows, columnTypes } = await adapter.queryRaw(query(`SELECT ${column} FROM thing`));
  return { value: rows[0]?.[0], type: columnTypes[0] };
}

const causeOf = async (work: Promise<unknown>): Promise<unknown> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DriverAdapterError);
  return (error as DriverAdapterError).cause;
};

describe('values', () => {
  it.each([
    ['name', 'Léa 🎓 \u0000 "quoted"; DROP TABLE', 'string', 'Léa 🎓 \u0000 "quoted"; DROP TABLE'],
    ['name', '0042', 'string', '0042'],
    ['name', '', 'string', ''],
    ['name', null, 'string', null],
    ['amount', 2_147_483_648, 'int', 2_147_483_648],
    ['amount', -9_007_199_254_740_991n, 'bigint', -9_007_199_254_740_991],
    ['amount', '9007199254740991', 'bigint', 9_007_199_254_740_991],
    ['ratio', '0.1', 'float', 0.1],
    ['ratio', 1e300, 'float', 1e300],
    ['flag', true, 'boolean', 1],
    ['flag', false, 'boolean', 0],
    ['doc', '{"a":[1,null,"é"]}', 'json', '{"a":[1,null,"é"]}'],
    ['at', new Date('2026-02-28T22:59:59.999Z'), 'datetime', '2026-02-28T22:59:59.999Z'],
    ['at', '2026-03-01T00:59:59.999+02:00', 'datetime', '2026-02-28T22:59:59.999Z'],
  ] as const)('%s keeps %p', async (column, value, type, expected) => {
    expect((await roundTrip(column, value, type)).value).toStrictEqual(expected);
  });

  it.each([
    [Buffer.from([0, 1, 255]), 'bytes'],
    [new Uint8Array([0, 1, 255]), 'bytes'],
    [[0, 1, 255], 'bytes'],
    [Buffer.from([0, 1, 255]).toString('base64'), 'bytes'],
  ] as const)('bytes come back as bytes from %p', async (value, type) => {
    const read = await roundTrip('data', value, type);
    expect([...(read.value as Uint8Array)]).toEqual([0, 1, 255]);
    expect(read.type).toBe(ColumnTypeEnum.Bytes);
  });

  it('keeps a 64-bit integer exactly, and refuses to hand it over rounded', async () => {
    const big = 9_223_372_036_854_775_807n;
    await adapter.executeRaw(query('INSERT INTO thing (amount) VALUES (?)', [big, 'bigint']));
    const { rows } = await adapter.queryRaw(query('SELECT CAST(amount AS TEXT) AS exact FROM thing'));
    expect(rows).toEqual([[big.toString()]]);
    expect(await causeOf(adapter.queryRaw(query('SELECT amount FROM thing')))).toMatchObject({
      kind: 'ValueOutOfRange',
    });
  });

  it('dates sort as time does', async () => {
    for (const at of ['2026-10-25T02:30:00+02:00', '2026-10-25T02:10:00+01:00', '2026-10-25T00:00:00Z']) {
      await adapter.executeRaw(query('INSERT INTO thing (at) VALUES (?)', [at, 'datetime']));
    }
    const { rows } = await adapter.queryRaw(query('SELECT at FROM thing ORDER BY at'));
    expect(rows.flat()).toEqual([
      '2026-10-25T00:00:00.000Z',
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:10:00.000Z',
    ]);
  });

  it('reads the type of a column from all its rows', async () => {
    await adapter.executeScript(
      `INSERT INTO thing (id, ratio, amount) VALUES (1, NULL, 5), (2, 1, 5000000000), (3, 2.5, 1)`,
    );
    const { columnNames, columnTypes } = await adapter.queryRaw(
      query('SELECT id, ratio, amount, name FROM thing'),
    );
    expect(columnNames).toEqual(['id', 'ratio', 'amount', 'name']);
    expect(columnTypes).toEqual([
      ColumnTypeEnum.Int32,
      ColumnTypeEnum.Double,
      ColumnTypeEnum.Int64,
      ColumnTypeEnum.Text,
    ]);
  });

  it('counts the rows that a statement changed, and returns those that RETURNING asks for', async () => {
    await adapter.executeScript('INSERT INTO thing (id) VALUES (1), (2), (3)');
    expect(await adapter.executeRaw(query('UPDATE thing SET flag = 1 WHERE id > 1'))).toBe(2);
    const { rows } = await adapter.queryRaw(
      query('UPDATE thing SET flag = 0 WHERE id = 3 RETURNING id, flag'),
    );
    expect(rows).toEqual([[3, 0]]);
  });
});

describe('errors', () => {
  beforeEach(() => adapter.executeScript(`INSERT INTO thing (id, name, ratio, flag) VALUES (1, 'a', 1, 1)`));

  it.each([
    [
      "INSERT INTO thing (name) VALUES ('a')",
      { kind: 'UniqueConstraintViolation', constraint: { fields: ['name'] } },
    ],
    [
      'INSERT INTO thing (id) VALUES (1)',
      { kind: 'UniqueConstraintViolation', constraint: { fields: ['id'] } },
    ],
    [
      'INSERT INTO thing (ratio, flag) VALUES (1, 1)',
      { kind: 'UniqueConstraintViolation', constraint: { fields: ['ratio', 'flag'] } },
    ],
    [
      'INSERT INTO thing (needed) VALUES (NULL)',
      { kind: 'NullConstraintViolation', constraint: { fields: ['needed'] } },
    ],
    ['INSERT INTO thing (parentId) VALUES (9)', { kind: 'ForeignKeyConstraintViolation' }],
    ['INSERT INTO absent VALUES (1)', { kind: 'TableDoesNotExist', table: 'absent' }],
    ['INSERT INTO thing (absent) VALUES (1)', { kind: 'ColumnNotFound', column: 'absent' }],
    ['SELECT absent FROM thing', { kind: 'ColumnNotFound', column: 'absent' }],
    ['SELEKT 1', { kind: 'sqlite' }],
  ])('%s', async (sql, expected) => {
    expect(await causeOf(adapter.executeRaw(query(sql)))).toMatchObject(expected);
  });

  it('says that a file is no database', async () => {
    const broken = new SqliteAdapterFactory({ file: join(folder, 'no', 'such', 'folder.db') });
    expect(await causeOf(broken.connect())).toMatchObject({ kind: 'DatabaseNotReachable' });
  });

  it('refuses isolation levels that SQLite does not have', async () => {
    expect(await causeOf(adapter.startTransaction('READ COMMITTED'))).toMatchObject({
      kind: 'InvalidIsolationLevel',
    });
  });
});

describe('transactions', () => {
  const count = async (): Promise<unknown> =>
    (await adapter.queryRaw(query('SELECT COUNT(*) AS n FROM thing'))).rows[0]?.[0];
  const insert = (id: number) => query(`INSERT INTO thing (id) VALUES (${id})`);

  it('keep what they commit and nothing of what they roll back', async () => {
    const kept = await adapter.startTransaction();
    await kept.executeRaw(insert(1));
    await kept.commit();
    const dropped = await adapter.startTransaction('SERIALIZABLE');
    await dropped.executeRaw(insert(2));
    await dropped.rollback();
    expect(await count()).toBe(1);
  });

  it('are invisible to others until they commit, and let them read meanwhile', async () => {
    const transaction = await adapter.startTransaction();
    await transaction.executeRaw(insert(1));
    expect((await transaction.queryRaw(query('SELECT id FROM thing'))).rows).toEqual([[1]]);
    expect(await count()).toBe(0);
    await transaction.commit();
    expect(await count()).toBe(1);
  });

  it('that roll back take no write with them that was made beside them', async () => {
    const transaction = await adapter.startTransaction();
    await transaction.executeRaw(insert(1));
    let done = false;
    const beside = adapter.executeRaw(insert(2)).then(() => (done = true));
    await pause(50);
    expect(done).toBe(false);
    await transaction.rollback();
    await beside;
    expect((await adapter.queryRaw(query('SELECT id FROM thing'))).rows).toEqual([[2]]);
  });

  it('end once: what comes after the end is ignored', async () => {
    const transaction = await adapter.startTransaction();
    await transaction.executeRaw(insert(1));
    await transaction.rollback();
    await transaction.commit();
    await transaction.rollback();
    expect(await count()).toBe(0);
    expect(await adapter.executeRaw(insert(1))).toBe(1);
  });

  it('go back to a savepoint', async () => {
    const transaction = await adapter.startTransaction();
    await transaction.executeRaw(insert(1));
    await transaction.createSavepoint?.('s1');
    await transaction.executeRaw(insert(2));
    await transaction.rollbackToSavepoint?.('s1');
    await transaction.releaseSavepoint?.('s1');
    await transaction.commit();
    expect(await count()).toBe(1);
  });
});

describe('a lock that another process holds', () => {
  it('is waited for without stopping the event loop', async () => {
    const other = await Connection.open(file, { busyTimeoutMs: 0, readOnly: false });
    await other.script('BEGIN IMMEDIATE; INSERT INTO thing (id) VALUES (1)');
    const written = adapter.executeRaw(query('INSERT INTO thing (id) VALUES (2)'));
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 10);
    await pause(400);
    clearInterval(ticking);
    await other.script('COMMIT');
    expect(await written).toBe(1);
    expect(ticks).toBeGreaterThan(15);
    await other.close();
  });

  it('is reported when it is held too long, for a statement and for a transaction, and the next write works', async () => {
    const impatient = await new SqliteAdapterFactory({ file, busyTimeoutMs: 30 }).connect();
    const other = await Connection.open(file, { busyTimeoutMs: 0, readOnly: false });
    await other.script('BEGIN IMMEDIATE');
    expect(await causeOf(impatient.executeRaw(query('INSERT INTO thing (id) VALUES (1)')))).toMatchObject({
      kind: 'SocketTimeout',
    });
    expect(await causeOf(impatient.startTransaction())).toMatchObject({ kind: 'SocketTimeout' });
    await other.script('ROLLBACK');
    expect(await impatient.executeRaw(query('INSERT INTO thing (id) VALUES (1)'))).toBe(1);
    await other.close();
    await impatient.dispose();
  });
});

describe('the connection', () => {
  it('keeps WAL, synchronous NORMAL and foreign keys, also after a transaction', async () => {
    const transaction = await adapter.startTransaction();
    await transaction.rollback();
    const pragma = async (name: string) => (await adapter.queryRaw(query(`PRAGMA ${name}`))).rows[0]?.[0];
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(1);
    expect(await pragma('foreign_keys')).toBe(1);
  });

  it('runs more different statements at once than it keeps prepared', async () => {
    const results = await Promise.all(
      Array.from({ length: 700 }, (_, index) => adapter.queryRaw(query(`SELECT ${index} AS n`))),
    );
    expect(results.map(({ rows }) => rows[0]?.[0])).toEqual(Array.from({ length: 700 }, (_, index) => index));
  });

  it('runs one statement many times at once', async () => {
    await Promise.all(
      Array.from({ length: 300 }, (_, id) =>
        adapter.executeRaw(query('INSERT INTO thing (id) VALUES (?)', [id, 'int'])),
      ),
    );
    expect((await adapter.queryRaw(query('SELECT COUNT(*) AS n FROM thing'))).rows).toEqual([[300]]);
  });
});
