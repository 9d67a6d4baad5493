import { setTimeout } from 'node:timers/promises';
import sqlite3 from 'sqlite3';
import type { Bindable, Row } from './values';

/** Prepared statements kept per connection: preparing costs as much as running a small query. */
const KEPT_STATEMENTS = 200;

/** How often a lock is asked for again while it is held. Milliseconds. */
const RETRY_MS = 10;

/** How a connection is set up. Times in milliseconds. */
export interface ConnectionOptions {
  /** How long a statement waits for a lock that another process or connection holds. */
  readonly busyTimeoutMs: number;
  /** Refuses to write. */
  readonly readOnly: boolean;
}

/** One SQLite connection with promises, prepared statements and the pragmas that Guichet relies on. */
export class Connection {
  readonly #database: sqlite3.Database;
  readonly #statements = new Map<string, sqlite3.Statement>();

  private constructor(
    database: sqlite3.Database,
    private readonly patienceMs: number,
  ) {
    this.#database = database;
  }

  /** Opens (and creates) the file; ':memory:' is a database of this connection alone. */
  static async open(file: string, options: ConnectionOptions): Promise<Connection> {
    const database = await new Promise<sqlite3.Database>((resolve, reject) => {
      const opened: sqlite3.Database = new sqlite3.Database(file, (error) =>
        error ? reject(error) : resolve(opened),
      );
    });
    const connection = new Connection(database, options.busyTimeoutMs);
    try {
      // Waiting inside SQLite would hold one of Node's few worker threads, perhaps the one that the lock's owner needs to go on.
      database.configure('busyTimeout', 0);
      await connection.script('PRAGMA journal_mode = WAL');
      await connection.script('PRAGMA synchronous = NORMAL');
      await connection.script('PRAGMA foreign_keys = ON');
      if (options.readOnly) await connection.script('PRAGMA query_only = ON');
    } catch (error) {
      await connection.close();
      throw error;
    }
    return connection;
  }

  /** Runs a statement and gives its rows. */
  all(sql: string, values: readonly Bindable[] = []): Promise<readonly Row[]> {
    return this.#patiently(() =>
      this.#use(sql, (statement, resolve, reject) => {
        statement.all<Row>([...values], (error, rows) => (error ? reject(error) : resolve(rows)));
      }),
    );
  }

  /** Runs a statement and gives the number of rows it changed. */
  run(sql: string, values: readonly Bindable[] = []): Promise<number> {
    return this.#patiently(() =>
      this.#use(sql, (statement, resolve, reject) => {
        statement.run([...values], function (error) {
          if (error) reject(error);
          else resolve(this.changes);
        });
      }),
    );
  }

  /** Runs one statement, or several within a transaction, separated by semicolons and without values. */
  script(sql: string): Promise<void> {
    return this.#patiently(
      () =>
        new Promise((resolve, reject) => {
          this.#database.exec(sql, (error) => (error ? reject(error) : resolve()));
        }),
    );
  }

  async close(): Promise<void> {
    await Promise.all([...this.#statements.values()].map(finalize));
    this.#statements.clear();
    await new Promise<void>((resolve, reject) => {
      this.#database.close((error) => (error ? reject(error) : resolve()));
    });
  }

  /** Tries again while somebody else holds the lock: a statement that meets it has done nothing yet. */
  async #patiently<T>(work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (!isBusy(error) || performance.now() - started >= this.patienceMs) throw error;
        await setTimeout(RETRY_MS);
      }
    }
  }

  /** Hands the prepared statement to `use` without a pause in between, so that it cannot be freed before its run is queued. */
  #use<T>(
    sql: string,
    use: (statement: sqlite3.Statement, resolve: (value: T) => void, reject: (error: Error) => void) => void,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const kept = this.#statements.get(sql);
      if (kept) {
        this.#keep(sql, kept);
        use(kept, resolve, reject);
        return;
      }
      const prepared: sqlite3.Statement = this.#database.prepare(sql, (error: Error | null) => {
        if (error) {
          reject(error);
          return;
        }
        this.#keep(sql, prepared);
        use(prepared, resolve, reject);
      });
    });
  }

  /** Puts the statement last in line and frees the one that was used longest ago. */
  #keep(sql: string, statement: sqlite3.Statement): void {
    const before = this.#statements.get(sql);
    if (before && before !== statement) void finalize(before);
    this.#statements.delete(sql);
    this.#statements.set(sql, statement);
    const [oldest] = this.#statements;
    if (!oldest || this.#statements.size <= KEPT_STATEMENTS) return;
    this.#statements.delete(oldest[0]);
    void finalize(oldest[1]);
  }
}

const isBusy = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'SQLITE_BUSY';

/** Waits for the statement's queued runs, then frees it. */
const finalize = (statement: sqlite3.Statement): Promise<void> =>
  new Promise((resolve) => {
    statement.finalize(() => resolve());
  });
