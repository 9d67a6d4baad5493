import type { Notice } from '../notices/types';

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
    }
  /** A reminder by mail; none when the appointment has another `sequence` by now or is cancelled. */
  | {
      readonly kind: 'appointment-mail';
      readonly appointmentId: string;
      readonly sequence: number;
      readonly occasion: 'day' | 'hour';
    };

export interface OutboxMessage {
  readonly id: string;
  readonly orderingKey: string;
  readonly payload: OutboxPayload;
  readonly attempts: number;
}

export interface OutboxService {
  /** Claims due messages, at most one per ordering key, so that order holds. */
  claim(now: Date, limit: number): Promise<readonly OutboxMessage[]>;
  markSent(id: string, now: Date): Promise<void>;
  /** Plans the next try (exponential, capped), or gives up for good after the last one. */
  markFailed(id: string, reason: string, now: Date): Promise<void>;
  /** How many messages have not been sent yet (the figure of /metrics). */
  backlog(): Promise<number>;
}
