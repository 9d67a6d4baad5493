import type { InvoiceStatus } from '../people/types';

export interface DemoInvoice {
  readonly personId: string;
  /** 0 is the running month, -1 the last. */
  readonly month: number;
  readonly amountCents: number;
  readonly status: InvoiceStatus;
  /** Days ago; null: not yet. */
  readonly callSent: number;
  readonly issued: number | null;
  readonly paid: number | null;
}

/** Invoices in every state. david and idris have none at all; eva and hana have not received the call for last month. */
export const DEMO_INVOICES: readonly DemoInvoice[] = [
  {
    personId: 'mentor-alice',
    month: -2,
    amountCents: 84000,
    status: 'paid',
    callSent: 48,
    issued: 46,
    paid: 30,
  },
  {
    personId: 'mentor-alice',
    month: -1,
    amountCents: 91500,
    status: 'in-progress',
    callSent: 12,
    issued: 10,
    paid: null,
  },
  {
    personId: 'mentor-bruno',
    month: -1,
    amountCents: 63000,
    status: 'paid',
    callSent: 16,
    issued: 15,
    paid: 3,
  },
  {
    personId: 'mentor-chloe',
    month: -1,
    amountCents: 72000,
    status: 'paid',
    callSent: 26,
    issued: 25,
    paid: 12,
  },
  {
    personId: 'mentor-eva',
    month: -2,
    amountCents: 55500,
    status: 'paid',
    callSent: 45,
    issued: 44,
    paid: 28,
  },
  {
    personId: 'coach-fanny',
    month: -1,
    amountCents: 48000,
    status: 'call-sent',
    callSent: 2,
    issued: null,
    paid: null,
  },
  {
    personId: 'coach-gael',
    month: -1,
    amountCents: 39000,
    status: 'in-progress',
    callSent: 36,
    issued: 34,
    paid: null,
  },
  {
    personId: 'coach-hana',
    month: -2,
    amountCents: 42000,
    status: 'paid',
    callSent: 44,
    issued: 40,
    paid: 12,
  },
];
