import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { TicketDetail } from '../../../bot/advisor-api/contract';
import { useResource, useSession } from '../context';
import { paths } from '../lib/paths';
import { useShortcuts } from '../lib/shortcuts';
import { useTicketCommands } from '../lib/ticket-commands';
import { FailurePage, Message, Skeleton } from '../parts/states';
import { Composer, type ComposerHandle } from './composer';
import { Conversation } from './conversation';
import { FactsColumn } from './facts-column';
import { LiveBar } from './live-bar';
import { LiveTyping } from './live-typing';
import { MergedNotice } from './related';
import { TicketHeader } from './ticket-header';
import css from './ticket-pane.module.css';
import { usePresence } from './use-presence';

/** The right pane: one ticket, or the invitation to choose one. */
export function TicketPane(props: { readonly reference: string | null }) {
  const { reference } = props;
  const { strings, resources } = useSession();
  const { data, failure } = useResource<TicketDetail>(reference === null ? null : paths.ticket(reference));
  const close = useClose();
  useShortcuts({ Escape: reference === null ? undefined : close });

  if (data) return <OpenTicket ticket={data} onClose={close} />;
  const [title = '', text = ''] = strings.ticket.notFound;
  return (
    <section
      className={css.pane}
      aria-label={strings.ticket.label}
      aria-busy={reference !== null && !failure}
    >
      {reference === null && <Message title={strings.ticket.none} text={strings.ticket.noneHint} plain />}
      {reference !== null && failure === null && <Loading label={strings.loading} />}
      {failure !== null && failure.status === 404 && (
        <Message title={title} text={text} alert whole>
          <Button onClick={close}>{strings.ticket.back}</Button>
        </Message>
      )}
      {failure !== null && failure.status !== 404 && (
        <FailurePage strings={strings} failure={failure} onRetry={() => resources.refresh()} whole />
      )}
    </section>
  );
}

/** Leaves the ticket for its list, and gives the focus back to its row. */
function useClose(): () => void {
  const { route, go } = useSession();
  return () => {
    if (document.activeElement instanceof HTMLTextAreaElement) {
      document.activeElement.blur();
      return;
    }
    if (route.page !== 'queue') return;
    const row = document.querySelector<HTMLAnchorElement>('a[aria-current="true"]');
    go({ ...route, ticket: null });
    row?.focus();
  };
}

function OpenTicket(props: { readonly ticket: TicketDetail; readonly onClose: () => void }) {
  const { ticket, onClose } = props;
  const { strings, me } = useSession();
  const commands = useTicketCommands();
  const composer = useRef<ComposerHandle>(null);
  const onWriting = usePresence(ticket.id);
  const heading = useRef<HTMLHeadingElement>(null);
  const [factsShown, setFactsShown] = useState(wideEnoughForFacts);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useShortcuts({
    r: () => composer.current?.write('reply'),
    n: () => composer.current?.write('note'),
    a: () => void commands.assign(ticket, me.id),
    e: () => void commands.resolveOrReopen(ticket),
    i: () => setFactsShown((shown) => !shown),
  });

  return (
    <section className={css.pane} aria-label={`${strings.ticket.label} ${ticket.reference}`}>
      <TicketHeader
        ticket={ticket}
        headingRef={heading}
        factsShown={factsShown}
        onToggleFacts={() => setFactsShown((shown) => !shown)}
        onClose={onClose}
      />
      <LiveBar ticket={ticket} />
      {ticket.mergedInto !== null && <MergedNotice into={ticket.mergedInto} />}
      <div className={css.body} data-facts={factsShown || undefined}>
        <div className={css.talk}>
          <Conversation ticket={ticket} onTakeBack={(message) => composer.current?.takeBack(message)} />
          <LiveTyping ticket={ticket} />
          <Composer key={ticket.id} ref={composer} ticket={ticket} onWriting={onWriting} />
        </div>
        {factsShown && <FactsColumn ticket={ticket} />}
      </div>
    </section>
  );
}

/** Where the facts would cover the conversation they stay folded until asked for. */
const wideEnoughForFacts = (): boolean => window.matchMedia('(min-width: 1360px)').matches;

function Loading(props: { readonly label: string }) {
  return (
    <div className={css.loading} role="status" aria-label={props.label}>
      <Skeleton width="30%" />
      <Skeleton width="70%" height={22} />
      <Skeleton width="55%" height={64} />
      <Skeleton width="62%" height={40} />
      <Skeleton width="48%" height={64} />
    </div>
  );
}
