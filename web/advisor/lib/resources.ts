import { ApiFailure } from './api';

/** What is known of one address of the API. Data stays while it is read again, and when that fails. */
export interface Snapshot<T> {
  readonly data: T | undefined;
  readonly failure: ApiFailure | null;
}

interface Entry {
  snapshot: Snapshot<unknown>;
  readonly listeners: Set<() => void>;
  /** Counts the changes made here: an answer asked for before a change is out of date. */
  version: number;
  loading: boolean;
  /** Asked again while an answer was on its way. */
  again: boolean;
}

const NOTHING: Snapshot<never> = { data: undefined, failure: null };

/**
 * What the screen has read from the API, by path: shown at once from memory, read again when something changes. One request a path
 * at a time; an answer that crosses a local change is thrown away and asked for again.
 */
export class Resources {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly read: (path: string) => Promise<unknown>) {}

  snapshot<T>(path: string): Snapshot<T> {
    return (this.entries.get(path)?.snapshot ?? NOTHING) as Snapshot<T>;
  }

  /** Shows a path: reads it now, and calls the listener at every change until the returned function is called. */
  subscribe(path: string, listener: () => void): () => void {
    const entry = this.entry(path);
    entry.listeners.add(listener);
    void this.load(path, entry);
    return () => entry.listeners.delete(listener);
  }

  /** Reads again what is shown, and forgets what is not. */
  refresh(matches: (path: string) => boolean = () => true): void {
    for (const [path, entry] of [...this.entries]) {
      if (!matches(path)) continue;
      if (entry.listeners.size > 0) void this.load(path, entry);
      else this.entries.delete(path);
    }
  }

  /** Changes what is known without asking the server: after its answer to a command. */
  update<T>(path: string, change: (data: T) => T): void {
    const entry = this.entries.get(path);
    if (entry?.snapshot.data === undefined) return;
    entry.version += 1;
    this.set(entry, { data: change(entry.snapshot.data as T), failure: entry.snapshot.failure });
  }

  /** The paths that are kept. */
  paths(): string[] {
    return [...this.entries.keys()];
  }

  private entry(path: string): Entry {
    let entry = this.entries.get(path);
    if (entry === undefined) {
      entry = { snapshot: NOTHING, listeners: new Set(), version: 0, loading: false, again: false };
      this.entries.set(path, entry);
    }
    return entry;
  }

  private async load(path: string, entry: Entry): Promise<void> {
    if (entry.loading) {
      entry.again = true;
      return;
    }
    entry.loading = true;
    entry.again = false;
    const { version } = entry;
    const snapshot = await this.read(path).then(
      (data): Snapshot<unknown> => ({ data, failure: null }),
      (error: unknown): Snapshot<unknown> => ({ data: entry.snapshot.data, failure: failureOf(error) }),
    );
    entry.loading = false;
    if (entry.version === version) this.set(entry, snapshot);
    if (entry.again || entry.version !== version) await this.load(path, entry);
  }

  private set(entry: Entry, snapshot: Snapshot<unknown>): void {
    entry.snapshot = snapshot;
    for (const listener of [...entry.listeners]) listener();
  }
}

const failureOf = (error: unknown): ApiFailure =>
  error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
