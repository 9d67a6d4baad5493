import type { DeskId } from '../desks/types';
import type { NewRoutedMessage } from '../insights/types';
import type { Locale } from '../people/types';

export type ChannelKind = 'webchat' | 'teams' | 'other';
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
}

export interface OutgoingActivity {
  readonly activityId: string;
  readonly author: ActivityAuthor;
  readonly payload: JsonValue;
  readonly text: string;
}

export interface ConversationService {
  /** Finds the conversation or creates it; a known one keeps its desk, and gets person and reference refreshed. */
  open(command: {
    id: string;
    channel: ChannelKind;
    deskId: DeskId;
    userId: string;
    personId: string | null;
    locale: Locale;
    reference?: JsonValue;
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
  /** Ends a turn: marks the inbound activity processed, saves the new state and stores the replies, in one transaction. A turn already committed is left as it was and its replies are returned. */
  commitTurn(command: {
    conversationId: string;
    inboundActivityId: string;
    state: JsonValue;
    locale: Locale;
    replies: readonly OutgoingActivity[];
    /** What became of the message; absent for what nobody typed. */
    routed?: NewRoutedMessage;
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
  /** One vote a conversation and answer; the last one counts. */
  recordFeedback(command: {
    conversationId: string;
    topicId: string;
    branchId: string;
    helpful: boolean;
    now: Date;
  }): Promise<void>;
}
