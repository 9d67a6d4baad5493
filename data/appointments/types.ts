import type { DeskId } from '../desks/types';
import type { Result } from '../result';

export type AppointmentChannel = 'teams' | 'phone';
export type AppointmentStatus = 'booked' | 'cancelled';

/** What happened to an appointment, for those who are told of it. */
export type AppointmentChange = 'booked' | 'moved' | 'cancelled' | 'link';

/** How long before an appointment somebody is reminded of it. */
export type ReminderOccasion = 'day' | 'hour';

/** Who changes an appointment: a requester only her own, an advisor those of her desks (the edge sees to that). */
export type AppointmentActor =
  { readonly kind: 'requester'; readonly id: string } | { readonly kind: 'advisor'; readonly id: string };

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
  /** Where to meet on Teams; null until Microsoft Graph or the advisor has set one. */
  readonly meetingUrl: string | null;
  /** 0 when booked, one more at each change: the SEQUENCE of its calendar entry. */
  readonly sequence: number;
  readonly updatedAt: Date;
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

/** A slot kept for somebody until `expiresAt`. */
export interface SlotHold {
  readonly advisorId: string;
  readonly startsAt: Date;
  readonly expiresAt: Date;
}

export type AppointmentFault =
  | { readonly code: 'in-past' }
  | { readonly code: 'too-soon'; readonly earliest: Date }
  | { readonly code: 'closed' }
  /** Somebody else has it, or is confirming it; the nearest free ones come along. */
  | { readonly code: 'taken'; readonly nearest: readonly Slot[] };

/** Why an existing appointment cannot be changed. Somebody else's is not found. */
export type ChangeFault =
  | { readonly code: 'not-found' }
  | { readonly code: 'cancelled' }
  /** It has begun or is over. */
  | { readonly code: 'begun' }
  /** It has another sequence than the caller expected: somebody was faster. */
  | { readonly code: 'conflict' };

/**
 * Appointments with advisors (facts A053, A054).
 *
 * Every change writes, in its own transaction:
 * - outbox `appointment-changed` {change, by, sequence, reason, was}, from which mails and calendar entries are made;
 * - where an advisor changed it: outbox `notice` of kind `appointment-changed`, told to the tutor in the chat;
 * - the reminders: those planned before are cancelled, new ones planned a day and an hour before (dedupeKey
 *   `appointment:ID:SEQUENCE:day|hour`; none whose moment has passed). When such a reminder is released (data/notices), two outbox rows
 *   are written: the `notice` for the chat and `appointment-mail` {appointmentId, sequence, occasion} for the mail. Whoever sends either
 *   leaves it out when the appointment has another `sequence` by then or is no longer booked.
 */
export interface AppointmentService {
  /**
   * Free slots within [from, to), her own advisor's first, then the desk's; in order of time, one per start instant. What others are
   * confirming is not free; what she holds herself is.
   */
  free(query: {
    deskId: DeskId;
    personId: string;
    from: Date;
    to: Date;
    now: Date;
    limit: number;
    /** Of these advisors only. */
    advisorIds?: readonly string[];
    /** This appointment is to be moved: its own time counts as free. */
    moving?: string;
    /** Who looks: minimum notice and buffers do not bind an advisor. */
    by?: AppointmentActor['kind'];
  }): Promise<readonly Slot[]>;
  /** Keeps a slot for five minutes while she confirms; a person has one hold at a time, the latest. Holding it again prolongs it. */
  hold(command: {
    deskId: DeskId;
    personId: string;
    advisorId: string;
    startsAt: Date;
    now: Date;
    moving?: string;
  }): Promise<Result<SlotHold, AppointmentFault>>;
  /** Gives a slot back that she held and does not want any more; nothing where she holds none, or another one by now. */
  letGo(command: {
    readonly personId: string;
    readonly advisorId: string;
    readonly startsAt: Date;
  }): Promise<void>;
  /** Books once per idempotency key; exactly one caller gets a slot, and what another one holds is taken. Uses up her own hold. */
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
  /**
   * Moves it to another slot, once per idempotency key: the old slot is free as soon as the new one is hers, in one transaction. Minimum
   * notice and buffers bind requesters, not advisors. Moving it to where it is changes nothing.
   */
  move(command: {
    idempotencyKey: string;
    appointmentId: string;
    advisorId: string;
    startsAt: Date;
    by: AppointmentActor;
    /** Told to the other side. */
    reason?: string;
    expectedSequence?: number;
    now: Date;
  }): Promise<Result<Appointment, AppointmentFault | ChangeFault>>;
  /** Cancels what has not begun; cancelling it again changes nothing. */
  cancel(command: {
    appointmentId: string;
    by: AppointmentActor;
    /** Told to the other side. */
    reason?: string;
    expectedSequence?: number;
    now: Date;
  }): Promise<Result<Appointment, Exclude<ChangeFault, { code: 'cancelled' }>>>;
  /**
   * Sets where to meet. By an advisor it is a change like another (sequence + 1, mails, a notice). `advisorId` null: Microsoft Graph made
   * it, before the mail that carries it is sent: the sequence stays, no `appointment-changed` is written, the tutor gets the notice.
   */
  setMeetingUrl(command: {
    appointmentId: string;
    url: string;
    advisorId: string | null;
    expectedSequence?: number;
    now: Date;
  }): Promise<Result<Appointment, ChangeFault>>;
  find(idOrReference: string): Promise<AppointmentRow | null>;
  upcoming(personId: string, now: Date): Promise<readonly Appointment[]>;
  /** Those that have begun, latest first, cancelled ones left out. */
  past(personId: string, now: Date, limit: number): Promise<readonly Appointment[]>;
  /** What an advisor of these desks sees: what begins from `from` on and before `to`, oldest first. */
  agenda(
    deskIds: readonly string[],
    from: Date,
    limit: number,
    to?: Date,
  ): Promise<readonly AppointmentRow[]>;
}
