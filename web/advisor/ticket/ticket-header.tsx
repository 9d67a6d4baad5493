import {
  Button,
  Menu,
  MenuDivider,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons/svg/arrow-left';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { PanelRightRegular } from '@fluentui/react-icons/svg/panel-right';
import type { Ref } from 'react';
import type { TicketDetail } from '../../../bot/advisor-api/contract';
import { useNow, useSession } from '../context';
import { elapsed } from '../lib/dates';
import { useTicketCommands } from '../lib/ticket-commands';
import { isOngoing } from '../lib/ticket-status';
import { HeaderDeadline } from '../parts/deadline';
import { Priority, Status } from '../parts/marks';
import { MoreMenu } from './more-menu';
import { SimilarButton } from './similar';
import { PresentMark } from './live-present';
import css from './ticket-header.module.css';

/** Reference, state, how long she waits; whose it is; resolve or reopen. */
export function TicketHeader(props: {
  readonly ticket: TicketDetail;
  readonly headingRef: Ref<HTMLHeadingElement>;
  readonly factsShown: boolean;
  readonly onToggleFacts: () => void;
  readonly onClose: () => void;
}) {
  const { ticket, headingRef, factsShown, onToggleFacts, onClose } = props;
  const { strings, me } = useSession();
  const commands = useTicketCommands();
  const desk = me.desks.length > 1 ? me.desks.find(({ id }) => id === ticket.desk)?.name : undefined;
  const mine = ticket.assignee?.id === me.id;
  const ongoing = isOngoing(ticket.status);
  const settled = !ongoing && ticket.status !== 'solved';
  return (
    <header className={css.header}>
      <div className={css.marks}>
        <span className={css.back}>
          <Button
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            aria-label={strings.ticket.back}
            onClick={onClose}
          />
        </span>
        <span className={css.reference}>{ticket.reference}</span>
        <Status status={ticket.status} />
        <Priority priority={ticket.priority} />
        <HeaderDeadline ticket={ticket} />
        <Waiting ticket={ticket} />
      </div>
      <h1 ref={headingRef} tabIndex={-1} className={css.subject}>
        {ticket.subject}
      </h1>
      <p className={css.topic}>
        {[ticket.personName ?? strings.list.unknownPerson, ticket.topicTitle, desk]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className={css.actions}>
        {!settled && <AssigneeMenu ticket={ticket} />}
        {!settled && (!mine || ticket.status === 'new') && (
          <span className={mine ? undefined : css.toMe}>
            <Button onClick={() => void commands.assign(ticket, me.id)}>
              {mine ? strings.ticket.takeOver : strings.ticket.assignToMe}
            </Button>
          </span>
        )}
        {ongoing && (
          <Button appearance="primary" onClick={() => void commands.changeStatus(ticket, 'solved')}>
            {strings.ticket.resolve}
          </Button>
        )}
        {ticket.status === 'solved' && (
          <Button onClick={() => void commands.changeStatus(ticket, 'open')}>{strings.ticket.reopen}</Button>
        )}
        <SimilarButton ticket={ticket} />
        <span className={css.tools}>
          <MoreMenu ticket={ticket} />
          <Button
            appearance="subtle"
            icon={<PanelRightRegular />}
            aria-pressed={factsShown}
            aria-label={factsShown ? strings.facts.hide : strings.facts.show}
            title={factsShown ? strings.facts.hide : strings.facts.show}
            onClick={onToggleFacts}
          />
        </span>
      </div>
    </header>
  );
}

function Waiting(props: { readonly ticket: TicketDetail }) {
  const { waitingSince } = props.ticket;
  const { strings, dates } = useSession();
  const now = useNow();
  if (waitingSince === null) return null;
  return (
    <span className={css.waiting} title={dates.full(waitingSince)}>
      <span aria-hidden>
        {strings.list.waitingSince(strings.time.elapsedShort(elapsed(waitingSince, now)))}
      </span>
      <span className="visuallyHidden">
        {strings.list.waitingSince(strings.time.elapsed(elapsed(waitingSince, now)))}
      </span>
    </span>
  );
}

const NOBODY = '';

function AssigneeMenu(props: { readonly ticket: TicketDetail }) {
  const { ticket } = props;
  const { strings, me } = useSession();
  const commands = useTicketCommands();
  const team = me.colleagues
    .filter(({ deskIds }) => deskIds.includes(ticket.desk))
    .sort((one, other) => Number(other.id === me.id) - Number(one.id === me.id));
  return (
    <Menu
      checkedValues={{ assignee: [ticket.assignee?.id ?? NOBODY] }}
      onCheckedValueChange={(_event, { checkedItems: [chosen = NOBODY] }) =>
        void commands.assign(ticket, chosen === NOBODY ? null : chosen)
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          icon={<ChevronDownRegular />}
          iconPosition="after"
          aria-label={`${strings.ticket.assignee}, ${ticket.assignee?.name ?? strings.list.unassigned}`}
        >
          {ticket.assignee?.name ?? strings.list.unassigned}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {team.map(({ id, name }) => (
            <MenuItemRadio
              key={id}
              name="assignee"
              value={id}
              secondaryContent={<PresentMark advisorId={id} />}
            >
              {id === me.id ? `${name} (${strings.ticket.me})` : name}
            </MenuItemRadio>
          ))}
          <MenuDivider />
          <MenuItemRadio name="assignee" value={NOBODY}>
            {strings.ticket.nobody}
          </MenuItemRadio>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
