import { z } from 'zod';
import { QUEUE_SORTS, QUEUE_VIEWS } from '../../data/tickets/list/types';
import { TICKET_PRIORITIES, TICKET_STATUSES } from '../../data/tickets/types';
import { errorAnswer, ticketSummaryAnswer } from './schemas';

/** What the endpoints of contract-queue.ts accept and answer. */

/** Values that one filter takes at most. */
const MOST_VALUES = 30;

/** Values separated by commas. */
const list = <Output>(value: z.ZodType<Output, string>) =>
  z
    .string()
    .max(4_000)
    .transform((values) => values.split(','))
    .pipe(z.array(value).min(1).max(MOST_VALUES))
    .optional();

const id = z.string().min(1).max(100);

export const ticketListQuery = z.object({
  view: z.enum(QUEUE_VIEWS).default('open'),
  desk: list(id),
  category: list(id),
  status: list(z.enum(TICKET_STATUSES)),
  priority: list(z.enum(TICKET_PRIORITIES)),
  assignee: list(id).describe('Ids of advisors, me, none'),
  team: list(id),
  topic: list(id),
  q: z.string().max(2_000).optional().describe('Every word has to be there; the last may be unfinished'),
  sort: z.enum(QUEUE_SORTS).optional(),
  cursor: z.string().max(500).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const similarCountsQuery = z.object({
  tickets: z
    .string()
    .max(5_000)
    .transform((values) => values.split(','))
    .pipe(z.array(id).min(1).max(50)),
});
export const similarCountsAnswer = z.object({ counts: z.record(z.string(), z.int().positive()) });

const target = z.strictObject({ id, version: z.int().nonnegative() });
const targets = z
  .array(target)
  .min(1)
  .max(100)
  .refine((tickets) => new Set(tickets.map((each) => each.id)).size === tickets.length, {
    error: 'the same ticket twice',
  });

export const bulkChangeBody = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('assign'), assigneeId: id.nullable(), tickets: targets }),
  z.strictObject({
    action: z.literal('status'),
    status: z.enum(['open', 'waiting', 'solved', 'closed']),
    tickets: targets,
  }),
]);

const choices = z.array(z.object({ id: z.string(), desk: z.string(), name: z.string() }));
export const filterChoicesAnswer = z.object({ teams: choices, topics: choices });

export const bulkAnswer = z.object({
  done: z.array(ticketSummaryAnswer),
  failed: z.array(
    z.object({ id: z.string(), error: errorAnswer.shape.error, current: ticketSummaryAnswer.nullable() }),
  ),
});

const name = z.string().trim().min(1).max(60);
const query = z.string().max(4_000);

export const addViewBody = z.strictObject({ name, query, position: z.int().nonnegative().optional() });
export const changeViewBody = z.strictObject({ name: name.optional(), query: query.optional() });
export const orderViewsBody = z.strictObject({ ids: z.array(id).max(100) });

export const viewAnswer = z.object({ id: z.string(), name: z.string(), query: z.string() });
export const viewListAnswer = z.object({ views: z.array(viewAnswer) });
