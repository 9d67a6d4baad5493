import { useMemo } from 'react';
import type {
  MessageView,
  TicketDetail,
  TicketList,
  TicketStatus,
  TicketSummary,
} from '../../../bot/advisor-api/contract';
import { type Session, useSession } from '../context';
import { failureText } from '../parts/states';
import { ApiFailure, post } from './api';
import { conflictOf, type Wish } from './conflicts';
import { isTicket, isTicketList, paths } from './paths';
import type { Resources } from './resources';
import { isOngoing } from './ticket-status';

export type SettableStatus = Extract<TicketStatus, 'open' | 'waiting' | 'solved' | 'closed'>;

/** What an advisor does to a ticket with one key or one click. Each can be taken back for five seconds. */
export interface TicketCommands {
  assign(ticket: TicketSummary, assigneeId: string | null): Promise<void>;
  changeStatus(ticket: TicketSummary, to: SettableStatus): Promise<void>;
  changePriority(ticket: TicketSummary, to: TicketSummary['priority']): Promise<void>;
  /** Resolves what is to be answered, reopens what is solved; nothing for what is final. */
  resolveOrReopen(ticket: TicketSummary): Promise<void>;
}

export function useTicketCommands(): TicketCommands {
  const session = useSession();
  return useMemo(() => ticketCommands(session), [session]);
}

function ticketCommands(session: Session): TicketCommands {
  const { resources, notify, askAboutConflict, strings, me } = session;

  const send = async (
    ticket: TicketSummary,
    action: 'assign' | 'priority' | 'status',
    change: object,
    wish?: Wish,
  ): Promise<TicketSummary | null> => {
    try {
      const body = { ...change, version: ticket.version };
      const changed = await post<TicketSummary>(`${paths.ticket(ticket.id)}/${action}`, body);
      showChanged(resources, changed);
      return changed;
    } catch (error) {
      const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
      const { current } = failure;
      if (current !== null) showChanged(resources, current);
      const conflict = wish === undefined ? null : conflictOf(failure, ticket, wish);
      if (conflict !== null) askAboutConflict(conflict);
      else notify({ text: failureText(strings, failure), tone: 'failure' });
      return null;
    }
  };

  const assign = async (ticket: TicketSummary, assigneeId: string | null): Promise<void> => {
    const takesOver = ticket.status === 'new' && assigneeId === me.id;
    if ((ticket.assignee?.id ?? null) === assigneeId && !takesOver) return;
    const changed = await send(
      ticket,
      'assign',
      { assigneeId },
      {
        field: 'assignee',
        value: me.colleagues.find(({ id }) => id === assigneeId)?.name ?? strings.ticket.nobody,
        again: (now) => void assign(now, assigneeId),
      },
    );
    if (changed === null) return;
    const name = changed.assignee?.id === me.id ? strings.ticket.me : changed.assignee?.name;
    notify({
      text: name === undefined ? strings.done.unassigned : strings.done.assigned(name),
      // What she was given by itself and takes over stays hers: there is no way back to untouched.
      undo:
        changed.assignee?.id === ticket.assignee?.id
          ? undefined
          : () => void send(changed, 'assign', { assigneeId: ticket.assignee?.id ?? null }),
    });
  };

  const changePriority = async (ticket: TicketSummary, to: TicketSummary['priority']): Promise<void> => {
    if (ticket.priority === to) return;
    const changed = await send(
      ticket,
      'priority',
      { priority: to },
      {
        field: 'priority',
        value: strings.ticket.priority[to],
        again: (now) => void changePriority(now, to),
      },
    );
    if (changed === null) return;
    notify({
      text: strings.ticket.priorityLabel(strings.ticket.priority[to]),
      undo: () => void send(changed, 'priority', { priority: ticket.priority }),
    });
  };

  const changeStatus = async (ticket: TicketSummary, to: SettableStatus): Promise<void> => {
    const changed = await send(
      ticket,
      'status',
      { status: to },
      { field: 'status', value: strings.ticket.status(to), again: (now) => void changeStatus(now, to) },
    );
    if (changed === null) return;
    const back = statusBefore(ticket.status);
    notify({
      text: strings.done[to],
      undo:
        to === 'closed' || back === null ? undefined : () => void send(changed, 'status', { status: back }),
    });
  };

  const resolveOrReopen = async (ticket: TicketSummary): Promise<void> => {
    if (ticket.status === 'solved') await changeStatus(ticket, 'open');
    else if (isOngoing(ticket.status)) await changeStatus(ticket, 'solved');
  };

  return { assign, changePriority, changeStatus, resolveOrReopen };
}

/** Where taking back leads: a new ticket that has been touched is open. */
function statusBefore(status: TicketStatus): SettableStatus | null {
  if (status === 'new') return 'open';
  return status === 'open' || status === 'waiting' || status === 'solved' ? status : null;
}

/** Shows a changed ticket at once wherever it stands, then reads lists, counts and history again. */
function showChanged(resources: Resources, changed: TicketSummary): void {
  for (const path of resources.paths()) {
    if (isTicketList(path)) {
      resources.update<TicketList>(path, (list) => ({
        ...list,
        tickets: list.tickets.map((row) => (row.id === changed.id ? changed : row)),
      }));
    } else if (isTicket(path)) {
      resources.update<TicketDetail>(path, (detail) =>
        detail.id === changed.id ? { ...detail, ...changed } : detail,
      );
    }
  }
  refreshTicket(resources, changed.id);
}

/** Shows a message that has just been written, then reads its ticket again. */
export function showWritten(resources: Resources, ticketId: string, message: MessageView): void {
  for (const path of resources.paths().filter(isTicket)) {
    resources.update<TicketDetail>(path, (detail) =>
      detail.id === ticketId && !detail.messages.some(({ id }) => id === message.id)
        ? { ...detail, messages: [...detail.messages, message] }
        : detail,
    );
  }
  refreshTicket(resources, ticketId);
}

/** Reads again the lists, and the ticket where it is shown. */
export function refreshTicket(resources: Resources, ticketId: string): void {
  resources.refresh(
    (path) =>
      isTicketList(path) || (isTicket(path) && resources.snapshot<TicketDetail>(path).data?.id === ticketId),
  );
}
