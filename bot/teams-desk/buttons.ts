import type { Ticket, TicketStatus } from '../../data/tickets/types';

/** What an advisor does on a card at once (`Action.Execute`). */
export const COMMANDS = ['claim', 'resolve', 'reopen'] as const;
export type Command = (typeof COMMANDS)[number];

/** What she does in a dialog that the card opens (`task/fetch`). */
export const DIALOGS = ['reply', 'note', 'assign'] as const;
export type Dialog = (typeof DIALOGS)[number];

export type Button = Command | Dialog;

const BUTTONS: Readonly<Record<TicketStatus, readonly Button[]>> = {
  new: ['claim', 'reply', 'assign', 'resolve', 'note'],
  open: ['reply', 'assign', 'resolve', 'note'],
  waiting: ['reply', 'assign', 'resolve', 'note'],
  solved: ['reopen', 'note'],
  closed: [],
  withdrawn: [],
  merged: [],
};

/** The buttons of a ticket's card, by its state; the same for every role: what an advisor may do is decided when she presses. */
export function buttonsOf({ status, assigneeId }: Pick<Ticket, 'status' | 'assigneeId'>): readonly Button[] {
  const buttons = BUTTONS[status];
  const nobodys = assigneeId === null && (status === 'open' || status === 'waiting');
  return nobodys ? ['claim', ...buttons] : buttons;
}

export const isCommand = (button: Button): button is Command =>
  (COMMANDS as readonly Button[]).includes(button);
