import type { JsonValue } from '../../data/conversations/types';
import type { Knowledge, TimeReading } from '../../knowledge/types';

/** What a slot holds. Scalars only: they are stored, compared and shown. */
export type SlotValue = string | number | boolean;
export type SlotValues = Readonly<Record<string, SlotValue>>;

/** Why a value is not accepted: a code and what the sentence about it needs. Words are chosen elsewhere. */
export interface Reason {
  readonly code: string;
  readonly [detail: string]: JsonValue;
}

export type Validity =
  { readonly ok: true; readonly value: SlotValue } | { readonly ok: false; readonly reason: Reason };

/** Accepts a value, perhaps normalised. */
export const valid = (value: SlotValue): Validity => ({ ok: true, value });

/** Refuses a value for a reason. */
export const invalid = (reason: Reason): Validity => ({ ok: false, reason });

/** What a sentence offers for a slot: one value, or several that she must choose from. */
export type Offer = { readonly value: SlotValue } | { readonly oneOf: readonly SlotValue[] };
export type Offers = Readonly<Record<string, Offer>>;

/** What every form may use to read a sentence. Pure: time is an argument, candidates were fetched before. */
export interface FormEnv {
  readonly now: Date;
  /** The zone of the person who writes. */
  readonly zone: string;
  readonly readTimes: Knowledge['readTimes'];
  readonly matchNames: Knowledge['matchNames'];
}

/** One message as a form hears it. */
export interface Heard<E extends FormEnv = FormEnv> {
  readonly text: string;
  readonly folded: string;
  /** The whole message as she wrote it, with the words by which it corrects. */
  readonly whole: string;
  /** The same, folded. */
  readonly said: string;
  /** The slot whose question is pending; null before the first question and at the read-back. */
  readonly focus: string | null;
  /** The slot that she names ("la date", "l'heure de fin"), if she names one. */
  readonly named: string | null;
  readonly values: SlotValues;
  /** The slots that her last message filled, for "non, 15h". */
  readonly lastFilled: readonly string[];
  readonly correcting: boolean;
  /** Names of the files that came with the message. */
  readonly files: readonly string[];
  readonly env: E;
  /** The times in the text, read once per preference. */
  times(prefer: 'past' | 'future'): TimeReading;
}

export interface SlotChoice {
  readonly value: SlotValue;
  readonly label: string;
}

/** One thing that a form must know. */
export interface SlotSpec<E extends FormEnv = FormEnv> {
  readonly name: string;
  /** Takes her words as they are: nothing in them has to be recognised. */
  readonly freeText?: boolean;
  /** Whether words said to a free text's question are an answer to another one ("06 12 34 56 78" to "de quoi souhaitez-vous parler ?"). */
  readonly isElsewhere?: (heard: Heard<E>) => boolean;
  readonly optional?: boolean;
  /** Its change is seen in what is said next: "c'est noté" would say it twice. */
  readonly quiet?: boolean;
  /** Folded words by which she may name the slot. */
  readonly aliases?: readonly string[];
  /** Whether the slot is needed at all, given the others. Default: always. */
  readonly applies?: (values: SlotValues, env: E) => boolean;
  /** Reads the slot's value in a sentence; null when the sentence says nothing about it. */
  readonly parse?: (heard: Heard<E>) => Offer | null;
  /** ok(value) or a reason; sees every other value, so that rules between slots stand here. Default: accepted. */
  readonly validate?: (value: SlotValue, values: SlotValues, env: E) => Validity;
  /** What is known without asking (records, the only possibility); not shown as said by her. */
  readonly known?: (values: SlotValues, env: E) => SlotValue | null;
}

/** A guided dialog as data. */
export interface FormSpec<E extends FormEnv = FormEnv> {
  readonly id: string;
  /** Raised when slots change their meaning; see form/state.ts for the migration. */
  readonly version: number;
  /** Slots of earlier versions that are called otherwise now, old name to new: their answers are kept. */
  readonly renamed?: Readonly<Record<string, string>>;
  readonly slots: readonly SlotSpec<E>[];
  /** Reads what one sentence says for several slots at once. Its offers win over those of the slots' own parsers. */
  readonly read?: (heard: Heard<E>) => Offers;
}

export type FormPhase = 'asking' | 'read-back' | 'choosing-slot';

/** Everything that a form remembers between two turns. JSON. */
export interface FormState {
  readonly form: string;
  readonly version: number;
  readonly phase: FormPhase;
  readonly values: SlotValues;
  /** What she was shown at the read-back: exactly this is what a confirmation confirms. null: nothing was read back yet. */
  readonly readBack: SlotValues | null;
  /** By which message a slot was filled: its turn's id. */
  readonly saidIn?: Readonly<Record<string, string>>;
  /** Slots that she left out on purpose. */
  readonly skipped: readonly string[];
  /** Slots to be asked although they hold a value: she went back or wants to change them. */
  readonly reopened: readonly string[];
  /** Readings between which she has to choose. */
  readonly doubts: Readonly<Record<string, readonly SlotValue[]>>;
  /** Values that a service refused, until any value changes. */
  readonly refusals: Readonly<Record<string, Reason>>;
  /** The slot whose question is pending. */
  readonly asked: string | null;
  /** Slots in the order in which she gave them, the latest last. */
  readonly given: readonly string[];
  readonly lastFilled: readonly string[];
  /** Messages in a row that the form did not understand. */
  readonly misses: number;
  /** What the form was started with (topic, her words...), never changed. */
  readonly seed: Readonly<Record<string, JsonValue>>;
  /** When she last spoke to this form, ISO. */
  readonly touchedAt: string;
}

/** What happened to the form in a turn, for the words of the reply. */
export type Note =
  | { readonly kind: 'refused'; readonly slot: string; readonly reason: Reason }
  | { readonly kind: 'corrected'; readonly slots: readonly string[] }
  | { readonly kind: 'went-back' }
  | { readonly kind: 'at-start' }
  | { readonly kind: 'restarted' }
  /** A release has changed the form since she last wrote, and an answer of hers has no place in it any more. */
  | { readonly kind: 'form-changed' }
  | { readonly kind: 'cannot-skip' };

/** Where the form stands after a message. */
export type Step =
  | {
      readonly kind: 'ask';
      readonly slot: string;
      readonly state: FormState;
      readonly notes: readonly Note[];
    }
  | { readonly kind: 'read-back'; readonly state: FormState; readonly notes: readonly Note[] }
  /** Which slot she wants to change has to be asked. */
  | { readonly kind: 'which-slot'; readonly state: FormState }
  /** She confirmed the read-back. */
  | { readonly kind: 'confirmed'; readonly state: FormState }
  | { readonly kind: 'cancelled'; readonly state: FormState }
  /** Nothing in the message is for this form: a digression, or something not understood. */
  | { readonly kind: 'not-understood'; readonly state: FormState };

/** What reaches a form in a turn. */
export type FormInput =
  | { readonly kind: 'text'; readonly text: string; readonly files?: readonly string[] }
  | { readonly kind: 'choose'; readonly slot: string; readonly value: SlotValue }
  | { readonly kind: 'skip' }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'correct'; readonly slot: string | null }
  | { readonly kind: 'back' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'restart' };
