/** What Guichet writes of its own accord. Dates as ISO strings: a notice is stored as JSON. */
export type Notice =
  /** An advisor refused a saved coupon, with the reason. */
  | { readonly kind: 'coupon-rejected'; readonly couponId: string; readonly reason: string }
  /** The month ends and lessons planned in it have no coupon yet (fact A042). `month` as 2026-11. */
  | { readonly kind: 'coupons-not-entered'; readonly month: string; readonly daysLeft: 1 | 3 }
  /** `sequence`: the appointment's when it was planned. When it has changed since, there is nothing left to say. */
  | {
      readonly kind: 'appointment-reminder';
      readonly appointmentId: string;
      readonly before: 'day' | 'hour';
      readonly sequence: number;
    }
  /** An advisor changed an appointment. `was`: when it was to begin before it was moved. */
  | {
      readonly kind: 'appointment-changed';
      readonly appointmentId: string;
      readonly change: 'cancelled' | 'moved' | 'link';
      readonly sequence: number;
      readonly reason: string | null;
      readonly was: string | null;
    }
  /** An advisor made a ticket of its own of her second request. */
  | { readonly kind: 'ticket-split'; readonly ticketId: string; readonly fromReference: string }
  /** An advisor offers her times for an appointment; each is hers with one tap while it is free. */
  | {
      readonly kind: 'appointment-proposal';
      /** At most one appointment comes of a proposal. */
      readonly proposalId: string;
      readonly ticketId: string;
      readonly advisorName: string;
      /** What the advisor says to it; may be empty. */
      readonly text: string;
      readonly channel: 'teams' | 'phone';
      readonly slots: readonly { readonly advisorId: string; readonly startsAt: string }[];
    }
  /** Guichet had promised to come back on this day, because writing earlier would have changed nothing. */
  | {
      readonly kind: 'come-back';
      readonly topicId: string;
      /** Her request in her words, for the ticket. */
      readonly query: string;
      /** The branch of the topic's article that holds on that day unless something has changed. */
      readonly next?: string;
    };

export type NoticeKind = Notice['kind'];

/** Kinds that a person may switch off: those that repeat. */
export const REFUSABLE_NOTICES = ['coupons-not-entered'] as const satisfies readonly NoticeKind[];
export type RefusableNotice = (typeof REFUSABLE_NOTICES)[number];

/** Whom a notice is for: a conversation where it was promised, else the one in which the person wrote last. */
export interface NoticeTarget {
  readonly personId: string | null;
  readonly conversationId: string | null;
}

export interface ScheduledNotice extends NoticeTarget {
  readonly id: string;
  readonly notice: Notice;
  readonly dueAt: Date;
}

export interface NoticeService {
  /** Plans a notice; the same dedupeKey again plans nothing. Where it belongs to another change, use `scheduleNotice` in its transaction. */
  schedule(command: {
    dedupeKey: string;
    target: NoticeTarget;
    notice: Notice;
    dueAt: Date;
    now: Date;
  }): Promise<void>;
  /**
   * Keeps a notice until its conversation is the assistant's again; the same one again changes nothing.
   *
   * @returns whether it is kept; false: no advisor answers there (any more), so that it can be said now.
   */
  holdBack(command: {
    noticeId: string;
    target: NoticeTarget & { readonly conversationId: string };
    notice: Notice;
    now: Date;
  }): Promise<boolean>;
  /**
   * Moves what is due to the outbox, each in one transaction, kinds refused by its person left out; so too what was held back in
   * conversations that the assistant answers again. @returns how many were moved.
   */
  release(now: Date, limit: number): Promise<number>;
  /** What is planned for a person, soonest first. */
  waiting(personId: string): Promise<readonly ScheduledNotice[]>;
  /** What is planned under keys that begin so, soonest first. */
  planned(dedupePrefix: string): Promise<readonly ScheduledNotice[]>;
  /** Cancels what is planned under keys that begin so. What has been said already stays said. */
  cancel(dedupePrefix: string): Promise<void>;
  /** Switches a kind off or on again for a person. */
  refuse(personId: string, kind: RefusableNotice, refused: boolean, now: Date): Promise<void>;
  refuses(personId: string, kind: RefusableNotice): Promise<boolean>;
}
