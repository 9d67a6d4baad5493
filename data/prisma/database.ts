import { storedValueInvalid } from '../errors';
import { Prisma, PrismaClient } from './generated/client';
import { SqliteAdapterFactory } from './sqlite-adapter';

/** The client that stores use. */
export type Database = PrismaClient;

/** The client within a transaction. */
export type Transaction = Prisma.TransactionClient;

/** A transaction may wait this long for those before it: writers of one process queue (sqlite-adapter/). Milliseconds. */
const MAX_WAIT_MS = 60_000;

/** A transaction that takes longer than this is stuck, and is rolled back. Milliseconds. */
const TIMEOUT_MS = 15_000;

/** How often a transaction is tried when another one got in between. */
const ATTEMPTS = 5;

/** Another transaction wrote first: the same idempotency key (P2002) or the same rows (P2034). Trying again sees what it wrote. */
const RETRIED_CODES = new Set(['P2002', 'P2034']);

/** Opens the database of a file path (or ':memory:'), whose schema is already up to date. */
export function connect(file: string): Database {
  return new PrismaClient({
    adapter: new SqliteAdapterFactory({ file }),
    transactionOptions: { maxWait: MAX_WAIT_MS, timeout: TIMEOUT_MS },
  });
}

/**
 * Runs `work` in one serialisable transaction. It may run more than once: it must read before it writes and do nothing outside
 * the database.
 */
export async function inTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(work, { isolationLevel: Prisma.TransactionIsolationLevel.Serializable });
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetriable(error)) throw error;
    }
  }
}

const isRetriable = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && RETRIED_CODES.has(error.code);

/** A value that a JSON column takes. JSON columns are typed by the stores, which alone write and read them. */
export const toJson = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

/** The same for a column that may be null. */
export const toNullableJson = (value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull =>
  value === null || value === undefined ? Prisma.DbNull : toJson(value);

/** Reads a stored string as a member of its union. */
export function oneOf<T extends string>(values: readonly T[], value: string, field: string): T {
  const found = values.find((candidate) => candidate === value);
  if (found === undefined) throw storedValueInvalid(field, value);
  return found;
}
