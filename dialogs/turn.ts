import type { ChannelKind } from '../data/conversations/types';
import type { Hold } from '../data/conversations/hold-types';
import type { DeskId } from '../data/desks/types';
import type { Locale, Person } from '../data/people/types';

/** What a button of ours says when it is pressed. Everything a button can do can also be typed. */
export type Action =
  | { readonly type: 'choose'; readonly value: string }
  | { readonly type: 'show-topic'; readonly topicId: string }
  | {
      readonly type: 'helpful';
      readonly topicId: string;
      readonly branchId: string;
      readonly helpful: boolean;
    }
  | { readonly type: 'talk-to-someone' }
  | { readonly type: 'confirm' }
  /** A form's card, filled: what stands in its fields, by slot. */
  | { readonly type: 'fill'; readonly values: Readonly<Record<string, string>> }
  | { readonly type: 'correct'; readonly slot?: string }
  | { readonly type: 'back' }
  | { readonly type: 'cancel' }
  | {
      readonly type: 'start-form';
      readonly form: 'coupon' | 'appointment' | 'ticket' | 'report';
      readonly topicId?: string;
    };

/** Which state of which form a card showed, and on which day of hers it was drawn ('YYYY-MM-DD'). */
export interface FormCard {
  readonly form: string;
  readonly revision: string;
  readonly day: string;
}

/** One message of one person, free of any channel type. The last sight of a Bot Framework activity is bot/channels/read-turn.ts. */
export interface Turn {
  /** The activity's id: the root of every idempotency key of this turn. */
  readonly id: string;
  readonly conversationId: string;
  readonly channel: ChannelKind;
  readonly kind: 'joined' | 'message';
  /** What was typed, already trimmed and cut to 4,000 characters; '' for a button or a file alone. */
  readonly text: string;
  readonly action: Action | null;
  /** The card whose button this is, where it says so: one that no longer shows what is true does nothing. */
  readonly card?: FormCard;
  readonly attachments: readonly {
    readonly id: string;
    readonly name: string;
    readonly contentType: string;
  }[];
  /** Files that the edge refused, with the reason, so that the assistant can say so. */
  readonly refusedAttachments: readonly {
    readonly name: string;
    readonly reason: 'too-large' | 'forbidden-type' | 'unreadable';
  }[];
  /** Why there is no usable text, when the edge could not read any. */
  readonly unreadable: 'empty' | 'too-long' | 'binary' | null;
  readonly desk: DeskId;
  /** Her records, when she is known; a visitor without identity is null. */
  readonly person: Person | null;
  readonly locale: Locale;
  /** It is an earlier message of hers, changed. */
  readonly edited?: boolean;
  /** The id of the turn that the message had before it was changed. */
  readonly edits?: string;
  /** Others read along (a group chat, a channel): nothing personal is said. */
  readonly shared?: boolean;
  /** An advisor answers this conversation herself; absent: the assistant does. */
  readonly heldBy?: Hold;
  readonly now: Date;
}
