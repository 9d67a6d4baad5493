import { z } from 'zod';
import { BACKLOG_AGES } from '../../data/insights/types';
import { TICKET_PRIORITIES } from '../../data/tickets/types';

const day = z.iso.date().describe('A day in the zone of the desk, as 2026-11-18');
const count = z.int().nonnegative();

export const figuresQuery = z.object({
  from: day,
  to: day,
  desk: z.string().max(50).optional(),
});

export const figuresExportQuery = figuresQuery.extend({
  part: z.enum(['categories', 'days', 'hours', 'times', 'backlog', 'articles']),
});

const clock = z.object({ done: count, inTime: count, medianMinutes: z.number().nullable() });
const totals = z.object({
  messages: count,
  visits: count,
  withoutTicket: count,
  tickets: count,
  firstReply: clock,
  resolution: clock,
});

export const figuresAnswer = z.object({
  from: day,
  to: day,
  zone: z.string(),
  totals,
  before: totals,
  byCategory: z.array(
    z.object({ desk: z.string(), category: z.string().nullable(), messages: count, tickets: count }),
  ),
  byDay: z.array(z.object({ day, messages: count, visits: count, withoutTicket: count, tickets: count })),
  byHour: z.array(count),
  byPriority: z.array(
    z.object({ priority: z.enum(TICKET_PRIORITIES), tickets: count, firstReply: clock, resolution: clock }),
  ),
  backlog: z.array(z.object({ age: z.enum(BACKLOG_AGES), ours: count, waiting: count })),
  overdue: count,
  articles: z.array(z.object({ topicId: z.string(), title: z.string(), helpful: count, not: count })),
});
