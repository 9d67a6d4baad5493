import type { JsonValue } from '../../data/conversations/types';
import type { Choice, LabelledValue, Reply } from '../reply';
import type { Scene } from '../scene';
import type { Sheet } from './sheet';
import type { FormEnv, FormSpec, FormState, Reason, SlotChoice, SlotValue, SlotValues } from './types';

/** What a guided dialog sees when it speaks: the form's values, known ones included, and the turn. */
export interface FormView<E extends FormEnv> {
  readonly state: FormState;
  readonly values: SlotValues;
  readonly env: E;
  readonly scene: Scene;
}

/** A slot's question in words. */
export interface SlotQuestion {
  readonly text: string;
  /** When the question comes back after a digression. */
  readonly short: string;
  /** What an answer looks like, shown after two answers not understood. */
  readonly example: string;
  readonly choices: readonly SlotChoice[];
  /** Buttons beside the slot's own values: another slot, another form. */
  readonly extra?: readonly Choice[];
}

/** The last look before the read-back. */
export type Review =
  | { readonly kind: 'ok'; readonly notices: readonly string[] }
  | { readonly kind: 'reopen'; readonly slot: string; readonly reason: Reason }
  /** Another form has to be filled first; this one comes back with everything kept. */
  | { readonly kind: 'call'; readonly form: string; readonly start: FormStart; readonly text: string }
  /** It cannot be finished here: what is said, with what can be done instead. */
  | { readonly kind: 'blocked'; readonly worthKeeping: boolean; readonly replies: readonly Reply[] };

export type Completion =
  | { readonly kind: 'done'; readonly replies: readonly Reply[]; readonly reference: string | null }
  | { readonly kind: 'reopen'; readonly slot: string; readonly reason: Reason }
  /** Something has changed since the read-back: it is reviewed and read back again. */
  | { readonly kind: 'review' };

/** What a message changed in a form that is kept answer by answer. */
export interface DraftChange {
  readonly set: SlotValues;
  readonly clear: readonly string[];
}

/** What a form starts with. */
export interface FormStart {
  readonly seed?: Readonly<Record<string, JsonValue>>;
  readonly values?: Readonly<Record<string, SlotValue>>;
  /** Her sentence that opened the form: it may already fill several slots. */
  readonly text?: string;
}

/** A guided dialog: its form as data, its words, and its completion. Everything else is the engine's. */
export interface GuidedDialog<E extends FormEnv> {
  readonly id: string;
  readonly version: number;
  /** Reads what the form needs from records and services. Called before and after each step. */
  load(scene: Scene, state: FormState): Promise<E>;
  spec(env: E): FormSpec<E>;
  title(scene: Scene): string;
  topic(state: FormState): string | undefined;
  question(slot: string, view: FormView<E>): SlotQuestion;
  label(slot: string, view: FormView<E>): string;
  display(slot: string, value: SlotValue, view: FormView<E>): string;
  reason(slot: string, reason: Reason, view: FormView<E>): string;
  readBack(view: FormView<E>): { readonly title: string; readonly facts: readonly LabelledValue[] };
  review(view: FormView<E>): Promise<Review>;
  /** Does it, under an idempotency key of this turn: a turn that is replayed does it once. */
  complete(view: FormView<E>, idempotencyKey: string): Promise<Completion>;
  /** The form as a card that can be filled at once, where the channel has such cards. Absent, null: it is asked question by question. */
  sheet?(view: FormView<E>): Sheet | null;
  /** Keeps what a message changed, outside of the conversation. The same change may come twice. Absent: nothing is kept before the end. */
  saveDraft?(view: FormView<E>, change: DraftChange): Promise<void>;
  /** What is said when she leaves the form, where "nothing was saved" is not true. */
  left?(scene: Scene): string;
}

/** How a form stands after a message was put to it. */
export type FormOutcome =
  | { readonly kind: 'waiting'; readonly state: FormState; readonly replies: readonly Reply[] }
  | { readonly kind: 'not-understood'; readonly state: FormState }
  | {
      readonly kind: 'cancelled';
      readonly state: FormState;
      readonly title: string;
      readonly worthKeeping: boolean;
      /** What is said instead of "nothing was saved". */
      readonly text?: string;
    }
  | { readonly kind: 'done'; readonly replies: readonly Reply[]; readonly reference: string | null }
  | {
      readonly kind: 'call';
      readonly state: FormState;
      readonly form: string;
      readonly start: FormStart;
      readonly replies: readonly Reply[];
    }
  | {
      readonly kind: 'blocked';
      readonly state: FormState;
      readonly title: string;
      readonly worthKeeping: boolean;
      readonly replies: readonly Reply[];
    };

/** A guided dialog with its environment's type closed over: what the bridge and the router know of it. */
export interface FormRunner {
  readonly id: string;
  title(scene: Scene): string;
  begin(start: FormStart, scene: Scene): Promise<FormOutcome>;
  /** Puts the turn's message or button to the form. */
  hear(stored: unknown, scene: Scene): Promise<FormOutcome>;
  /** The pending question again, in its short form, after a digression or a resumption. */
  askAgain(stored: unknown, scene: Scene): Promise<FormOutcome>;
  /** Nobody understood the message: choices and an example after two, a person after three. */
  miss(stored: unknown, scene: Scene): Promise<FormOutcome>;
}
