import type { TicketDetail } from '../../../bot/advisor-api/contract';
import { useSession } from '../context';
import { useLive } from '../lib/live-ticket';
import css from './live-typing.module.css';

/** That the requester types, where the eyes are: between what was said and what is being written. Its line is always there. */
export function LiveTyping(props: { readonly ticket: TicketDetail }) {
  const { ticket } = props;
  const words = useSession().strings.takeover;
  const writing = useLive(ticket.id)?.requester?.writing === true;
  return (
    <p className={css.line} role="status">
      {writing && (
        <>
          <span className={css.dots} aria-hidden>
            <span />
            <span />
            <span />
          </span>
          {words.writes(ticket.personName ?? words.requester)}
        </>
      )}
    </p>
  );
}
