// What stands between Guichet and a Bot Framework SDK. docs/teams-successor.md says how another one takes this one's place; the tests in
// testing/adapter-contract.ts say what it must do.
import type { JsonValue } from '../../../data/conversations/types';
import type { Result } from '../../../data/result';

/** An activity as JSON, before the channel has given it an id. */
export type WireActivity = { readonly [key: string]: JsonValue };

/**
 * Where an activity goes: the parts of a Bot Framework conversation reference that sending needs. The references stored on
 * Conversation and TeamsChannel have this shape.
 */
export interface Address {
  readonly serviceUrl: string;
  readonly channelId: string;
  readonly conversation: { readonly id: string; readonly [key: string]: JsonValue };
  /** Who sends: the assistant's own account in that channel. */
  readonly bot?: JsonValue;
  /** To whom, in a conversation of two. */
  readonly user?: JsonValue;
}

/** What the connector gave an activity; null when it gives none. Activities are updated and removed by it. */
export interface Receipt {
  readonly id: string | null;
}

/** Why one call of the connector did not do what it should, as the wire says it; what follows is `faultOf` (faults.ts). */
export type WireFault =
  /** The connector answered with an error. `code` is its own word (ConversationNotFound); '' when it gave none. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly code: string;
      /** As the header says it: seconds, or a date. */
      readonly retryAfter: string | null;
    }
  /** Nobody answered. `reached` false: the activity never left; true: whether it was taken cannot be told. */
  | { readonly kind: 'silence'; readonly code: string; readonly reached: boolean }
  /** The address is not one that this bot's token may be shown to. */
  | { readonly kind: 'untrusted' }
  /** No token could be had for the call. */
  | { readonly kind: 'no-token'; readonly code: string };

/** A conversation that the bot opens itself: with one person, or a new thread of a channel. */
export interface NewConversation {
  readonly serviceUrl: string;
  readonly channelId: string;
  readonly tenantId: string;
  readonly bot: WireActivity;
  /** With whom; null: a new thread in `teamsChannelId`. */
  readonly user: WireActivity | null;
  readonly teamsChannelId: string | null;
  /** What is said first: a new thread needs it. */
  readonly activity: WireActivity | null;
}

/** One authenticated activity, while its request is open. */
export interface InboundContext {
  readonly activity: {
    readonly channelId: string;
    readonly conversation: object;
    readonly recipient?: object;
    readonly from?: object;
    readonly serviceUrl?: string;
    readonly locale?: string;
    readonly deliveryMode?: string;
  };
  /** Says something that no conversation keeps: in the response where the caller expects replies there, by the connector elsewhere. */
  say(activities: readonly object[]): Promise<void>;
  /** What the caller of an invoke is answered. */
  answerInvoke(answer: HttpAnswer): Promise<void>;
}

/** What a request of the channel is answered. */
export interface HttpAnswer {
  readonly status: number;
  readonly body?: object;
}

/** The caller is not the channel that it says it is. */
export class NotAuthenticated extends Error {
  override readonly name = 'NotAuthenticated';
}

/** Whether the caller is the channel cannot be told: the channel's keys could not be read. `cause` says why. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/** The way in of a Bot Framework SDK. */
export interface Door {
  /**
   * Authenticates an activity and runs `logic` on it.
   *
   * @returns what the caller is answered: for `deliveryMode: expectReplies` the replies themselves, for an invoke its answer, and 501
   * for an invoke that nobody answered; undefined: nothing but that it was taken.
   * @throws NotAuthenticated when the token is missing or not accepted; KeysUnavailable; whatever `logic` throws.
   */
  process(
    authorization: string,
    activity: object,
    logic: (context: InboundContext) => Promise<void>,
  ): Promise<HttpAnswer | undefined>;
}

/** The way out of a Bot Framework SDK: one call of the connector each, tried once. What retries and paces is above it (sender.ts). */
export interface Connector {
  send(to: Address, activity: WireActivity, signal: AbortSignal): Promise<Result<Receipt, WireFault>>;
  update(
    to: Address,
    activityId: string,
    activity: WireActivity,
    signal: AbortSignal,
  ): Promise<Result<Receipt, WireFault>>;
  remove(to: Address, activityId: string, signal: AbortSignal): Promise<Result<Receipt, WireFault>>;
  open(
    command: NewConversation,
    signal: AbortSignal,
  ): Promise<Result<{ readonly address: Address } & Receipt, WireFault>>;
  /** Forgets the token that was refused; the next call asks for another. */
  renewToken(): void;
  /** The `Authorization` header for a file that the channel points at; null where the address is not trusted with it. */
  fileAuthorization(url: string): Promise<Result<string | null, WireFault>>;
}
