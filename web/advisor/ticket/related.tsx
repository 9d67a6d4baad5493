import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { TicketDetail } from '../../../bot/advisor-api/contract';
import type { LinkView } from '../../../bot/advisor-api/contract-tickets';
import { useCasework } from '../casework/use-casework';
import { useSession } from '../context';
import { ApiFailure } from '../lib/api';
import { Link } from '../parts/link';
import { Status } from '../parts/marks';
import { failureText } from '../parts/states';
import css from './facts-column.module.css';
import own from './related.module.css';

/** The tickets that have to do with this one, each with its state. */
export function LinkedTickets(props: { readonly ticket: TicketDetail }) {
  const { ticket } = props;
  const { strings, notify } = useSession();
  const { related, link: words } = strings.casework;
  const casework = useCasework();
  const unlink = (reference: string): void =>
    void casework.unlink(ticket, reference).catch((error: unknown) => {
      const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
      notify({ text: failureText(strings, failure), tone: 'failure' });
    });
  return (
    <ul>
      {ticket.links.map((link) => (
        <li key={`${link.kind}${link.reference}`} className={own.linked}>
          <div>
            <span className={css.quiet}>{related.kinds[kindOf(link)]}</span>{' '}
            <TicketLink reference={link.reference} /> <Status status={link.status} />
            <span className={css.detail}>{link.subject}</span>
          </div>
          {link.kind === 'related' && (
            <Button
              appearance="subtle"
              size="small"
              icon={<DismissRegular />}
              aria-label={words.remove(link.reference)}
              title={words.remove(link.reference)}
              onClick={() => unlink(link.reference)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

function kindOf({ kind, role }: LinkView) {
  if (kind === 'related') return 'related';
  if (kind === 'split') return role === 'from' ? 'splitFrom' : 'splitTo';
  return role === 'from' ? 'followedBy' : 'follows';
}

/** What goes on in this ticket: the facts of each; what was said stands in the conversation. */
export function MergedTickets(props: { readonly merged: TicketDetail['merged'] }) {
  const { dates } = useSession();
  return (
    <ul>
      {props.merged.map(({ id, reference, subject, createdAt, facts }) => (
        <li key={id} className={css.line}>
          <TicketLink reference={reference} /> <span className={css.quiet}>{dates.shortDay(createdAt)}</span>
          <span className={css.detail}>{subject}</span>
          {facts.length > 0 && (
            <dl className={own.facts}>
              {facts.map(({ key, label, value }) => (
                <div key={key} className={css.fact}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Says that a ticket goes on elsewhere, and leads there. */
export function MergedNotice(props: { readonly into: string }) {
  const { merge } = useSession().strings.casework;
  const [before = '', after = ''] = merge.into('\u0000').split('\u0000');
  return (
    <p className={own.notice} role="note">
      {before}
      <TicketLink reference={props.into} />
      {after}
    </p>
  );
}

function TicketLink({ reference }: { readonly reference: string }) {
  const { route } = useSession();
  const view = route.page === 'queue' ? route.view : 'open';
  return (
    <Link className={css.link} to={{ page: 'queue', view, ticket: reference }}>
      {reference}
    </Link>
  );
}
