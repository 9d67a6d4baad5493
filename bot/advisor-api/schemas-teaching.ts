import { z } from 'zod';
import { PROPOSAL_SOURCES, PROPOSAL_STATUSES } from '../../data/teaching/types';

const phrase = z.string().trim().min(1).max(500);
const id = z.string().min(1).max(400);

export const proposeBody = z.strictObject({
  desk: z.string().max(50),
  text: phrase,
  topicId: id,
  formerTopicId: id.nullish(),
  source: z.strictObject({ kind: z.enum(PROPOSAL_SOURCES), id: id.nullable() }),
});

export const lessonBody = z.strictObject({ text: phrase, topicId: id });
export const acceptBody = lessonBody.extend({ force: z.boolean() });
export const dismissBody = z.strictObject({ ids: z.array(id).min(1).max(500), back: z.boolean() });

const count = z.int().nonnegative();
const figures = z.object({
  inScope: count,
  right: count,
  wronglyAnswered: count,
  outOfScope: count,
  answeredOutOfScope: count,
});
export const trialAnswer = z.object({ before: figures, after: figures, worse: z.boolean() });

export const proposalAnswer = z.object({
  id: z.string(),
  desk: z.string(),
  text: z.string(),
  topicId: z.string(),
  topicTitle: z.string(),
  formerTitle: z.string().nullable(),
  source: z.enum(PROPOSAL_SOURCES),
  proposedBy: z.string(),
  status: z.enum(PROPOSAL_STATUSES),
  trial: trialAnswer.nullable(),
  createdAt: z.iso.datetime(),
});

export const teachingAnswer = z.object({
  proposals: z.array(proposalAnswer),
  decided: z.array(proposalAnswer),
  clusters: z.array(
    z.object({
      desk: z.string(),
      text: z.string(),
      count,
      ids: z.array(z.string()),
      alike: z.array(z.string()),
      lastAt: z.iso.datetime(),
    }),
  ),
  lowRated: z.array(z.object({ topicId: z.string(), title: z.string(), helpful: count, not: count })),
  topics: z.array(z.object({ id: z.string(), desk: z.string(), title: z.string() })),
});
