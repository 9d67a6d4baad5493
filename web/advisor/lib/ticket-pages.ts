import type { TicketList, TicketSummary } from '../../../bot/advisor-api/contract';
import type { ApiFailure } from './api';
import type { Resources } from './resources';

/** A list as far as it has been read. */
export interface ListedTickets {
  /** null until the first page is there. */
  readonly rows: readonly TicketSummary[] | null;
  /** Whether there is more to read. */
  readonly more: boolean;
  readonly failure: ApiFailure | null;
}

interface Page {
  path: string;
  data: TicketList | undefined;
  /** Ends being told of its changes; null while it is far from what is shown. */
  stop: (() => void) | null;
}

const NOTHING: ListedTickets = { rows: null, more: false, failure: null };

/**
 * A list of any length, read page by page as it is scrolled. The first page and those in sight are kept up to date; others keep what
 * was read until they come into sight. A page that ends elsewhere than before moves the beginning of the next one, so that nothing
 * falls between two pages.
 */
export class TicketPages {
  private pages: Page[] = [];
  private listed = NOTHING;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly resources: Resources,
    /** The address of the page that begins at a cursor. */
    private readonly pathOf: (cursor: string | null) => string,
  ) {}

  /** For useSyncExternalStore: reads while somebody looks. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.pages.length === 0) this.pages = [{ path: this.pathOf(null), data: undefined, stop: null }];
    this.watch(0);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size > 0) return;
      for (const page of this.pages) this.unwatch(page);
    };
  };

  readonly snapshot = (): ListedTickets => this.listed;

  /** Says which rows are in sight: their pages are kept up to date, and the next one is read before its first row is needed. */
  show(first: number, last: number): void {
    let end = 0;
    this.pages.forEach((page, index) => {
      const begin = end;
      end += page.data?.tickets.length ?? 0;
      const near = begin <= last + AHEAD && end >= first - AHEAD;
      if (index === 0 || near) this.watch(index);
      else this.unwatch(page);
    });
    const tail = this.pages.at(-1);
    const next = tail?.data?.next ?? null;
    if (next !== null && end <= last + AHEAD) {
      this.pages.push({ path: this.pathOf(next), data: undefined, stop: null });
      this.watch(this.pages.length - 1);
    }
  }

  private watch(index: number): void {
    const page = this.pages[index];
    if (page === undefined || page.stop !== null) return;
    page.stop = this.resources.subscribe(page.path, () => this.take(page));
    this.take(page);
  }

  private unwatch(page: Page): void {
    page.stop?.();
    page.stop = null;
  }

  /** Most of what a page is told, that it is being read for example, changes nothing that is shown. */
  private take(page: Page): void {
    const { data, failure } = this.resources.snapshot<TicketList>(page.path);
    if (data !== undefined && data !== page.data) {
      page.data = data;
      this.chain(page, data.next);
      this.publish();
    } else if (page === this.pages[0] && failure !== this.listed.failure) this.publish();
  }

  /** The page after this one begins where it ends now. */
  private chain(page: Page, next: string | null): void {
    const index = this.pages.indexOf(page) + 1;
    const following = this.pages[index];
    if (following === undefined) return;
    if (next === null) {
      for (const gone of this.pages.splice(index)) this.unwatch(gone);
      return;
    }
    const path = this.pathOf(next);
    if (path === following.path) return;
    const watched = following.stop !== null;
    this.unwatch(following);
    following.path = path;
    if (watched) this.watch(index);
  }

  private publish(): void {
    const rows = new Map<string, TicketSummary>();
    for (const { data } of this.pages) {
      for (const ticket of data?.tickets ?? []) if (!rows.has(ticket.id)) rows.set(ticket.id, ticket);
    }
    const first = this.pages[0];
    const last = this.pages.at(-1);
    this.listed = {
      rows: first?.data === undefined ? null : [...rows.values()],
      more: last?.data === undefined ? first?.data !== undefined : last.data.next !== null,
      failure: first === undefined ? null : this.resources.snapshot(first.path).failure,
    };
    for (const listener of [...this.listeners]) listener();
  }
}

/** How many rows before the end of what was read the next page is asked for. */
const AHEAD = 30;
