import type { Result } from '../../../data/result';
import type { Address, NewConversation, Receipt, WireActivity } from './contract';

/** Why something was not delivered, and what that means for whoever sent it. `code` is for logs and records: `403-MessageWritesBlocked`. */
export type SendFault =
  /** Nothing reaches this conversation any more, until something comes in from it. */
  | { readonly kind: 'dead'; readonly code: string }
  /** This activity will never be taken (too large, malformed, updated after it was removed); the next one may be. */
  | { readonly kind: 'refused'; readonly code: string }
  /** It was tried for as long as `Patience` allowed; later it may be taken. */
  | { readonly kind: 'unreachable'; readonly code: string; readonly retryAfterMs: number };

/** How long one call goes on trying before it is `unreachable`. Default: PATIENCE_MS. */
export interface Patience {
  readonly patienceMs?: number;
}

/**
 * Sends to Bot Framework conversations: in the order of asking in each conversation, within the channel's limits (limits.ts), with
 * retries. Nothing is stored here:
 * - what a person reads in her own conversation is appended to it (`conversations.append`), and the courier (courier.ts) sends it;
 * - what has records of its own, such as the cards of tickets in a Teams channel, is sent by this from a lane of the outbox, which tries
 *   again: `dead` and `refused` are a PermanentFailure there, `unreachable` a TemporaryFailure with its `retryAfterMs`.
 *
 * An activity whose answer was lost on the way back is sent again and may then stand there twice: the protocol has no key by which a
 * connector could tell (docs/teams.md, "What is sent, and when it is sent again"). `update` and `remove` have the same effect when repeated.
 */
export interface ChannelSender {
  /** @returns the id by which the activity can be updated. */
  send(to: Address, activity: WireActivity, patience?: Patience): Promise<Result<Receipt, SendFault>>;
  /** Replaces an activity in place, for example a card. */
  update(
    to: Address,
    activityId: string,
    activity: WireActivity,
    patience?: Patience,
  ): Promise<Result<Receipt, SendFault>>;
  remove(to: Address, activityId: string, patience?: Patience): Promise<Result<Receipt, SendFault>>;
  /** Opens a conversation: with a person, or a new thread in a channel with its first activity. */
  open(
    command: NewConversation,
    patience?: Patience,
  ): Promise<Result<{ readonly address: Address } & Receipt, SendFault>>;
  /** Ends what waits (as `unreachable`) and takes nothing more. */
  stop(): Promise<void>;
}
