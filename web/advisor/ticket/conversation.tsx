import { LockClosedRegular } from '@fluentui/react-icons/svg/lock-closed';
import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { TicketDetail } from '../../../bot/advisor-api/contract';
import { useNow, useSession } from '../context';
import { daysFromToday } from '../lib/dates';
import type { OutgoingMessage } from '../lib/outgoing';
import { byDay, type TimelineEntry, timelineOf } from '../lib/timeline';
import { SentFiles } from './attachments';
import { Bubble } from './bubble';
import css from './conversation.module.css';
import { NotSentMeanwhile } from './live-meanwhile';

/** How far from the end, in pixels, still counts as reading the end. */
const NEAR_THE_END = 80;

/** The conversation as it happened, with our replies and notes in their places, and what is on its way at the end. */
export function Conversation(props: {
  readonly ticket: TicketDetail;
  readonly onTakeBack: (message: OutgoingMessage) => void;
}) {
  const { ticket, onTakeBack } = props;
  const { strings, dates, outgoing } = useSession();
  const now = useNow();
  const all = useSyncExternalStore(outgoing.subscribe, outgoing.snapshot);
  const onTheirWay = all.filter(({ ticketId }) => ticketId === ticket.id);
  const days = useMemo(() => byDay(timelineOf(ticket), dates.dayKey), [ticket, dates]);
  const { scroller, content } = useScrollToEnd();
  const dayName = (at: string): string => {
    const { today, yesterday } = strings.time;
    return { '0': today, '-1': yesterday }[daysFromToday(dates, at, now)] ?? dates.day(at, now);
  };
  return (
    <div
      ref={scroller}
      className={css.conversation}
      role="log"
      aria-label={strings.ticket.conversation}
      tabIndex={0}
    >
      <div ref={content}>
        {days.map(({ day, at, entries }) => (
          <section key={day} className={css.day} aria-label={dayName(at)}>
            <h2 className={css.dayName}>{dayName(at)}</h2>
            {entries.map((entry) => (
              <Entry key={entry.key} entry={entry} ticket={ticket} />
            ))}
          </section>
        ))}
        {onTheirWay.map((message) => (
          <OnItsWay key={message.clientId} message={message} onTakeBack={onTakeBack} />
        ))}
      </div>
    </div>
  );
}

function Entry(props: { readonly entry: TimelineEntry; readonly ticket: TicketDetail }) {
  const { entry, ticket } = props;
  const { strings } = useSession();
  if (entry.kind === 'filed') {
    return <p className={css.filed}>{strings.ticket.filed(ticket.reference)}</p>;
  }
  if (entry.kind === 'line') {
    const { author, text } = entry.line;
    const name = author === 'tutor' ? ticket.personName : null;
    return <Bubble side={author} name={name ?? strings.ticket.authors[author]} text={text} at={entry.at} />;
  }
  const { kind, authorKind, authorName, text } = entry.message;
  if (kind === 'note')
    return <Bubble side="note" name={authorName} text={text} at={entry.at} mark={<NoteMark />} />;
  const side = authorKind === 'requester' ? 'tutor' : authorKind;
  const { delivered, pending, noChat } = strings.ticket;
  const state = ticket.conversationId === null ? noChat : entry.delivered ? delivered : pending;
  return (
    <Bubble
      side={side}
      name={authorName}
      text={text}
      at={entry.at}
      state={side === 'advisor' ? state : undefined}
    >
      <SentFiles files={ticket.attachments.filter(({ messageId }) => messageId === entry.message.id)} />
    </Bubble>
  );
}

function NoteMark() {
  const { note } = useSession().strings.ticket;
  return (
    <span className={css.noteMark}>
      <LockClosedRegular aria-hidden /> {note}
    </span>
  );
}

function OnItsWay(props: {
  readonly message: OutgoingMessage;
  readonly onTakeBack: (message: OutgoingMessage) => void;
}) {
  const { message, onTakeBack } = props;
  const { strings, me, outgoing } = useSession();
  const { sending, failed, retry, takeBack } = strings.ticket;
  const isNote = message.kind === 'note';
  return (
    <Bubble
      side={isNote ? 'note' : 'advisor'}
      name={me.name}
      text={message.text}
      at={message.at}
      mark={isNote ? <NoteMark /> : undefined}
      state={message.state === 'sending' ? sending : undefined}
    >
      {message.meanwhile && (
        <NotSentMeanwhile message={message} replies={message.meanwhile} onTakeBack={onTakeBack} />
      )}
      {message.state === 'failed' && message.meanwhile === undefined && (
        <p className={css.failed} role="alert">
          {failed} {message.reason || strings.failure.offline}{' '}
          <button type="button" onClick={() => void outgoing.retry(message.clientId)}>
            {retry}
          </button>{' '}
          <button
            type="button"
            onClick={() => {
              outgoing.discard(message.clientId);
              onTakeBack(message);
            }}
          >
            {takeBack}
          </button>
        </p>
      )}
    </Bubble>
  );
}

/** Keeps the end in sight when something is added, unless the advisor has scrolled up to read. */
function useScrollToEnd() {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [outer, inner] = [scroller.current, content.current];
    if (outer === null || inner === null) return undefined;
    let atEnd = true;
    const onScroll = () => {
      atEnd = outer.scrollHeight - outer.scrollTop - outer.clientHeight < NEAR_THE_END;
    };
    const observer = new ResizeObserver(() => {
      if (atEnd) outer.scrollTo({ top: outer.scrollHeight });
    });
    observer.observe(inner);
    observer.observe(outer);
    outer.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      outer.removeEventListener('scroll', onScroll);
    };
  }, []);
  return { scroller, content };
}
