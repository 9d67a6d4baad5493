import type { TicketView } from '../../../bot/advisor-api/contract';
import { type Filters, filterParams, isFiltered, parseFilters } from './filters';

/** What the address says. The queue keeps its view while a ticket is open. */
export type Route =
  | QueueRoute
  | {
      readonly page: PageId;
      /** Which part of the page, for pages that have parts: /advisor/admin/teams. */
      readonly section?: string;
    };

export interface QueueRoute {
  readonly page: 'queue';
  readonly view: TicketView;
  readonly ticket: string | null;
  /** The open ticket is to be answered together with those like it. */
  readonly together?: true;
  /** Absent where nothing narrows the view. */
  readonly filters?: Filters;
}

/** The pages beside the queue; pages/registry.ts says what each shows. */
export const PAGE_IDS = [
  'coupons',
  'appointments',
  'figures',
  'teaching',
  'replies',
  'audit',
  'admin',
] as const;
export type PageId = (typeof PAGE_IDS)[number];

export const VIEWS: readonly TicketView[] = [
  'mine',
  'unassigned',
  'open',
  'overdue',
  'waiting',
  'solved',
  'all',
];
const FIRST_VIEW: TicketView = 'open';
const ROOT = '/advisor';
const TOGETHER = 'together';

/** Reads an address; one that nobody wrote is the queue. */
export function parseRoute(url: URL): Route {
  const [, section, id] = url.pathname.slice(ROOT.length).split('/');
  const page = PAGE_IDS.find((known) => known === section);
  if (page !== undefined) return id ? { page, section: decoded(id) ?? undefined } : { page };
  const asked = url.searchParams.get('view');
  const view = VIEWS.find((known) => known === asked) ?? FIRST_VIEW;
  const filters = parseFilters(url.searchParams);
  const ticket = section === 'tickets' && id ? decoded(id) : null;
  return {
    page: 'queue',
    view,
    ticket,
    ...(ticket !== null && url.searchParams.has(TOGETHER) && { together: true }),
    ...(isFiltered(filters) && { filters }),
  };
}

/** The address of a route, below the origin. */
export function hrefOf(route: Route): string {
  if (route.page !== 'queue') {
    const part = route.section === undefined ? '' : `/${encodeURIComponent(route.section)}`;
    return `${ROOT}/${route.page}${part}`;
  }
  const path = route.ticket === null ? ROOT : `${ROOT}/tickets/${encodeURIComponent(route.ticket)}`;
  const asked = [queryOf(route.view, route.filters), route.together ? TOGETHER : ''].filter(
    (part) => part !== '',
  );
  return asked.length === 0 ? path : `${path}?${asked.join('&')}`;
}

/** A view and its filters as they stand in an address; saved views keep them in this form. */
export function queryOf(view: TicketView, filters: Filters = {}): string {
  const shown: [string, string][] = view === FIRST_VIEW ? [] : [['view', view]];
  return new URLSearchParams([...shown, ...filterParams(filters)]).toString();
}

/** The route of a saved view. */
export const routeOfQuery = (query: string): Route =>
  parseRoute(new URL(`${ROOT}?${query}`, 'https://anywhere.invalid'));

/** Where a view begins; a link to it drops what was filtered. */
export const viewRoute = (view: TicketView, filters?: Filters): QueueRoute => ({
  page: 'queue',
  view,
  ticket: null,
  ...(filters && isFiltered(filters) && { filters }),
});

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
