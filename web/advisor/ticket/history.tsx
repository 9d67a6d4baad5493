import type { TicketDetail } from '../../../bot/advisor-api/contract';
import { useSession } from '../context';
import type { Strings } from '../strings.fr';
import css from './facts-column.module.css';

type Event = TicketDetail['events'][number];

/** What happened to a ticket, in order: who did what, when. */
export function History(props: { readonly events: readonly Event[] }) {
  const { strings, dates } = useSession();
  return (
    <ol>
      {props.events.map((event) => (
        <li key={event.id} className={css.line}>
          <span className={css.strong}>{event.actor}</span> {sentence(event, strings)}
          <time className={css.detail} dateTime={event.at} title={dates.full(event.at)}>
            {dates.shortDay(event.at)}, {dates.time(event.at)}
          </time>
        </li>
      ))}
    </ol>
  );
}

function sentence({ kind, detail }: Event, { events: words, deadline, ticket, takeover }: Strings): string {
  const to = detail.to ?? null;
  const clock = detail.clock === 'first-reply' ? deadline.clock.firstReply : deadline.clock.resolution;
  switch (kind) {
    case 'assigned':
      return detail.because === 'absence'
        ? words.handedOver(detail.from ?? '', to ?? '')
        : words.assigned(to);
    case 'released':
      return words.released(detail.from ?? '');
    case 'status-changed':
      return words[kind](to);
    case 'priority-changed':
      return words[kind]((ticket.priority as Record<string, string>)[to ?? ''] ?? '');
    case 'sla-warned':
      return words[kind](clock, to);
    case 'sla-breached':
      return words[kind](clock);
    case 'taken-over':
      return takeover.events.takenOver(detail.from ?? null);
    case 'handed-back':
      return takeover.events.handedBack[detail.because ?? ''] ?? words.other;
    case 'filed':
    case 'replied':
    case 'noted':
    case 'requester-wrote':
      return words[kind];
    default:
      return words.other;
  }
}
