import type { TicketStatus } from '../../../bot/advisor-api/contract';

/** Whether a ticket still has to be brought to an end. */
export const isOngoing = (status: TicketStatus): boolean =>
  status === 'new' || status === 'open' || status === 'waiting';
