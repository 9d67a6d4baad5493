import { Button } from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons/svg/filter';
import { lazy, memo, Suspense, useEffect, useRef, useState } from 'react';
import type { TicketView } from '../../../bot/advisor-api/contract';
import { useSession } from '../context';
import { type Filters, filterParams, isFiltered, without } from '../lib/filters';
import { queryOf, viewRoute } from '../lib/route';
import { useShortcuts } from '../lib/shortcuts';
import { addView } from './saved-views';
import { FilterChips } from './filter-chips';
import css from './list-header.module.css';

const FilterMenu = lazy(() => import('./filter-menu'));
const NameDialog = lazy(() => import('./name-dialog'));

/** How long after the last key a search begins. Milliseconds. */
const PAUSE_MS = 250;

/** The view's name, the search, the filters that are set and how to set others. Not drawn again while the list is scrolled. */
export const ListHeader = memo(function ListHeader(props: {
  readonly view: TicketView;
  readonly filters: Filters;
}) {
  const { view, filters } = props;
  const session = useSession();
  const { strings, go } = session;
  const { queue } = strings;
  const [naming, setNaming] = useState(false);
  const [filtering, setFiltering] = useState(false);
  const set = (next: Filters, options?: { readonly replace?: boolean }): void =>
    go(viewRoute(view, next), options);
  const count = filterParams(without(filters, 'q')).length;

  return (
    <div className={css.header}>
      <div className={css.top}>
        <h1 className={css.title}>{strings.nav.views[view]}</h1>
        <Button
          size="small"
          appearance="subtle"
          icon={<FilterRegular />}
          aria-expanded={filtering}
          onClick={() => setFiltering((shown) => !shown)}
        >
          {count === 0 ? queue.filters : queue.filtersOn(count)}
        </Button>
      </div>
      <Search view={view} filters={filters} />
      {filtering && (
        <Suspense>
          <FilterMenu filters={filters} onChange={set} onClose={() => setFiltering(false)} />
        </Suspense>
      )}
      {isFiltered(filters) && (
        <div className={css.chips}>
          <FilterChips filters={filters} onChange={set} />
          <button type="button" className={css.plain} onClick={() => set({})}>
            {queue.clearAll}
          </button>
          <button type="button" className={css.plain} onClick={() => setNaming(true)}>
            {queue.saved.save}
          </button>
        </div>
      )}
      {naming && (
        <Suspense>
          <NameDialog
            title={queue.saved.saveTitle}
            name=""
            onClose={() => setNaming(false)}
            onName={(name) => addView(session, name, queryOf(view, filters))}
          />
        </Suspense>
      )}
    </div>
  );
});

/** What is typed is looked for after a pause, in every request unless the view was narrowed before; the address keeps the last word only. */
function Search({ view, filters }: { readonly view: TicketView; readonly filters: Filters }) {
  const { strings, go } = useSession();
  const { queue } = strings;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(filters.q ?? '');
  const [asked, setAsked] = useState(filters.q);
  if (asked !== filters.q) {
    setAsked(filters.q);
    if ((filters.q ?? '') !== typed.trim()) setTyped(filters.q ?? '');
  }

  const search = (text: string): void => {
    const rest = without(filters, 'q');
    const q = text.trim();
    const fresh = filters.q === undefined && q !== '';
    const next = q === '' ? rest : { ...rest, q };
    go(viewRoute(fresh ? 'all' : view, next), { replace: !fresh });
  };
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  });
  useEffect(() => {
    if (typed.trim() === (filters.q ?? '')) return undefined;
    const timer = window.setTimeout(() => latest.current(typed), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [typed, filters.q]);
  useShortcuts({
    '/': () => {
      field.current?.focus();
      field.current?.select();
    },
  });

  return (
    <form
      role="search"
      className={css.search}
      onSubmit={(event) => {
        event.preventDefault();
        search(typed);
      }}
    >
      <input
        ref={field}
        type="search"
        className={css.field}
        value={typed}
        maxLength={2_000}
        aria-label={queue.search}
        placeholder={queue.searchHint}
        enterKeyHint="search"
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          if (typed === '') field.current?.blur();
          else setTyped('');
        }}
      />
    </form>
  );
}
