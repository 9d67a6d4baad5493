import { ChatMultipleRegular } from '@fluentui/react-icons/svg/chat-multiple';
import { memo } from 'react';
import type { TicketSummary, TicketView } from '../../../bot/advisor-api/contract';
import { useSession } from '../context';
import { elapsed } from '../lib/dates';
import type { Filters } from '../lib/filters';
import { viewRoute } from '../lib/route';
import { DeadlineMark } from '../parts/deadline';
import { Initials } from '../parts/initials';
import { Link } from '../parts/link';
import { Priority } from '../parts/marks';
import css from './ticket-list.module.css';

/**
 * Two lines: who and about what, how long she waits; her words, and whose it is. A box to select it stands before them. Drawn again only
 * when something of its own has changed: scrolling draws new rows.
 */
export const TicketRow = memo(function TicketRow(props: {
  /** Its place in the list, and in the scrolled height in pixels. */
  readonly index: number;
  readonly top: number;
  /** How long the list is; -1 while that is not known. */
  readonly size: number;
  readonly ticket: TicketSummary;
  readonly view: TicketView;
  readonly filters: Filters;
  readonly open: boolean;
  readonly selected: boolean;
  /** With how many others it could be answered. */
  readonly similar: number;
  readonly onSelect: (id: string, range: boolean) => void;
  readonly now: Date;
}) {
  const { ticket, open, now } = props;
  const { strings } = useSession();
  const { list, categories } = strings;
  return (
    <li
      className={css.item}
      style={{ transform: `translateY(${props.top}px)` }}
      data-index={props.index}
      aria-posinset={props.index + 1}
      aria-setsize={props.size}
    >
      <input
        type="checkbox"
        className={css.select}
        checked={props.selected}
        aria-label={strings.queue.select.one(ticket.subject)}
        onChange={(event) =>
          props.onSelect(ticket.id, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
        }
      />
      <Link
        to={{ ...viewRoute(props.view, props.filters), ticket: ticket.reference }}
        className={css.row}
        aria-current={open ? 'true' : undefined}
        data-new={ticket.status === 'new' || undefined}
        data-selected={props.selected || undefined}
        data-similar={props.similar > 0 || undefined}
      >
        <span className={css.line}>
          <span className={css.who}>
            <span className={css.name}>{ticket.personName ?? list.unknownPerson}</span>
            {' · '}
            {categories[ticket.category] ?? ticket.category}
          </span>
          <span className={css.times}>
            <DeadlineMark ticket={ticket} now={now} />
            <When ticket={ticket} now={now} />
          </span>
        </span>
        <span className={css.line}>
          <span className={css.subject}>
            <Priority priority={ticket.priority} />
            <span className={css.words}>{ticket.subject}</span>
          </span>
          <span className={css.assignee}>
            {ticket.assignee ? <Initials name={ticket.assignee.name} /> : <span className={css.nobody} />}
            <span className="visuallyHidden">
              {ticket.assignee ? list.assignedTo(ticket.assignee.name) : list.unassigned}
            </span>
          </span>
        </span>
      </Link>
      {props.similar > 0 && <SimilarMark {...props} />}
    </li>
  );
});

/** Leads to the answer to all that are like it. It stands over the row, as a link holds no other. */
function SimilarMark(props: {
  readonly ticket: TicketSummary;
  readonly similar: number;
  readonly view: TicketView;
  readonly filters: Filters;
}) {
  const { ticket, similar, view, filters } = props;
  const { many } = useSession().strings.casework;
  const said = many.similarTo(similar, ticket.subject);
  return (
    <Link
      to={{ ...viewRoute(view, filters), ticket: ticket.reference, together: true }}
      className={css.similar}
      aria-label={said}
      title={said}
    >
      <ChatMultipleRegular aria-hidden />
      {similar}
    </Link>
  );
}

/** How long she waits for us; for everything else, its state. */
function When(props: { readonly ticket: TicketSummary; readonly now: Date }) {
  const { waitingSince, status } = props.ticket;
  const { strings, dates } = useSession();
  if (waitingSince === null) return <span className={css.waiting}>{strings.ticket.status(status)}</span>;
  const length = elapsed(waitingSince, props.now);
  return (
    <span className={css.waiting} title={dates.full(waitingSince)}>
      <span aria-hidden>{strings.time.elapsedShort(length)}</span>
      <span className="visuallyHidden">{strings.list.waitingSince(strings.time.elapsed(length))}</span>
    </span>
  );
}
