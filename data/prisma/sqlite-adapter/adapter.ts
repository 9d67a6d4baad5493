import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlQueryable,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import { Connection } from './connection';
import { toAdapterError } from './errors';
import { Mutex } from './mutex';
import { toBindable, toResultSet } from './values';

const ADAPTER = { provider: 'sqlite', adapterName: 'guichet-sqlite3' } as const;

/** SQLite's own limit on values in one statement. */
const MAX_BIND_VALUES = 32_766;

export interface SqliteAdapterOptions {
  /** Path of the database file, or ':memory:'. */
  readonly file: string;
  /** How long a statement waits for another process's lock, in milliseconds. */
  readonly busyTimeoutMs?: number;
}

/**
 * Prisma's driver adapter on the `sqlite3` package.
 *
 * One connection writes, one reads. Whatever writes (a statement or a whole transaction) goes through a queue of its own, so that a
 * write beside an open transaction waits for its end instead of becoming part of it, and nobody waits inside SQLite for a colleague
 * of the same process. Reads outside of a transaction see what is committed and never wait.
 *
 * @example new PrismaClient({ adapter: new SqliteAdapterFactory({ file: 'var/guichet.db' }) })
 */
export class SqliteAdapterFactory implements SqlDriverAdapterFactory {
  readonly provider = ADAPTER.provider;
  readonly adapterName = ADAPTER.adapterName;

  constructor(private readonly options: SqliteAdapterOptions) {}

  async connect(): Promise<SqlDriverAdapter> {
    const { file } = this.options;
    const busyTimeoutMs = this.options.busyTimeoutMs ?? 5000;
    try {
      const writer = await Connection.open(file, { busyTimeoutMs, readOnly: false });
      if (file === ':memory:') return new SqliteAdapter(writer, writer);
      return new SqliteAdapter(writer, await Connection.open(file, { busyTimeoutMs, readOnly: true }));
    } catch (error) {
      throw toAdapterError(error);
    }
  }
}

/** Runs queries on one connection. */
class ConnectionQueries implements SqlQueryable {
  readonly provider = ADAPTER.provider;
  readonly adapterName = ADAPTER.adapterName;

  constructor(protected readonly connection: Connection) {}

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    try {
      return toResultSet(await this.connection.all(query.sql, bound(query)));
    } catch (error) {
      throw toAdapterError(error);
    }
  }

  async executeRaw(query: SqlQuery): Promise<number> {
    try {
      return await this.connection.run(query.sql, bound(query));
    } catch (error) {
      throw toAdapterError(error);
    }
  }
}

const bound = (query: SqlQuery) =>
  query.args.map((arg, index) =>
    toBindable(arg, query.argTypes[index] ?? { scalarType: 'unknown', arity: 'scalar' }),
  );

const readsOnly = (sql: string): boolean => /^\s*SELECT\b/i.test(sql);

class SqliteAdapter implements SqlDriverAdapter {
  readonly provider = ADAPTER.provider;
  readonly adapterName = ADAPTER.adapterName;
  readonly #writes = new Mutex();
  readonly #onWriter: ConnectionQueries;
  readonly #onReader: ConnectionQueries;

  constructor(
    private readonly writer: Connection,
    private readonly reader: Connection,
  ) {
    this.#onWriter = new ConnectionQueries(writer);
    this.#onReader = new ConnectionQueries(reader);
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    if (this.reader !== this.writer && readsOnly(query.sql)) return this.#onReader.queryRaw(query);
    return this.#writes.run(() => this.#onWriter.queryRaw(query));
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.#writes.run(() => this.#onWriter.executeRaw(query));
  }

  async executeScript(script: string): Promise<void> {
    try {
      await this.#writes.run(() => this.writer.script(script));
    } catch (error) {
      throw toAdapterError(error);
    }
  }

  /** Waits for the writes before it. BEGIN IMMEDIATE takes the write lock at once, so that a transaction never fails half-way for want of it. */
  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    if (isolationLevel && isolationLevel !== 'SERIALIZABLE') {
      throw new DriverAdapterError({ kind: 'InvalidIsolationLevel', level: isolationLevel });
    }
    const release = await this.#writes.acquire();
    try {
      await this.writer.script('BEGIN IMMEDIATE');
    } catch (error) {
      release();
      throw toAdapterError(error);
    }
    return new SqliteTransaction(this.writer, release);
  }

  getConnectionInfo() {
    return { maxBindValues: MAX_BIND_VALUES, supportsRelationJoins: false };
  }

  async dispose(): Promise<void> {
    await this.#writes.run(async () => {
      if (this.reader !== this.writer) await this.reader.close();
      await this.writer.close();
    });
  }
}

class SqliteTransaction extends ConnectionQueries implements Transaction {
  /** COMMIT and ROLLBACK are sent by the methods below, together with the release of the queue. */
  readonly options = { usePhantomQuery: true };
  #release: (() => void) | null;

  constructor(connection: Connection, release: () => void) {
    super(connection);
    this.#release = release;
  }

  commit(): Promise<void> {
    return this.#end('COMMIT');
  }

  rollback(): Promise<void> {
    return this.#end('ROLLBACK');
  }

  async createSavepoint(name: string): Promise<void> {
    await this.connection.script(`SAVEPOINT ${name}`);
  }

  async rollbackToSavepoint(name: string): Promise<void> {
    await this.connection.script(`ROLLBACK TO ${name}`);
  }

  async releaseSavepoint(name: string): Promise<void> {
    await this.connection.script(`RELEASE SAVEPOINT ${name}`);
  }

  /** Ends once: a transaction that timed out is rolled back by Prisma while its caller may still be trying to commit. */
  async #end(how: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    const release = this.#release;
    if (!release) return;
    this.#release = null;
    try {
      await this.connection.script(how);
    } catch (error) {
      if (how === 'COMMIT') await this.connection.script('ROLLBACK').catch(() => undefined);
      throw toAdapterError(error);
    } finally {
      release();
    }
  }
}
