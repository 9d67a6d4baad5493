import { z } from 'zod';

const factValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const name = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'write it in lower case with underscores, as student_name');
const factName = z
  .string()
  .regex(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$/, 'write it as attempts or invoice.status');
const branchId = z.string().regex(/^[a-z][a-z0-9-]*$/, 'write it in lower case with hyphens, as too-late');
const sentence = z.string().trim().min(1, 'it is empty');

const ask = z.strictObject({
  name: factName,
  question: sentence,
  choices: z.array(z.strictObject({ value: factValue, label: sentence })).min(2, 'give two choices or more'),
});

const slotKind = z.enum([
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
]);

const slot = z
  .strictObject({
    name,
    label: sentence,
    question: sentence,
    kind: slotKind,
    choices: z.array(sentence).min(2).optional(),
    optional: z.boolean().default(false),
    from: factName.optional(),
  })
  .refine((value) => value.kind !== 'choice' || value.choices, {
    message: 'a choice needs "choices"',
    path: ['choices'],
  });

const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item));

/** The front matter of a French article: everything that decides. */
export const frenchFrontMatter = z.strictObject({
  topic: sentence,
  title: sentence,
  source: z.array(z.string()).min(1, 'name the facts it states'),
  branches: z
    .array(
      z.strictObject({
        id: branchId,
        when: z.union([z.string(), z.boolean().transform(String)]).optional(),
        ticket: z.enum(['now', 'later', 'none']),
        date: z.strictObject({ value: sentence, label: sentence }).optional(),
        next: branchId.optional(),
        examples: z.array(z.record(factName, factValue)).default([]),
      }),
    )
    .min(1, 'give one branch or more'),
  ask: oneOrMore(ask),
  slots: oneOrMore(slot),
});

/** The front matter of an English article: only what is shown. What it leaves out is taken from the French one. */
export const englishFrontMatter = z.strictObject({
  topic: sentence.optional(),
  title: sentence,
  ask: oneOrMore(ask),
  slots: oneOrMore(
    z.strictObject({
      name,
      label: sentence,
      question: sentence,
      kind: slotKind.optional(),
      choices: z.array(sentence).optional(),
      optional: z.boolean().optional(),
      from: factName.optional(),
    }),
  ),
  /** The label of a branch's date, by branch id. */
  dates: z.record(branchId, sentence).default({}),
});

export type FrenchFrontMatter = z.infer<typeof frenchFrontMatter>;
export type EnglishFrontMatter = z.infer<typeof englishFrontMatter>;
