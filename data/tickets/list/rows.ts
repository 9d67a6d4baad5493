import { DESK_IDS } from '../../desks/types';
import { oneOf } from '../../prisma/database';
import { Prisma } from '../../prisma/generated/client';
import { TICKET_PRIORITIES, TICKET_STATUSES } from '../types';
import type { TicketHead } from './types';

const COLUMNS = [
  'id',
  'reference',
  'deskId',
  'personId',
  'conversationId',
  'topicId',
  'category',
  'subject',
  'status',
  'priority',
  'assigneeId',
  'version',
  'createdAt',
  'updatedAt',
  'solvedAt',
  'waitingSince',
  'lastMessageAt',
  'firstRepliedAt',
  'firstReplyWarnAt',
  'firstReplyDueAt',
  'resolutionWarnAt',
  'resolutionDueAt',
  'mergedIntoId',
] as const;

/** Instants as the database hands them over: text on SQLite, dates on PostgreSQL. */
type Stored<T> = T extends Date ? string | Date : T;

/** A ticket as a query for the list reads it. */
export type HeadRow = {
  readonly [Column in (typeof COLUMNS)[number]]: Stored<Prisma.TicketModel[Column]>;
} & { readonly personName: string | null; readonly assigneeName: string | null };

/** What such a query selects, of "Ticket" under the name t. */
export const HEAD_COLUMNS = Prisma.raw(
  [
    ...COLUMNS.map((column) => `t."${column}" AS "${column}"`),
    'p."displayName" AS "personName"',
    'a."name" AS "assigneeName"',
  ].join(', '),
);

/** And what it joins. */
export const HEAD_JOINS = Prisma.raw(
  'LEFT JOIN "Person" p ON p."id" = t."personId" LEFT JOIN "Advisor" a ON a."id" = t."assigneeId"',
);

export function toHead(row: HeadRow): TicketHead {
  const status = oneOf(TICKET_STATUSES, row.status, 'Ticket.status');
  return {
    id: row.id,
    reference: row.reference,
    deskId: oneOf(DESK_IDS, row.deskId, 'Ticket.deskId'),
    personId: row.personId,
    conversationId: row.conversationId,
    topicId: row.topicId,
    category: row.category,
    subject: row.subject,
    status,
    priority: oneOf(TICKET_PRIORITIES, row.priority, 'Ticket.priority'),
    assigneeId: row.assigneeId,
    version: row.version,
    createdAt: new Date(row.createdAt),
    updatedAt: new Date(row.updatedAt),
    solvedAt: instant(row.solvedAt),
    waitingSince: status === 'new' || status === 'open' ? instant(row.waitingSince) : null,
    lastMessageAt: instant(row.lastMessageAt),
    firstRepliedAt: instant(row.firstRepliedAt),
    clocks: {
      'first-reply': { warnAt: instant(row.firstReplyWarnAt), dueAt: instant(row.firstReplyDueAt) },
      resolution: { warnAt: instant(row.resolutionWarnAt), dueAt: instant(row.resolutionDueAt) },
    },
    mergedIntoId: row.mergedIntoId,
    personName: row.personName,
    assigneeName: row.assigneeName,
  };
}

const instant = (value: string | Date | null): Date | null => (value === null ? null : new Date(value));
