import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { TicketSummary, TicketView } from '../../../bot/advisor-api/contract';
import { useNow, useSession } from '../context';
import { type Filters, isFiltered } from '../lib/filters';
import { queryOf, viewRoute } from '../lib/route';
import { useTicketCommands } from '../lib/ticket-commands';
import { Link } from '../parts/link';
import { FailurePage, Message, Skeleton } from '../parts/states';
import { BulkBar } from './bulk-bar';
import { ListHeader } from './list-header';
import css from './ticket-list.module.css';
import { TicketRow } from './ticket-row';
import { useListKeys } from './use-list-keys';
import { useListedTickets } from './use-listed-tickets';
import { useSelection } from './use-selection';
import { useSimilarMarks } from './use-similar-marks';

/** Two lines and their padding, in pixels: as high as .item of ticket-list.module.css says. No row has to be measured. */
const ROW_HEIGHT = 77;

/** Rows drawn beyond what is seen, so that scrolling meets no gap. */
const OVERSCAN = 6;

const NO_ROWS: readonly TicketSummary[] = [];

/** The rows of a view, narrowed by the filters of the address; only those in sight are drawn, the rest is read while scrolling. */
export function TicketListPane(props: { readonly view: TicketView; readonly filters: Filters }) {
  const { view, filters } = props;
  const { strings, resources, route, me } = useSession();
  const commands = useTicketCommands();
  const { rows: read, more, failure, pages } = useListedTickets(view, filters);
  const rows = read ?? NO_ROWS;
  const now = useNow();
  const selection = useSelection(rows);
  const scroller = useRef<HTMLDivElement>(null);
  const open = route.page === 'queue' ? route.ticket : null;
  const openIndex = rows.findIndex((row) => isOpen(row, open));
  const announcement = useArrivals(queryOf(view, filters), read);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: useCallback((index: number) => rows[index]?.id ?? index, [rows]),
    overscan: OVERSCAN,
    // Drawn with the next frame, not within the event: several events of one frame are drawn once.
    useFlushSync: false,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const similar = useSimilarMarks(rows, first, last);
  useEffect(() => pages.show(first, last), [pages, first, last, rows]);
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [pages]);

  useListKeys({
    of: pages,
    rows,
    more: more || read === null,
    openIndex,
    scroller,
    scrollTo: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
    select: selection.toggle,
    // While a ticket is open its own keys act on it.
    ...(open === null && {
      assign: (row: TicketSummary) => void commands.assign(row, me.id),
      resolve: (row: TicketSummary) => void commands.resolveOrReopen(row),
    }),
  });

  return (
    <section
      className={css.pane}
      aria-label={strings.list.label(strings.nav.views[view])}
      aria-busy={read === null && !failure}
    >
      <ListHeader view={view} filters={filters} />
      <BulkBar selection={selection} />
      {rows.length > 0 && selection.tickets.length > 0 && selection.tickets.length < rows.length && (
        <button type="button" className={css.selectAll} onClick={selection.all}>
          {strings.queue.select.all}
        </button>
      )}
      <div ref={scroller} className={css.scroller} data-selecting={selection.ids.size > 0 || undefined}>
        {read === null && failure === null && <Loading label={strings.loading} />}
        {read === null && failure !== null && (
          <FailurePage strings={strings} failure={failure} onRetry={() => resources.refresh()} />
        )}
        {read !== null && rows.length === 0 && <Empty view={view} filters={filters} />}
        <ul className={css.rows} style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            return (
              row && (
                <TicketRow
                  key={row.id}
                  index={item.index}
                  top={item.start}
                  size={more ? -1 : rows.length}
                  ticket={row}
                  view={view}
                  filters={filters}
                  open={item.index === openIndex}
                  selected={selection.ids.has(row.id)}
                  similar={similar.get(row.id) ?? 0}
                  onSelect={selection.toggle}
                  now={now}
                />
              )
            );
          })}
        </ul>
        {more && <p className={css.more}>{strings.queue.loadingMore}</p>}
      </div>
      <p className="visuallyHidden" aria-live="polite">
        {announcement}
      </p>
    </section>
  );
}

const isOpen = (row: TicketSummary, open: string | null): boolean =>
  open !== null && (row.reference.toLowerCase() === open.toLowerCase() || row.id === open);

/** Nothing in the view, or nothing that matches; the way out of a search within one view is a search in all. */
function Empty({ view, filters }: { readonly view: TicketView; readonly filters: Filters }) {
  const { strings } = useSession();
  const filtered = isFiltered(filters);
  const [title = '', text = ''] = filtered ? strings.queue.none : strings.list.empty[view];
  return (
    <Message title={title} text={text}>
      {filtered && view !== 'all' && (
        <Link to={viewRoute('all', filters)} className={css.wider}>
          {strings.queue.noneEverywhere}
        </Link>
      )}
    </Message>
  );
}

/** Says which request has come to the top of the list since it was first shown. */
function useArrivals(list: string, rows: readonly TicketSummary[] | null): string {
  const { strings } = useSession();
  const [said, setSaid] = useState('');
  const known = useRef<{ list: string; ids: ReadonlySet<string>; length: number } | null>(null);
  useEffect(() => {
    if (rows === null) return;
    const before = known.current;
    known.current = { list, ids: new Set(rows.map(({ id }) => id)), length: rows.length };
    // Rows beyond what was known have been scrolled to, not filed.
    const arrived =
      before?.list === list && rows.slice(0, before.length + 1).find(({ id }) => !before.ids.has(id));
    if (arrived && arrived.status === 'new') setSaid(strings.list.arrived(arrived.subject));
  }, [list, rows, strings]);
  return said;
}

function Loading(props: { readonly label: string }) {
  return (
    <div role="status" aria-label={props.label}>
      {['62%', '74%', '55%', '68%', '60%'].map((width) => (
        <div key={width} className={css.skeletonRow}>
          <Skeleton width="45%" />
          <Skeleton width={width} height={16} />
        </div>
      ))}
    </div>
  );
}
