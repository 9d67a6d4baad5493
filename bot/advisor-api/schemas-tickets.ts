import { z } from 'zod';
import { LINK_KINDS } from '../../data/tickets/relations';
import { TICKET_STATUSES } from '../../data/tickets/types';

/** What the endpoints of contract-tickets.ts accept and answer. */

const text = (max: number) => z.string().trim().min(1).max(max);
const id = z.string().min(1).max(100);
const version = z.int().nonnegative();
const clientId = text(100).describe('Chosen by the caller: the same one again does nothing twice');
const instant = z.iso.datetime();

/** Tickets answered at once. */
export const MOST_ANSWERED = 100;

export const topicsQuery = z.object({ text: z.string().max(4000).optional() });
export const changeTopicBody = z.strictObject({ topicId: id, version });
export const mergeBody = z.strictObject({ into: id, version });
export const splitBody = z.strictObject({ text: text(4000), topicId: id, clientId });
export const linkBody = z.strictObject({ ticket: id });
export const fileQuery = z.object({ name: z.string().min(1).max(500) });
export const ticketSlotsQuery = z.object({
  advisorId: id.optional(),
  from: instant.optional(),
  to: instant.optional(),
});
export const proposalBody = z.strictObject({
  text: z.string().trim().max(2000),
  shown: text(4000),
  channel: z.enum(['teams', 'phone']),
  slots: z
    .array(z.strictObject({ advisorId: id, startsAt: instant }))
    .min(1)
    .max(6),
  clientId,
});
export const manyAnswersBody = z.strictObject({
  tickets: z.array(id).min(1).max(MOST_ANSWERED),
  text: text(8000),
  solve: z.boolean(),
  clientId,
});
export const repliesQuery = z.object({ archived: z.enum(['yes', 'no']).default('no') });
const content = { title: text(120), text: text(4000), category: z.string().min(1).max(60).nullable() };
export const createReplyBody = z.strictObject({ desk: id, ...content });
export const editReplyBody = z.strictObject({ ...content, version });
export const archiveReplyBody = z.strictObject({ archived: z.boolean() });

export const topicsAnswer = z.object({
  topics: z.array(z.object({ id: z.string(), title: z.string(), category: z.string() })),
  suggested: z.array(z.string()),
});

const linkAnswer = z.object({
  reference: z.string(),
  subject: z.string(),
  status: z.enum(TICKET_STATUSES),
  kind: z.enum(LINK_KINDS),
  role: z.enum(['from', 'to']),
});
export const linksAnswer = z.object({ links: z.array(linkAnswer) });

const fact = z.object({
  key: z.string(),
  label: z.string(),
  value: z.string(),
  source: z.enum(['said', 'records']),
});

/** What a ticket's detail says of the tickets around it. */
export const relatedAnswer = {
  links: z.array(linkAnswer),
  mergedInto: z.string().nullable(),
  merged: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      subject: z.string(),
      createdAt: instant,
      facts: z.array(fact),
    }),
  ),
};

export const fileAnswer = z.object({
  id: z.string(),
  name: z.string(),
  contentType: z.string(),
  size: z.int(),
});

export const filledRepliesAnswer = z.object({
  replies: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      text: z.string(),
      category: z.string().nullable(),
      missing: z.array(z.string()),
    }),
  ),
});

export const replyAnswer = z.object({
  id: z.string(),
  desk: z.string(),
  title: z.string(),
  text: z.string(),
  category: z.string().nullable(),
  version: z.int(),
  updatedBy: z.string().nullable(),
  updatedAt: instant,
  archived: z.boolean(),
});
export const repliesAnswer = z.object({ replies: z.array(replyAnswer) });
export const replyConflictAnswer = z.object({
  error: z.object({ code: z.string(), message: z.string() }),
  current: replyAnswer,
});

export const manyAnswersAnswer = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      reference: z.string(),
      outcome: z.enum(['told', 'missing-fields', 'refused']),
      missing: z.array(z.string()),
    }),
  ),
});
