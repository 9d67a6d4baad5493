import { z } from 'zod';
import type { JsonValue } from '../../data/conversations/types';
import type { Facts, TicketSlot } from '../../knowledge/types';
import type { FormEnv } from '../form/types';

/** The key of the fact that names the request which this one takes up. */
export const CONTINUES = 'continues';

const slot = z.object({
  name: z.string(),
  label: z.string(),
  question: z.string(),
  kind: z.enum([
    'text',
    'long-text',
    'date',
    'month',
    'yes-no',
    'choice',
    'student',
    'assignment',
    'attachment',
    'link',
  ]),
  choices: z.array(z.string()).optional(),
  optional: z.boolean(),
  from: z.string().optional(),
});
const factValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const labelled = z.object({ key: z.string(), label: z.string(), value: z.string() });

const seed = z.object({
  topicId: z.string().catch('human'),
  subject: z.string().catch(''),
  /** The article and branch that she was shown, if one was. */
  shown: z
    .object({ topicId: z.string(), branchId: z.string(), title: z.string(), text: z.string() })
    .nullable()
    .catch(null),
  asked: z.record(z.string(), factValue).catch({}),
  said: z.array(labelled).catch([]),
  /** The article's slots when the form was opened: used when the article cannot be read now. */
  slots: z.array(slot).catch([]),
  /** Nothing but her words and how to reach her: the article's questions are left out. */
  bare: z.boolean().catch(false),
  /** From when writing makes sense, if that is later than today. */
  laterFrom: z.string().nullable().catch(null),
  files: z.array(z.string()).catch([]),
  priority: z.enum(['normal', 'high', 'urgent']).catch('normal'),
});

/** What a ticket form is opened with. */
export type TicketSeed = z.infer<typeof seed>;

/** Reads a form's seed; whatever is damaged falls back to its default. */
export const readSeed = (stored: Readonly<Record<string, JsonValue>>): TicketSeed => seed.parse(stored);

/** The seed as it is stored. */
export const writeSeed = (value: TicketSeed): Readonly<Record<string, JsonValue>> =>
  JSON.parse(JSON.stringify(value)) as Readonly<Record<string, JsonValue>>;

/** What a ticket form reads before each step. */
export interface TicketEnv extends FormEnv {
  readonly seed: TicketSeed;
  readonly slots: readonly TicketSlot[];
  readonly facts: Facts;
  readonly students: readonly string[];
  readonly assignments: readonly { readonly label: string; readonly names: readonly string[] }[];
  /** A visitor without identity: her name and how to reach her have to be asked. */
  readonly isVisitor: boolean;
  readonly unknownLabel: string;
  /** A text with her students' names blanked, letter for letter: what is read in it as a time is no name. */
  readonly nameless: (text: string) => string;
}
