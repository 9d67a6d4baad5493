import { useEffect, useRef, useState } from 'react';
import type { TicketList, TicketSummary, TicketView } from '../../../bot/advisor-api/contract';
import { useNow, useResource, useSession } from '../context';
import { paths } from '../lib/paths';
import { useShortcuts } from '../lib/shortcuts';
import { useTicketCommands } from '../lib/ticket-commands';
import { FailurePage, Message, Skeleton } from '../parts/states';
import css from './ticket-list.module.css';
import { TicketRow } from './ticket-row';

/** The rows of a view. j and k move among them; a and e act on the one in focus while none is open. */
export function TicketListPane(props: { readonly view: TicketView }) {
  const { view } = props;
  const { strings, resources, route, me } = useSession();
  const commands = useTicketCommands();
  const { data, failure } = useResource<TicketList>(paths.tickets(view));
  const now = useNow();
  const rows = data?.tickets ?? [];
  const list = useRef<HTMLUListElement>(null);
  const open = route.page === 'queue' ? route.ticket : null;
  const announcement = useArrivals(view, data);

  const links = (): HTMLAnchorElement[] => [...(list.current?.querySelectorAll('a') ?? [])];
  const focusedRow = (): TicketSummary | undefined =>
    rows[links().indexOf(document.activeElement as HTMLAnchorElement)];
  const move = (step: 1 | -1): void => {
    const all = links();
    const focused = all.indexOf(document.activeElement as HTMLAnchorElement);
    const from = focused >= 0 ? focused : rows.findIndex((row) => isOpen(row, open));
    const next = from < 0 ? 0 : Math.min(Math.max(from + step, 0), all.length - 1);
    all[next]?.focus();
    all[next]?.scrollIntoView({ block: 'nearest' });
  };
  const onRow = (act: (row: TicketSummary) => void) => () => {
    const row = focusedRow();
    if (row && open === null) act(row);
  };
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    ...(open === null && {
      a: onRow((row) => void commands.assign(row, me.id)),
      e: onRow((row) => void commands.resolveOrReopen(row)),
    }),
  });

  const [emptyTitle = '', emptyText = ''] = strings.list.empty[view];
  return (
    <section
      className={css.pane}
      aria-label={strings.list.label(strings.nav.views[view])}
      aria-busy={!data && !failure}
    >
      <h1 className={css.title}>{strings.nav.views[view]}</h1>
      {data === undefined && failure === null && <Loading label={strings.loading} />}
      {data === undefined && failure !== null && (
        <FailurePage strings={strings} failure={failure} onRetry={() => resources.refresh()} />
      )}
      {data && rows.length === 0 && <Message title={emptyTitle} text={emptyText} />}
      <ul ref={list} className={css.rows}>
        {rows.map((row) => (
          <TicketRow key={row.id} ticket={row} view={view} open={isOpen(row, open)} now={now} />
        ))}
      </ul>
      <p className="visuallyHidden" aria-live="polite">
        {announcement}
      </p>
    </section>
  );
}

const isOpen = (row: TicketSummary, open: string | null): boolean =>
  open !== null && (row.reference.toLowerCase() === open.toLowerCase() || row.id === open);

/** Says which request has come into the view since it was first shown. */
function useArrivals(view: TicketView, data: TicketList | undefined): string {
  const { strings } = useSession();
  const [said, setSaid] = useState('');
  const known = useRef<{ view: TicketView; ids: ReadonlySet<string> } | null>(null);
  useEffect(() => {
    if (!data) return;
    const before = known.current;
    known.current = { view, ids: new Set(data.tickets.map(({ id }) => id)) };
    const arrived = before?.view === view && data.tickets.find(({ id }) => !before.ids.has(id));
    if (arrived) setSaid(strings.list.arrived(arrived.subject));
  }, [view, data, strings]);
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
