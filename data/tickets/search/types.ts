import type { QueueFilter } from '../list/types';

/** What a search found, up to its limit. */
export interface SearchPage {
  /** The newest filed first. The position of the last one is where the next page goes on. */
  readonly hits: readonly { readonly id: string; readonly position: number }[];
}

/**
 * Full-text search over the reference, the person's name, the subject, the collected facts and the messages of tickets. Accents and case
 * are ignored, every word has to be there, the last one may be unfinished. The index is part of the database and changes in the
 * transaction that changes the ticket; only tickets of `filter.deskIds` are ever found, whatever the words are.
 */
export interface TicketSearch {
  /** What matches `text` and the rest of the filter, the newest filed first, below the position `before` when one is given. */
  find(
    filter: QueueFilter & { readonly text: string },
    page: { readonly before: number | null; readonly limit: number },
  ): Promise<SearchPage>;
}
