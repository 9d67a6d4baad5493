import type { DeskId } from '../desks/types';
import type { Result } from '../result';
import type { TicketStatus } from '../tickets/types';

/** A chat that an advisor answers herself: the assistant is silent meanwhile. Kept in the database, so that a restart changes nothing. */
export interface Hold {
  readonly conversationId: string;
  readonly deskId: DeskId;
  /** The ticket from which it was taken: what the requester writes becomes part of it. */
  readonly ticketId: string;
  readonly ticketReference: string;
  readonly advisor: { readonly id: string; readonly name: string };
  readonly since: Date;
}

export type HoldFault =
  | { readonly code: 'not-found' }
  /** Filed without a conversation, or in one that others read along, or on a channel where nobody chats. */
  | { readonly code: 'no-chat' }
  /** The ticket has ended for good. */
  | { readonly code: 'ended'; readonly status: TicketStatus }
  /** Somebody else holds it than the caller believed. */
  | { readonly code: 'held'; readonly by: Hold };

/**
 * Why a hold ended. advisor: she handed back · requester: she asked for the assistant · silence: nobody wrote for SILENCE_MINUTES ·
 * away: the advisor has not been connected for AWAY_MINUTES · signed-out · settled: the ticket is.
 */
export const HOLD_ENDS = ['advisor', 'requester', 'silence', 'away', 'signed-out', 'settled'] as const;
export type HoldEnd = (typeof HOLD_ENDS)[number];

export interface HoldService {
  /** Who answers a conversation herself; null: the assistant does. */
  of(conversationId: string): Promise<Hold | null>;
  /** Whether a ticket's conversation can be taken over at all. */
  canTake(ticketId: string): Promise<boolean>;
  /**
   * Takes a conversation over, in one transaction with the ticket's history, its assignment where nobody has it, and the line that tells
   * the requester. Of several at once one wins, the others are told who. What she holds already stays as it is.
   *
   * @param from whom she takes it from: null for the assistant, else the advisor who holds it now.
   */
  take(command: {
    ticketId: string;
    advisor: { readonly id: string; readonly name: string };
    from: string | null;
    now: Date;
  }): Promise<Result<Hold, HoldFault>>;
  /**
   * Hands a conversation back to the assistant. The requester is told, unless it was she who asked for it.
   *
   * @param advisorId only if this advisor holds it; null: whoever does. @returns what ended; null: nothing was held.
   */
  release(command: {
    conversationId: string;
    advisorId: string | null;
    reason: HoldEnd;
    now: Date;
  }): Promise<Hold | null>;
  /** Hands back everything that an advisor holds. @returns how many conversations. */
  releaseAllOf(advisorId: string, reason: HoldEnd, now: Date): Promise<number>;
  /** Hands back what nobody writes in any more, whose advisor is gone, or whose ticket is settled. @returns how many conversations. */
  watch(now: Date, limit: number): Promise<number>;
}
