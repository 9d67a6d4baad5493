import type { TicketView } from '../../../bot/advisor-api/contract';

/** The addresses of the API that are read, each also the key under which it is remembered. */
export const paths = {
  tickets: (view: TicketView) => `/tickets?view=${view}`,
  ticket: (idOrReference: string) => `/tickets/${encodeURIComponent(idOrReference)}`,
  coupons: '/coupons',
  couponsOf: (month: string) => `/coupons/export?month=${month}`,
  appointments: '/appointments',
} as const;

export const isTicketList = (path: string): boolean => path.startsWith('/tickets?');
export const isTicket = (path: string): boolean => path.startsWith('/tickets/');
