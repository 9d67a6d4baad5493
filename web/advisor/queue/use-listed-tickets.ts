import { useMemo, useSyncExternalStore } from 'react';
import type { TicketView } from '../../../bot/advisor-api/contract';
import { useSession } from '../context';
import type { Filters } from '../lib/filters';
import { paths } from '../lib/paths';
import { queryOf } from '../lib/route';
import { type ListedTickets, TicketPages } from '../lib/ticket-pages';

const NONE: Filters = {};

/** The view and the filters that the address says; those of the open queue on any other page. */
export function useShownList(): { readonly view: TicketView; readonly filters: Filters } {
  const { route } = useSession();
  return route.page === 'queue'
    ? { view: route.view, filters: route.filters ?? NONE }
    : { view: 'open', filters: NONE };
}

/** A list as far as it has been scrolled, kept up to date; `pages.show` says what is in sight. */
export function useListedTickets(view: TicketView, filters: Filters): ListedTickets & { pages: TicketPages } {
  const { resources } = useSession();
  const key = queryOf(view, filters);
  const pages = useMemo(
    () => new TicketPages(resources, (cursor) => paths.tickets(view, filters, cursor)),
    // The same filters are the same text, however often the address is read.
    [resources, view, key],
  );
  return { ...useSyncExternalStore(pages.subscribe, pages.snapshot), pages };
}
