import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons/svg/more-horizontal';
import { useState } from 'react';
import type { TicketDetail } from '../../../bot/advisor-api/contract';
import { CaseDialog, type CaseDialogId } from '../casework/dialogs';
import { useSession } from '../context';
import { hrefOf } from '../lib/route';
import { useTicketCommands } from '../lib/ticket-commands';
import { isOngoing } from '../lib/ticket-status';

const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const satisfies readonly TicketDetail['priority'][];

/** What can be done to a ticket beside answering and settling it. */
export function MoreMenu(props: { readonly ticket: TicketDetail }) {
  const { ticket } = props;
  const { strings, route, notify } = useSession();
  const commands = useTicketCommands();
  const [dialog, setDialog] = useState<CaseDialogId | null>(null);
  const { menu } = strings.casework;
  const copyLink = async () => {
    const view = route.page === 'queue' ? route.view : 'open';
    const href = hrefOf({ page: 'queue', view, ticket: ticket.reference });
    await navigator.clipboard.writeText(new URL(href, window.location.origin).href);
    notify({ text: strings.ticket.linkCopied });
  };
  const setPriority = (chosen: string | undefined) => {
    const priority = PRIORITIES.find((known) => known === chosen);
    if (priority !== undefined) void commands.changePriority(ticket, priority);
  };
  const mayWait = ticket.status === 'new' || ticket.status === 'open' || ticket.status === 'solved';
  return (
    <>
      <Menu
        checkedValues={{ priority: [ticket.priority] }}
        onCheckedValueChange={(_event, { checkedItems: [chosen] }) => setPriority(chosen)}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            icon={<MoreHorizontalRegular />}
            aria-label={strings.ticket.more}
            title={strings.ticket.more}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {mayWait && (
              <MenuItem onClick={() => void commands.changeStatus(ticket, 'waiting')}>
                {strings.ticket.setWaiting}
              </MenuItem>
            )}
            {(isOngoing(ticket.status) || ticket.status === 'solved') && (
              <MenuItem onClick={() => void commands.changeStatus(ticket, 'closed')}>
                {strings.ticket.close}
              </MenuItem>
            )}
            <MenuItem onClick={() => void copyLink()}>{strings.ticket.copyLink}</MenuItem>
            <MenuDivider />
            {casesFor(ticket).map((id) => (
              <MenuItem key={id} onClick={() => setDialog(id)}>
                {menu[id]}
              </MenuItem>
            ))}
            <MenuDivider />
            <MenuGroup>
              <MenuGroupHeader>{strings.ticket.priorityTitle}</MenuGroupHeader>
              {PRIORITIES.map((priority) => (
                <MenuItemRadio key={priority} name="priority" value={priority}>
                  {strings.ticket.priority[priority]}
                </MenuItemRadio>
              ))}
            </MenuGroup>
          </MenuList>
        </MenuPopover>
      </Menu>
      {dialog !== null && <CaseDialog id={dialog} ticket={ticket} onClose={() => setDialog(null)} />}
    </>
  );
}

/** What makes sense for a ticket as it stands. */
function casesFor(ticket: TicketDetail): readonly CaseDialogId[] {
  if (ticket.status === 'merged') return ['link'];
  const ongoing = isOngoing(ticket.status);
  const talks = ongoing || ticket.status === 'solved';
  return [
    'topic',
    ...(ongoing ? (['merge'] as const) : []),
    'split',
    'link',
    ...(talks && ticket.person !== null ? (['propose'] as const) : []),
    ...(ongoing ? (['many'] as const) : []),
  ];
}
