import type { Result } from '../result';

/** More than this nobody finds anything in. */
export const MOST_SAVED_VIEWS = 30;

/** Somebody's filters of the queue under a name of hers. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** The filters as they stand in the address, without the question mark. */
  readonly query: string;
}

export type SavedViewFault = { readonly code: 'not-found' | 'view-name-taken' | 'too-many-views' };

/** Each advisor's saved views, in the order she gave them. Those of others do not exist for her. */
export interface SavedViewService {
  of(advisorId: string): Promise<readonly SavedView[]>;
  /** Adds one, at the end unless a place is given: taking back a removal puts it where it was. */
  add(command: {
    readonly advisorId: string;
    readonly name: string;
    readonly query: string;
    readonly position?: number;
    readonly now: Date;
  }): Promise<Result<SavedView, SavedViewFault>>;
  /** Changes its name, its filters, or both. */
  change(command: {
    readonly advisorId: string;
    readonly id: string;
    readonly name?: string;
    readonly query?: string;
  }): Promise<Result<SavedView, SavedViewFault>>;
  remove(advisorId: string, id: string): Promise<Result<SavedView, SavedViewFault>>;
  /** Puts them in the order of the ids; those that are not named stay behind them in their order. */
  order(advisorId: string, ids: readonly string[]): Promise<readonly SavedView[]>;
}
