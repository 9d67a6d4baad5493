import { setTimeout } from 'node:timers/promises';
import sqlite3 from 'sqlite3';
import type { Bindable, Row } from './values';

/** Prepared statements kept per connection: preparing costs as much as running a small query. */
const KEPT_STATEMENTS = 200;

/** How a connection is set up. Times in milliseconds. */
export interface ConnectionOptions {
  /** How long a statement waits for a lock that another process holds. It waits on a worker thread: the event loop stays free. */
  readonly busyTimeoutMs: number;
  /** Refuses to write. */
  readonly readOnly: boolean;
}

/** One SQLite connection with promises, prepared statements and the pragmas that Guichet relies on. */
export class Connection {
  readonly #database: sqlite3.Database;
  readonly #statements = new Map<string, sqlite3.Statement>();

  private constructor(database: sqlite3.Database) {
    this.#database = database;
  }

  /** Opens (and creates) the file; ':memory:' is a database of this connection alone. */
  static async open(file: string, options: ConnectionOptions): Promise<Connection> {
    const database = await new Promise<sqlite3.Database>((resolve, reject) => {
      const opened: sqlite3.Database = new sqlite3.Database(file, (error) =>
        error ? reject(error) : resolve(opened),
      );
    });
    const connection = new Connection(database);
    try {
      database.configure('busyTimeout', options.busyTimeoutMs);
      await connection.#enableWal(options.busyTimeoutMs);
      await connection.script('PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;');
      if (options.readOnly) await connection.script('PRAGMA query_only = ON;');
    } catch (error) {
      await connection.close();
      throw error;
    }
    return connection;
  }

  /** Runs a statement and gives its rows. */
  all(sql: string, values: readonly Bindable[] = []): Promise<readonly Row[]> {
    return this.#use(sql, (statement, resolve, reject) => {
      statement.all<Row>([...values], (error, rows) => (error ? reject(error) : resolve(rows)));
    });
  }

  /** Runs a statement and gives the number of rows it changed. */
  run(sql: string, values: readonly Bindable[] = []): Promise<number> {
    return this.#use(sql, (statement, resolve, reject) => {
      statement.run([...values], function (error) {
        if (error) reject(error);
        else resolve(this.changes);
      });
    });
  }

  /** Runs several statements, separated by semicolons, without values. */
  script(sql: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#database.exec(sql, (error) => (error ? reject(error) : resolve()));
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#statements.values()].map(finalize));
    this.#statements.clear();
    await new Promise<void>((resolve, reject) => {
      this.#database.close((error) => (error ? reject(error) : resolve()));
    });
  }

  /** Changing the journal mode is the one statement that does not wait for locks by itself: two processes that create the file at once meet here. */
  async #enableWal(patienceMs: number): Promise<void> {
    for (const started = Date.now(); ; await setTimeout(20)) {
      try {
        await this.script('PRAGMA journal_mode = WAL');
        return;
      } catch (error) {
        const busy = (error as { code?: string }).code === 'SQLITE_BUSY';
        if (!busy || Date.now() - started > patienceMs) throw error;
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

/** Waits for the statement's queued runs, then frees it. */
const finalize = (statement: sqlite3.Statement): Promise<void> =>
  new Promise((resolve) => {
    statement.finalize(() => resolve());
  });
