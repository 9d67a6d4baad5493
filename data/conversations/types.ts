import type { DeskId } from '../desks/types';
import type { NewRoutedMessage } from '../insights/types';
import type { Locale } from '../people/types';

export type ChannelKind = 'webchat' | 'teams' | 'other';
/** Who reads along: in a group chat and a channel, others do. null: a channel that does not say (the web chat is one person's). */
export type ConversationScope = 'personal' | 'group' | 'channel';
export type ActivityAuthor = 'tutor' | 'assistant' | 'advisor' | 'system';
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

export interface Conversation {
  readonly id: string;
  readonly channel: ChannelKind;
  readonly deskId: DeskId;
  readonly userId: string;
  readonly personId: string | null;
  readonly locale: Locale;
  /** The assistant's memory, opaque here. */
  readonly state: JsonValue;
  readonly reference: JsonValue;
  readonly lastTurnAt: Date;
  /** The advisor who answers it herself; null: the assistant does (hold-types.ts). */
  readonly heldById: string | null;
  readonly scope: ConversationScope | null;
  /** She has been asked which desk she writes to and has not said; `deskId` is a place holder until then. */
  readonly deskPending: boolean;
}

/** One activity of a conversation, in order. `sequence` is Direct Line's watermark. */
export interface StoredActivity {
  readonly conversationId: string;
  readonly sequence: number;
  readonly activityId: string;
  readonly direction: 'in' | 'out';
  readonly author: ActivityAuthor;
  readonly payload: JsonValue;
  readonly text: string;
  readonly at: Date;
  readonly processedAt: Date | null;
  /** Where the courier sends it (Teams and other channels): what became of that. Absent: nobody sends it, the web chat reads it. */
  readonly delivery?: 'owed' | 'sent' | 'given-up';
}

export interface OutgoingActivity {
  readonly activityId: string;
  readonly author: ActivityAuthor;
  readonly payload: JsonValue;
  readonly text: string;
}

export interface ConversationService {
  /**
   * Finds the conversation or creates it; a known one keeps its desk, and gets person and reference refreshed. One whose desk was pending
   * gets this desk, unless it is still pending.
   */
  open(command: {
    id: string;
    channel: ChannelKind;
    deskId: DeskId;
    userId: string;
    personId: string | null;
    locale: Locale;
    reference?: JsonValue;
    scope?: ConversationScope;
    /** The desk is not known yet: `deskId` only holds its place. */
    deskPending?: boolean;
    now: Date;
  }): Promise<Conversation>;
  find(id: string): Promise<Conversation | null>;
  /** Stores what came in. The same activityId again stores nothing and answers `duplicate: true`. */
  receive(command: {
    conversationId: string;
    activityId: string;
    payload: JsonValue;
    text: string;
    /** Events that owe no turn (typing, read receipts) are stored as processed. */
    owesTurn: boolean;
    now: Date;
  }): Promise<{ activity: StoredActivity; duplicate: boolean }>;
  /**
   * Stores the arrival that she is welcomed for, once a conversation whatever events tell of it, and once more after each `leave`. null:
   * she was welcomed before.
   */
  welcome(command: {
    conversationId: string;
    activityId: string;
    payload: JsonValue;
    now: Date;
  }): Promise<StoredActivity | null>;
  /**
   * Notes that the assistant was taken out of the conversation, once per activityId: who lets it in again is welcomed again.
   */
  leave(command: {
    conversationId: string;
    activityId: string;
    payload: JsonValue;
    now: Date;
  }): Promise<{ duplicate: boolean }>;
  /** Ends a turn: marks the inbound activity processed, saves the new state and stores the replies, in one transaction. A turn already committed is left as it was and its replies are returned. */
  commitTurn(command: {
    conversationId: string;
    inboundActivityId: string;
    state: JsonValue;
    locale: Locale;
    replies: readonly OutgoingActivity[];
    /** What became of the message; absent for what nobody typed. */
    routed?: NewRoutedMessage;
    /** The replies, or the first of them, go out in the answer to the request that brought the message: nobody sends them. */
    inResponse?: boolean | 'first';
    now: Date;
  }): Promise<readonly StoredActivity[]>;
  /**
   * Appends something that nobody asked for in this turn (an advisor's reply, a reminder). Once per activityId. `state`, when given, is
   * saved with it: call it under the turn lock then.
   */
  append(command: {
    conversationId: string;
    activity: OutgoingActivity;
    state?: JsonValue;
    now: Date;
  }): Promise<StoredActivity>;
  /** Everything after the watermark, in order. */
  since(conversationId: string, watermark: number, limit?: number): Promise<readonly StoredActivity[]>;
  /** Inbound activities whose turn was never committed (a crash): oldest first. */
  owedTurns(): Promise<readonly StoredActivity[]>;
  /** The one she wrote in last comes first. */
  ofPerson(personId: string): Promise<readonly Conversation[]>;
  /** The personal chat of somebody on a channel, by the channel's own id of her; the one she wrote in last. */
  personalOf(channel: ChannelKind, userId: string): Promise<Conversation | null>;
  /** One vote a conversation and answer; the last one counts. */
  recordFeedback(command: {
    conversationId: string;
    topicId: string;
    branchId: string;
    helpful: boolean;
    now: Date;
  }): Promise<void>;
}
