import type { DeskId } from '../desks/types';
import type { Result } from '../result';

/** For whom something is set: a desk, or the whole installation. */
export type SettingScope = DeskId | 'house';

/** What was set under a name, as its owner has validated it. */
export interface Setting<T> {
  readonly value: T;
  /** Counts the changes; 0: never set, the built-in value holds. */
  readonly version: number;
  readonly updatedById: string | null;
  readonly updatedAt: Date | null;
}

/** Somebody has changed it since it was read. */
export interface SettingConflict {
  readonly code: 'conflict';
}

export interface SettingService {
  /** What is set, or the built-in value that the caller gives. Whoever reads a key knows its shape: it alone writes it. */
  find<T>(scope: SettingScope, key: string, builtIn: T): Promise<Setting<T>>;
  /** Sets a value that the caller has validated. */
  save<T>(command: {
    readonly scope: SettingScope;
    readonly key: string;
    readonly value: T;
    /** The version that was read; 0 where nothing was set. */
    readonly expectedVersion: number;
    readonly advisorId: string;
    readonly now: Date;
  }): Promise<Result<Setting<T>, SettingConflict>>;
}
