import type { ReactNode } from 'react';
import type { TicketDetail } from '../../../bot/advisor-api/contract';
import { useNow, useSession } from '../context';
import { clockIn } from '../lib/dates';
import { piecesOf } from '../lib/markup';
import { phoneText } from '../lib/phone';
import { Deadlines } from '../parts/deadlines';
import { Link } from '../parts/link';
import { Attachments } from './attachments';
import css from './facts-column.module.css';
import { History } from './history';
import { LinkedTickets, MergedTickets } from './related';
import { TeamsAccount } from './teams-account';

/** What an advisor looks up while she answers: facts, checks, the article shown, the person, the history. */
export function FactsColumn(props: { readonly ticket: TicketDetail }) {
  const { ticket } = props;
  const { facts: words, deadline, casework } = useSession().strings;
  return (
    <aside className={css.column} aria-label={words.label} tabIndex={0}>
      <Section title={words.collected}>
        <CollectedFacts facts={ticket.facts} />
      </Section>
      <Section title={deadline.title}>
        <Deadlines ticket={ticket} />
      </Section>
      {ticket.checks.length > 0 && (
        <Section title={words.checks}>
          <Checks checks={ticket.checks} />
        </Section>
      )}
      {ticket.attachments.length > 0 && (
        <Section title={words.attachments}>
          <Attachments files={ticket.attachments} />
        </Section>
      )}
      {ticket.links.length > 0 && (
        <Section title={casework.related.title}>
          <LinkedTickets ticket={ticket} />
        </Section>
      )}
      {ticket.merged.length > 0 && (
        <Section title={casework.related.merged}>
          <MergedTickets merged={ticket.merged} />
        </Section>
      )}
      {ticket.article && (
        <Section title={words.article} folded>
          <p className={css.strong}>{ticket.article.title}</p>
          <p className={css.quiet}>{words.branch(ticket.article.branchId)}</p>
          <Prose markdown={ticket.article.text} />
        </Section>
      )}
      <Section title={words.person}>
        <Person person={ticket.person} />
        {ticket.person !== null && <TeamsAccount key={ticket.id} ticketId={ticket.id} />}
      </Section>
      <Section title={words.history} folded>
        <History events={ticket.events} />
      </Section>
    </aside>
  );
}

function Section(props: { readonly title: string; readonly folded?: boolean; readonly children: ReactNode }) {
  return (
    <details className={css.section} open={!props.folded}>
      <summary className={css.title}>{props.title}</summary>
      <div className={css.content}>{props.children}</div>
    </details>
  );
}

/** An article's text as the requester saw it. */
function Prose(props: { readonly markdown: string }) {
  return (
    <p className={css.prose}>
      {piecesOf(props.markdown).map((piece, index) => {
        if (piece.kind === 'link') {
          return (
            <a key={index} className={css.link} href={piece.href} target="_blank" rel="noreferrer">
              {piece.text}
            </a>
          );
        }
        return piece.kind === 'bold' ? <strong key={index}>{piece.text}</strong> : piece.text;
      })}
    </p>
  );
}

function CollectedFacts(props: { readonly facts: TicketDetail['facts'] }) {
  const { facts: words } = useSession().strings;
  if (props.facts.length === 0) return <p className={css.quiet}>{words.none}</p>;
  return (
    <dl className={css.facts}>
      {props.facts.map(({ key, label, value, source }) => (
        <div key={key} className={css.fact}>
          <dt>{label}</dt>
          <dd>
            {value}
            {source === 'records' && (
              <span className={css.source} title={words.fromRecordsHint}>
                {words.fromRecords}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const OUTCOME_MARKS = { ok: '✓', problem: '!', unknown: '?' } as const;

function Checks(props: { readonly checks: TicketDetail['checks'] }) {
  const { facts: words } = useSession().strings;
  return (
    <ul>
      {props.checks.map(({ label, outcome, detail }) => (
        <li key={label} className={css.check}>
          <span className={css.outcome} data-outcome={outcome} title={words.outcome[outcome]}>
            <span aria-hidden>{OUTCOME_MARKS[outcome]}</span>
            <span className="visuallyHidden">{words.outcome[outcome]}</span>
          </span>
          <span>
            {label}
            {detail !== '' && <span className={css.detail}>{detail}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Person(props: { readonly person: TicketDetail['person'] }) {
  const { strings, dates, route } = useSession();
  const now = useNow();
  const { person } = props;
  const { facts: words } = strings;
  if (person === null) return <p className={css.quiet}>{words.unknownPerson}</p>;
  const view = route.page === 'queue' ? route.view : 'open';
  return (
    <>
      <p className={css.strong}>{person.name}</p>
      {person.email !== null && (
        <p>
          <a className={css.link} href={`mailto:${person.email}`}>
            {person.email}
          </a>
        </p>
      )}
      {person.phone !== null && (
        <p>
          <a className={css.link} href={`tel:${person.phone}`}>
            {phoneText(person.phone)}
          </a>
        </p>
      )}
      <p className={css.quiet}>{words.clock(clockIn(strings.locale, person.zone, now))}</p>
      {person.appointments.length > 0 && <h2 className={css.subtitle}>{words.appointments}</h2>}
      <ul>
        {person.appointments.map(({ reference, startsAt, channel, subject }) => (
          <li key={reference} className={css.line}>
            {dates.day(startsAt, now)}, {dates.time(startsAt)}, {strings.appointments.channel[channel]}
            <span className={css.detail}>{subject}</span>
          </li>
        ))}
      </ul>
      {person.otherTickets.length > 0 && <h2 className={css.subtitle}>{words.otherTickets}</h2>}
      <ul>
        {person.otherTickets.map(({ reference, subject, status }) => (
          <li key={reference} className={css.line}>
            <Link className={css.link} to={{ page: 'queue', view, ticket: reference }}>
              {reference}
            </Link>{' '}
            <span className={css.quiet}>{strings.ticket.status(status)}</span>
            <span className={css.detail}>{subject}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
