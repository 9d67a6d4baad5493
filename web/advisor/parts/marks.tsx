import type { TicketStatus, TicketSummary } from '../../../bot/advisor-api/contract';
import { useSession } from '../context';
import css from './marks.module.css';

/** Said only when it is not normal. */
export function Priority(props: { readonly priority: TicketSummary['priority'] }) {
  const { ticket } = useSession().strings;
  if (props.priority === 'normal') return null;
  const name = ticket.priority[props.priority];
  return (
    <span className={css.priority} data-priority={props.priority} title={ticket.priorityLabel(name)}>
      {name}
    </span>
  );
}

/** The state of a ticket. */
export function Status(props: { readonly status: TicketStatus }) {
  const { ticket } = useSession().strings;
  return (
    <span className={css.status} data-status={props.status}>
      {ticket.status(props.status)}
    </span>
  );
}
