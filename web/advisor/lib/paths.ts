import type { TicketView } from '../../../bot/advisor-api/contract';
import { type Filters, filterParams } from './filters';

/** The addresses of the API that are read, each also the key under which it is remembered. */
export const paths = {
  /** A page of a view: the first, or the one that begins at the cursor. */
  tickets: (view: TicketView, filters: Filters = {}, cursor: string | null = null) =>
    `/tickets?${new URLSearchParams([
      ['view', view],
      ...filterParams(filters),
      ...(cursor === null ? [] : [['cursor', cursor]]),
    ])}`,
  similar: (ids: readonly string[]) => `/similar?${new URLSearchParams({ tickets: ids.join(',') })}`,
  bulk: '/bulk',
  views: '/views',
  filters: '/filters',
  ticket: (idOrReference: string) => `/tickets/${encodeURIComponent(idOrReference)}`,
  ofTicket: (id: string, what: 'topics' | 'duplicates' | 'replies' | 'similar') =>
    `/tickets/${encodeURIComponent(id)}/${what}`,
  /** @param advisorId '' for whoever is free. */
  ticketSlots: (id: string, period: Period, advisorId: string) =>
    `/tickets/${encodeURIComponent(id)}/slots?${new URLSearchParams({ ...period, ...(advisorId && { advisorId }) })}`,
  replies: '/replies?archived=yes',
  coupons: '/coupons',
  couponsOf: (month: string) => `/coupons/export?month=${month}`,
  appointments: '/appointments',
  agenda: (period: Period) => `/appointments?${new URLSearchParams({ from: period.from, to: period.to })}`,
  slots: (appointmentId: string, period: Period, advisorId: string) =>
    `/appointments/${encodeURIComponent(appointmentId)}/slots?${new URLSearchParams({ ...period, advisorId })}`,
} as const;

/** From an instant on, before another. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const isAgenda = (path: string): boolean =>
  path === paths.appointments || path.startsWith('/appointments?');
export const isSlots = (path: string): boolean => path.startsWith('/appointments/');
export const isTicketList = (path: string): boolean => path.startsWith('/tickets?');
/** What is read beside a ticket lies below it (`/tickets/ID/similar`) and is none. */
export const isTicket = (path: string): boolean => /^\/tickets\/[^/?]+$/.test(path);
export const isBesideTicket = (path: string): boolean => path.startsWith('/tickets/') && !isTicket(path);
