import type { JsonValue, StoredActivity } from '../conversations/types';

/** The next activity of a conversation that its channel has not taken. */
export interface OwedActivity {
  readonly activity: StoredActivity;
  /** The conversation's reference as of the last thing that came in from it; null: it never gave one. */
  readonly reference: JsonValue;
  /** Why nothing can be sent there; null: something can be. */
  readonly dead: string | null;
}

/**
 * What has been said in conversations of Teams and other channels and must still reach them: written with `conversations.commitTurn` and
 * `append`, sent by the courier (bot/channels/bot-framework/courier.ts), in the order of the conversation.
 */
export interface DeliveryService {
  /** The conversations that something is owed to. */
  owing(): Promise<readonly string[]>;
  /** What is to be sent next there; null when nothing is. */
  next(conversationId: string): Promise<OwedActivity | null>;
  /** The channel took it. `channelId`: the id that it gave, by which the activity can be updated in place. */
  markSent(command: {
    conversationId: string;
    sequence: number;
    channelId: string | null;
    now: Date;
  }): Promise<void>;
  /** A try failed; it counts against the channel's limits. */
  noteFailure(conversationId: string, sequence: number): Promise<void>;
  /** It will never be sent. An advisor's reply is marked as not delivered in the history of its ticket. */
  giveUp(command: { conversationId: string; sequence: number; fault: string; now: Date }): Promise<void>;
  /**
   * Nothing can be sent there any more: gives up all that is owed to it. The next thing that comes in from it (`conversations.open`)
   * revives it, and what an advisor wrote meanwhile is owed again.
   */
  bury(command: { conversationId: string; fault: string; now: Date }): Promise<void>;
  /** When calls ended for this conversation since an instant, the failed ones included; each at the latest at which it can have been. */
  callsSince(conversationId: string, since: Date, now: Date): Promise<readonly Date[]>;
  /** Where an activity stands in its channel, to be updated in place; null when it has not been sent, or got no id there. */
  sentAs(
    conversationId: string,
    activityId: string,
  ): Promise<{ readonly reference: JsonValue; readonly channelId: string } | null>;
}
