import { z } from 'zod';
import type { JsonValue } from '../data/conversations/types';
import type { FactValue, Facts } from '../knowledge/types';
import type { Choice } from './reply';
import type { Action } from './turn';

/** One dialog of the stack, as botbuilder-dialogs stores it. */
export interface StackEntry {
  readonly id: string;
  readonly state: JsonValue;
}

/** A question of an article and what she answered, in words. */
export interface Said {
  readonly key: string;
  readonly label: string;
  readonly value: string;
}

/** The answer she was shown last: what a ticket tells the advisor, and where "pas vraiment" goes on from. */
export interface ShownAnswer {
  readonly topicId: string;
  readonly branchId: string;
  readonly title: string;
  readonly text: string;
  /** What she said for the article's own questions. */
  readonly asked: Facts;
  /** The same as question and answer, for the advisor. */
  readonly said: readonly Said[];
  /** Other topics that her message may have meant, likelier first, not yet shown. */
  readonly others: readonly string[];
}

/** A question outside of a form whose answer is pending. */
export type Awaiting =
  | {
      readonly kind: 'fact';
      readonly topicId: string;
      readonly confidence: number;
      readonly fact: string;
      readonly question: string;
      readonly choices: readonly { readonly value: FactValue; readonly label: string }[];
      readonly asked: Facts;
      readonly said: readonly Said[];
      readonly others: readonly string[];
      readonly misses: number;
    }
  | { readonly kind: 'addition'; readonly ticketId: string; readonly reference: string };

/** A form that was left: kept, offered, never imposed. */
export interface Parked {
  readonly stack: readonly StackEntry[];
  readonly title: string;
  readonly since: string;
}

/** Everything that the assistant remembers of a conversation. */
export interface ConversationState {
  readonly version: 1;
  /** The language she turned out to write in; null: her own locale. */
  readonly locale: 'fr' | 'en' | null;
  readonly stack: readonly StackEntry[];
  readonly parked: Parked | null;
  readonly shown: ShownAnswer | null;
  readonly awaiting: Awaiting | null;
  /** The buttons of the last turn, so that their labels can be typed. */
  readonly offered: readonly Choice[];
  /** What "oui" and "non" mean after an offer in one sentence. */
  readonly offer: { readonly yes: Choice; readonly no: Choice | null; readonly plainYesOnly: boolean } | null;
  /** Messages in a row that nobody understood. */
  readonly misunderstood: number;
  /** Requests that came along with another one, to be offered when that is done. */
  readonly kept: readonly string[];
  /** Her last request in her own words: a ticket's subject. */
  readonly query: string;
  /** Files that came outside of a form, for the next request. */
  readonly files: readonly { readonly id: string; readonly name: string }[];
  /** A short acknowledgement is said once, not at every message. */
  readonly soothed: boolean;
  readonly receipt: { readonly form: string; readonly reference: string } | null;
  readonly greeted: boolean;
  /** When she last wrote, ISO: what was pending before a long silence is not what she answers. */
  readonly spokeAt: string | null;
  /** Topics about which Guichet has promised to come back in this conversation, and has not yet. */
  readonly promised: readonly string[];
}

const FRESH: ConversationState = {
  version: 1,
  locale: null,
  stack: [],
  parked: null,
  shown: null,
  awaiting: null,
  offered: [],
  offer: null,
  misunderstood: 0,
  kept: [],
  query: '',
  files: [],
  soothed: false,
  receipt: null,
  greeted: false,
  spokeAt: null,
  promised: [],
};

const factValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const facts = z.record(z.string(), factValue);
const said = z.array(z.object({ key: z.string(), label: z.string(), value: z.string() })).catch([]);
const entry = z.object({ id: z.string(), state: z.json() });
const action = z.discriminatedUnion('type', [
  z.object({ type: z.literal('choose'), value: z.string() }),
  z.object({ type: z.literal('show-topic'), topicId: z.string() }),
  z.object({
    type: z.literal('helpful'),
    topicId: z.string(),
    branchId: z.string(),
    helpful: z.boolean(),
  }),
  z.object({ type: z.literal('talk-to-someone') }),
  z.object({ type: z.literal('confirm') }),
  z.object({ type: z.literal('correct'), slot: z.string().optional() }),
  z.object({ type: z.literal('back') }),
  z.object({ type: z.literal('cancel') }),
  z.object({
    type: z.literal('start-form'),
    form: z.enum(['coupon', 'appointment', 'ticket', 'report']),
    topicId: z.string().optional(),
  }),
]) satisfies z.ZodType<Action>;
const choice = z.object({ label: z.string(), action, primary: z.boolean().optional() });

const schema = z.object({
  version: z.literal(1),
  locale: z.enum(['fr', 'en']).nullable().catch(null),
  stack: z.array(entry).catch([]),
  parked: z
    .object({ stack: z.array(entry).min(1), title: z.string(), since: z.string() })
    .nullable()
    .catch(null),
  shown: z
    .object({
      topicId: z.string(),
      branchId: z.string(),
      title: z.string(),
      text: z.string(),
      asked: facts,
      said,
      others: z.array(z.string()),
    })
    .nullable()
    .catch(null),
  awaiting: z
    .discriminatedUnion('kind', [
      z.object({
        kind: z.literal('fact'),
        topicId: z.string(),
        confidence: z.number(),
        fact: z.string(),
        question: z.string(),
        choices: z.array(z.object({ value: factValue, label: z.string() })),
        asked: facts,
        said,
        others: z.array(z.string()),
        misses: z.number(),
      }),
      z.object({ kind: z.literal('addition'), ticketId: z.string(), reference: z.string() }),
    ])
    .nullable()
    .catch(null),
  offered: z.array(choice).catch([]),
  offer: z.object({ yes: choice, no: choice.nullable(), plainYesOnly: z.boolean() }).nullable().catch(null),
  misunderstood: z.number().catch(0),
  kept: z.array(z.string()).catch([]),
  query: z.string().catch(''),
  files: z.array(z.object({ id: z.string(), name: z.string() })).catch([]),
  soothed: z.boolean().catch(false),
  receipt: z.object({ form: z.string(), reference: z.string() }).nullable().catch(null),
  greeted: z.boolean().catch(false),
  spokeAt: z.iso.datetime().nullable().catch(null),
  promised: z.array(z.string()).catch([]),
});

/**
 * What was stored, read back. Damaged parts are dropped one by one; something that is no state at all, or of an unknown version,
 * gives a fresh one. Never throws: a conversation goes on whatever a deploy changed.
 */
export function readState(stored: unknown): ConversationState {
  const parsed = schema.safeParse(stored);
  return parsed.success ? (parsed.data as ConversationState) : FRESH;
}

/** A conversation in which nothing has been said yet. */
export const freshState = (): ConversationState => FRESH;

/** The state as JSON, to be stored with the turn. */
export const writeState = (state: ConversationState): JsonValue =>
  JSON.parse(JSON.stringify(state)) as JsonValue;
