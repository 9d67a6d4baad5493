import type { DeskId } from '../desks/types';

export type SsnState = 'present' | 'missing' | 'provisional';
export type IbanState = 'present' | 'missing';
export type Locale = 'fr' | 'en';

/** Somebody who writes to a desk. Only states of the social-security number and IBAN are known, never the numbers. */
export interface Person {
  readonly id: string;
  readonly deskId: DeskId;
  readonly displayName: string;
  readonly firstName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly zone: string;
  readonly locale: Locale;
  readonly advisorId: string | null;
  readonly ssnState: SsnState;
  readonly ibanState: IbanState;
  readonly startedAt: Date | null;
}

/*
 * Dates without a time (startedAt, startsOn, fundingEndsOn, pathEndsOn) are kept at noon UTC of that day: the same date in every zone
 * of France.
 */

/** A family's order of lessons given to one tutor (desk abc). */
export interface Assignment {
  readonly id: string;
  readonly personId: string;
  readonly family: string;
  readonly pupil: string;
  readonly subject: string;
  readonly level: string;
  readonly couponsTotal: number;
  readonly couponsUsed: number;
  readonly startsOn: Date;
  readonly endedAt: Date | null;
  readonly startReport: 'none' | 'draft' | 'done';
  readonly endReport: 'none' | 'draft' | 'done';
}

export type SessionStatus = 'planned' | 'done' | 'absent' | 'cancelled';

/** A student followed by a mentor or a coach, with the sessions, oldest first. */
export interface Student {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly path: string;
  readonly active: boolean;
  readonly fundingEndsOn: Date | null;
  readonly pathEndsOn: Date | null;
  readonly sessions: readonly {
    readonly scheduledAt: Date;
    readonly status: SessionStatus;
    readonly justified: boolean;
  }[];
}

/** call-sent: the invoicing call awaits acceptance; in-progress: accepted, not paid yet. */
export type InvoiceStatus = 'call-sent' | 'in-progress' | 'paid';

export interface Invoice {
  readonly id: string;
  readonly number: string;
  /** The month invoiced, as 2026-11. */
  readonly month: string;
  readonly amountCents: number;
  readonly status: InvoiceStatus;
  readonly callSentAt: Date | null;
  readonly issuedAt: Date | null;
  readonly paidAt: Date | null;
}

/** Reads of a person's own records. Every list is ordered oldest first unless said. */
export interface PeopleService {
  find(id: string): Promise<Person | null>;
  ofDesk(deskId: DeskId): Promise<readonly Person[]>;
  assignments(personId: string): Promise<readonly Assignment[]>;
  students(personId: string): Promise<readonly Student[]>;
  invoices(personId: string): Promise<readonly Invoice[]>;
}

/** A flat view of a person's records, the vocabulary of article conditions: `invoice.status`, `student.absencesInARow`... null = known to be absent. */
export type RecordFacts = Readonly<Record<string, string | number | boolean | null>>;
