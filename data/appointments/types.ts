import type { DeskId } from '../desks/types';
import type { Result } from '../result';

export type AppointmentChannel = 'teams' | 'phone';
export type AppointmentStatus = 'booked' | 'cancelled';

export interface Appointment {
  readonly id: string;
  readonly reference: string;
  readonly deskId: DeskId;
  readonly personId: string;
  readonly advisorId: string;
  readonly advisorName: string;
  readonly channel: AppointmentChannel;
  readonly phone: string | null;
  readonly subject: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly status: AppointmentStatus;
}

export interface AppointmentRow extends Appointment {
  readonly personName: string;
}

/** A free slot of one advisor. */
export interface Slot {
  readonly advisorId: string;
  readonly advisorName: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export type AppointmentFault =
  | { readonly code: 'in-past' }
  | { readonly code: 'too-soon'; readonly earliest: Date }
  | { readonly code: 'closed' }
  /** Somebody else has it; the nearest free ones come along. */
  | { readonly code: 'taken'; readonly nearest: readonly Slot[] };

export interface AppointmentService {
  /** Free slots within [from, to), her own advisor's first, then the desk's; in order of time, one per start instant. */
  free(query: {
    deskId: DeskId;
    personId: string;
    from: Date;
    to: Date;
    now: Date;
    limit: number;
  }): Promise<readonly Slot[]>;
  /** Books once per idempotency key; exactly one caller gets a slot. Tells both sides through the outbox. */
  book(command: {
    idempotencyKey: string;
    deskId: DeskId;
    personId: string;
    advisorId: string;
    startsAt: Date;
    channel: AppointmentChannel;
    phone: string | null;
    subject: string;
    now: Date;
  }): Promise<Result<Appointment, AppointmentFault>>;
  cancel(command: {
    appointmentId: string;
    by: 'requester' | 'advisor';
    now: Date;
  }): Promise<Result<Appointment, { code: 'in-past' | 'not-found' }>>;
  find(id: string): Promise<AppointmentRow | null>;
  upcoming(personId: string, now: Date): Promise<readonly Appointment[]>;
  /** What an advisor of these desks sees: from `from` on, oldest first. */
  agenda(deskIds: readonly string[], from: Date, limit: number): Promise<readonly AppointmentRow[]>;
}
