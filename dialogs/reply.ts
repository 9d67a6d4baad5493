import type { Decision } from '../knowledge/types';
import type { Action, FormCard } from './turn';

/** Carried to every channel as channelData.guichet (contracts.md). */
export interface ReplyMeta {
  readonly decision: Decision;
  readonly topic?: string;
  readonly confidence?: number;
  readonly form?: string;
  readonly slot?: string;
  readonly ticket?: string;
  /** It goes on where nobody else reads: channels that can, offer the way there. */
  readonly privately?: true;
  /** Who answers from now on: an advisor, by her name, or the assistant again. */
  readonly hold?: { readonly change: 'taken' | 'handed-back'; readonly advisorName: string | null };
}

/** A button. Pressing it and typing its label do the same. */
export interface Choice {
  readonly label: string;
  readonly action: Action;
  /** One primary button a reply at most. */
  readonly primary?: boolean;
}

export interface LabelledValue {
  readonly label: string;
  readonly value: string;
}

/** One field of a form's card. */
export interface SheetField {
  readonly slot: string;
  readonly label: string;
  /** What it takes: a date 'YYYY-MM-DD', a time 'HH:mm', the value of one of the choices, words. */
  readonly kind: 'date' | 'time' | 'choice' | 'text';
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | null;
  /** What is wrong with it. */
  readonly fault: string | null;
}

/** A whole form on one card, for channels whose cards can be filled. */
export interface FormSheet {
  readonly fields: readonly SheetField[];
  readonly card: FormCard;
  /** What its button says. */
  readonly submit: string;
}

/** Which requests a card showed, and as they stood when: what changed since is told. */
export interface StatusCard {
  readonly references: readonly string[];
  readonly version: string;
}

/** Where her requests stand, for channels that show it as a card. */
export interface StatusSheet {
  readonly title: string;
  readonly requests: readonly { readonly reference: string; readonly facts: readonly LabelledValue[] }[];
  /** What has changed since the card that this one replaces. */
  readonly changed: string | null;
  /** As of when it is true, in full: a card stays where it is. */
  readonly asOf: string;
  /** What the button says that draws it anew. */
  readonly refresh: string;
  readonly card: StatusCard;
}

/** What the assistant says, free of any channel type. bot/channels/render turns it into activities. */
export type Reply =
  /** A sentence or two, with what can be chosen next. */
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly choices: readonly Choice[];
      /** The requests that it tells of. */
      readonly status?: StatusSheet;
      readonly meta: ReplyMeta;
    }
  /** An article's branch as a card: the answer, numbered steps, a date chip, small actions under it. */
  | {
      readonly kind: 'answer';
      readonly title: string;
      readonly body: string;
      readonly steps: readonly string[];
      readonly date: { readonly label: string; readonly value: string } | null;
      readonly choices: readonly Choice[];
      readonly meta: ReplyMeta;
    }
  /** One question of a form, with the progress of facts ("2 sur 4"). */
  | {
      readonly kind: 'question';
      readonly text: string;
      readonly progress: { readonly done: number; readonly of: number } | null;
      readonly choices: readonly Choice[];
      /** The form that the question belongs to, to be filled at once. */
      readonly sheet?: FormSheet;
      readonly card?: FormCard;
      readonly meta: ReplyMeta;
    }
  /** Everything before it is saved, in one glance. */
  | {
      readonly kind: 'read-back';
      readonly title: string;
      readonly facts: readonly LabelledValue[];
      readonly notice: string | null;
      readonly choices: readonly Choice[];
      readonly card?: FormCard;
      readonly meta: ReplyMeta;
    }
  /** What has been done: a coupon saved, an appointment booked, a ticket filed, each with its reference. */
  | {
      readonly kind: 'receipt';
      readonly title: string;
      readonly reference: string;
      readonly facts: readonly LabelledValue[];
      readonly text: string;
      readonly choices: readonly Choice[];
      /** It is an appointment: channels that can, offer it for her calendar. */
      readonly calendar?: true;
      readonly meta: ReplyMeta;
    };

/** The assistant: one turn in; replies and the conversation's new state out. Pure but for the services it is given. */
export interface Assistant {
  handle(
    turn: import('./turn').Turn,
    state: unknown,
  ): Promise<{
    readonly replies: readonly Reply[];
    readonly state: import('../data/conversations/types').JsonValue;
    readonly locale: 'fr' | 'en';
  }>;
  /**
   * Puts a notice into words for a conversation: what is said, and the conversation's new state (its buttons can be typed). null when there
   * is nothing left to say: the appointment was cancelled since, the coupons were entered.
   */
  announce(
    notice: import('../data/notices/types').Notice,
    listener: Listener,
    state: unknown,
  ): Promise<{
    readonly reply: Reply;
    readonly state: import('../data/conversations/types').JsonValue;
  } | null>;
  /** Says in a conversation that an advisor answers it from now on, or that the assistant does again, and goes on where it was. */
  holdChanged(
    change: import('./live/hold-change').HoldChange,
    listener: Listener & { readonly conversationId: string },
    state: unknown,
  ): Promise<{
    readonly replies: readonly Reply[];
    readonly state: import('../data/conversations/types').JsonValue;
  }>;
}

/** Whom a notice is told, when, and in which language. */
export interface Listener {
  readonly desk: import('../data/desks/types').DeskId;
  readonly person: import('../data/people/types').Person | null;
  readonly locale: 'fr' | 'en';
  readonly now: Date;
}
