import type { HoldEnd } from '../conversations/hold-types';
import type { JsonValue } from '../conversations/types';
import type { Notice } from '../notices/types';

/** A file that an advisor sends along with a reply. */
export interface SentFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  /** In bytes. */
  readonly size: number;
}

/** What must be told to somebody else, written in the transaction that makes it true and sent afterwards, in order, once. */
export type OutboxPayload =
  | {
      readonly kind: 'conversation-message';
      readonly conversationId: string;
      readonly activityId: string;
      readonly author: 'advisor' | 'assistant';
      readonly authorName: string;
      readonly text: string;
      readonly ticketReference: string | null;
      /** Files that come along; absent: none. */
      readonly files?: readonly SentFile[];
    }
  /** An advisor has taken a chat over, or it is the assistant's again (data/conversations/hold-types.ts says why). */
  | {
      readonly kind: 'conversation-hold';
      readonly conversationId: string;
      readonly activityId: string;
      readonly change: 'taken' | 'handed-back';
      readonly reason: HoldEnd | null;
      readonly advisorName: string;
      readonly ticketReference: string;
    }
  /** Something Guichet says of its own accord, in the conversation named or else in the one where the person wrote last. */
  | {
      readonly kind: 'notice';
      readonly noticeId: string;
      readonly personId: string | null;
      readonly conversationId: string | null;
      readonly notice: Notice;
    }
  | { readonly kind: 'ticket-changed'; readonly ticketId: string; readonly deskId: string }
  /** The ticket's cards in the advisors' channels are to show how it stands now. Written only where the desk has a channel. */
  | { readonly kind: 'ticket-card'; readonly ticketId: string; readonly deskId: string }
  /** Something said in a channel of a Teams team. `to`: the Bot Framework address of the thread. */
  | {
      readonly kind: 'channel-message';
      readonly to: JsonValue;
      readonly thread: string;
      readonly activity: JsonValue;
    }
  /** A channel takes nothing any more: a mail to a supervisor of its desk. */
  | { readonly kind: 'channel-dead'; readonly teamsChannelId: string; readonly advisorId: string }
  | { readonly kind: 'coupon-entered'; readonly couponId: string; readonly deskId: string }
  /** An appointment was booked or changed (data/appointments/types.ts). `was`: ISO, when it was to begin before it was moved. */
  | {
      readonly kind: 'appointment-changed';
      readonly appointmentId: string;
      readonly deskId: string;
      readonly change: 'booked' | 'moved' | 'cancelled' | 'link';
      readonly by: 'requester' | 'advisor';
      readonly sequence: number;
      readonly reason: string | null;
      readonly was: string | null;
      /** Who was to meet her before it was moved to somebody else. */
      readonly formerAdvisorId: string | null;
    }
  /** A reminder by mail; none when the appointment has another `sequence` by now or is cancelled. */
  | {
      readonly kind: 'appointment-mail';
      readonly appointmentId: string;
      readonly sequence: number;
      readonly occasion: 'day' | 'hour';
    }
  /** What an `appointment-changed` tells one of those concerned, so that an address that refuses mail holds up nobody else's. */
  | {
      readonly kind: 'appointment-letter';
      readonly appointmentId: string;
      /** An advisor; null: the requester. */
      readonly advisorId: string | null;
      /** `handed-over`: to the advisor who is not to meet her any more. */
      readonly occasion: 'booked' | 'moved' | 'cancelled' | 'link' | 'handed-over';
      readonly by: 'requester' | 'advisor';
      readonly sequence: number;
      readonly reason: string | null;
      readonly was: string | null;
    }
  /** An advisor's reply that its requester has not come back for; nothing when she has by then. */
  | { readonly kind: 'ticket-mail'; readonly ticketId: string; readonly messageId: string }
  /** A summary of what waits for an advisor. `at`: ISO, when it was planned. */
  | { readonly kind: 'advisor-digest'; readonly advisorId: string; readonly at: string }
  /** A Teams meeting that could not be made before the mails left: it is still to be made, and told of then. */
  | { readonly kind: 'appointment-meeting'; readonly appointmentId: string }
  /** A Teams meeting of an advisor's that nobody will come to: the appointment was cancelled, or is somebody else's now. */
  | { readonly kind: 'meeting-close'; readonly appointmentId: string; readonly advisorId: string };

export interface OutboxMessage {
  readonly id: string;
  readonly orderingKey: string;
  readonly payload: OutboxPayload;
  readonly attempts: number;
}

/** What is known of a failure beyond its reason. */
export interface FailureDetail {
  /** Trying again cannot help. */
  readonly final?: boolean;
  /** The other side asked to be left alone until then. */
  readonly notBefore?: Date;
}

export interface DeadMessages {
  readonly kind: OutboxPayload['kind'];
  readonly reason: string;
  readonly count: number;
}

export interface OutboxService {
  /**
   * Claims due messages, at most one per ordering key, so that order holds.
   *
   * @param kinds only these; all messages of one key must be asked for together. Absent: every kind.
   */
  claim(
    now: Date,
    limit: number,
    kinds?: readonly OutboxPayload['kind'][],
  ): Promise<readonly OutboxMessage[]>;
  /** Writes what follows from a message that was delivered; the same dedupeKey again writes nothing. */
  add(
    messages: readonly {
      readonly payload: OutboxPayload;
      readonly dedupeKey: string;
      /** Not to be sent sooner. */
      readonly notBefore?: Date;
    }[],
    now: Date,
  ): Promise<void>;
  markSent(id: string, now: Date): Promise<void>;
  /** Plans the next try (exponential, capped), or gives up for good after the last one. */
  markFailed(id: string, reason: string, now: Date, more?: FailureDetail): Promise<void>;
  /** How many messages have not been sent yet (the figure of /metrics). */
  backlog(): Promise<number>;
  /** Which of these appointments had a mail to their requester given up for good. */
  refusedMails(appointmentIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** What was given up for good, by kind and reason. */
  dead(): Promise<readonly DeadMessages[]>;
}
