import type { ApiError, TicketSummary } from './contract';

/**
 * The queue beyond its views: filters, search, pages, saved views, many tickets at once. Part of contract.ts.
 *
 * The list of tickets takes ?view=&desk=&category=&status=&priority=&assignee=&team=&topic=&q=&sort=&cursor=&limit=
 *      (filters narrow the view; several values are separated by commas and are alternatives; assignee: an id, me, none;
 *      q: every word has to be there, the last may be unfinished; sort: waiting due updated created, without it the view's own,
 *      under q always the newest first; limit: 1 to 100, 50 without it; cursor: `next` of the page before)
 * GET  /api/advisor/filters            -> FilterChoices                 (what team and topic can be)
 * GET  /api/advisor/similar?tickets=   -> SimilarCounts                 (ids, at most 50; what is settled or of another desk is left out)
 * POST /api/advisor/bulk               BulkChange       -> BulkResult    (each ticket against its version, each on its own)
 * GET  /api/advisor/views              -> { views: SavedView[] }         (her own, in her order)
 * POST /api/advisor/views              {name, query, position?} -> SavedView
 * POST /api/advisor/views/order        {ids}            -> { views: SavedView[] }
 * POST /api/advisor/views/:id          {name?, query?}  -> SavedView
 * POST /api/advisor/views/:id/remove   -> SavedView                      (what was removed, to add it again)
 */
export type QueueSort = 'waiting' | 'due' | 'updated' | 'created';

/** Somebody's filters under a name of hers. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** As they stand in the address, without the question mark. */
  readonly query: string;
}

/** The teams and topics of her desks. */
export interface FilterChoices {
  readonly teams: readonly FilterChoice[];
  readonly topics: readonly FilterChoice[];
}

/** How many others on its topic say about the same as a ticket, by its id; without those that stand alone. */
export interface SimilarCounts {
  readonly counts: Readonly<Record<string, number>>;
}

export interface FilterChoice {
  readonly id: string;
  readonly desk: string;
  readonly name: string;
}

/** At most this many at a time. */
export type BulkChange = {
  readonly tickets: readonly { readonly id: string; readonly version: number }[];
} & (
  | { readonly action: 'assign'; readonly assigneeId: string | null }
  | { readonly action: 'status'; readonly status: 'open' | 'waiting' | 'solved' | 'closed' }
);

export interface BulkResult {
  /** As they are now. */
  readonly done: readonly TicketSummary[];
  /** Why not, and the ticket as it is now where she may see it. */
  readonly failed: readonly {
    readonly id: string;
    readonly error: ApiError['error'];
    readonly current: TicketSummary | null;
  }[];
}
