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
      {props.events.filter(isToldOnce).map((event) => (
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

/** A merge is a change of state as well; it is told once. */
const isToldOnce = ({ kind, detail }: Event): boolean =>
  kind !== 'status-changed' || (detail.to !== 'merged' && detail.from !== 'merged');

function sentence(
  { kind, detail }: Event,
  { events: words, deadline, ticket, takeover, casework }: Strings,
): string {
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
      return caseSentence(kind, detail, casework.events) ?? words.other;
  }
}

/** What was done to a ticket and others: each side of it has its own words. */
function caseSentence(
  kind: string,
  detail: Event['detail'],
  words: Strings['casework']['events'],
): string | null {
  const { from = null, to = null, into = null } = detail;
  const other = to ?? from ?? '';
  switch (kind) {
    case 'merged':
      return into === null ? words.mergedFrom(from ?? '') : words.merged(into);
    case 'unmerged':
      return into === null ? words.unmergedFrom(from ?? '') : words.unmerged(into);
    case 'split':
      return to === null ? words.splitFrom(from ?? '') : words.split(to);
    case 'linked':
      if (detail.kind !== 'follow-up') return words.linked(other);
      return to === null ? words.follows(from ?? '') : words.followed(to);
    case 'unlinked':
      return words.unlinked(other);
    case 'category-changed':
      return words.topic(to ?? '');
    case 'appointment-proposed':
      return words.proposed(Number(detail.count ?? 1));
    case 'mailed':
      return words.mailed;
    case 'not-delivered':
      return words.notDelivered;
    default:
      return null;
  }
}
