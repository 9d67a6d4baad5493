import { createHash } from 'node:crypto';
import { DESK_IDS } from '../desks/types';
import { oneOf } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import {
  TICKET_PRIORITIES,
  TICKET_STATUSES,
  type CollectedFact,
  type RecordCheck,
  type ShownArticle,
  type Ticket,
  type TicketEvent,
  type TicketMessage,
  type TicketRow,
} from './types';

const MESSAGE_KINDS = ['reply', 'note'] as const;
const AUTHOR_KINDS = ['requester', 'advisor', 'assistant'] as const;
const EVENT_KINDS = [
  'filed',
  'assigned',
  'status-changed',
  'priority-changed',
  'released',
  'replied',
  'noted',
  'requester-wrote',
  'merged',
  'unmerged',
  'split',
  'linked',
  'unlinked',
  'category-changed',
  'appointment-proposed',
  'taken-over',
  'handed-back',
  'mailed',
  'not-delivered',
  'sla-warned',
  'sla-breached',
] as const;

/** The names that a row of the queue shows. */
export const ROW_NAMES = {
  person: { select: { displayName: true } },
  assignee: { select: { name: true } },
} satisfies Prisma.TicketInclude;

export const toTicket = (row: Prisma.TicketModel): Ticket => ({
  id: row.id,
  reference: row.reference,
  deskId: oneOf(DESK_IDS, row.deskId, 'Ticket.deskId'),
  personId: row.personId,
  conversationId: row.conversationId,
  topicId: row.topicId,
  category: row.category,
  subject: row.subject,
  status: oneOf(TICKET_STATUSES, row.status, 'Ticket.status'),
  priority: oneOf(TICKET_PRIORITIES, row.priority, 'Ticket.priority'),
  assigneeId: row.assigneeId,
  facts: row.facts as unknown as readonly CollectedFact[],
  checks: row.checks as unknown as readonly RecordCheck[],
  article: row.article as unknown as ShownArticle | null,
  version: row.version,
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
  solvedAt: row.solvedAt,
  waitingSince: row.status === 'new' || row.status === 'open' ? row.waitingSince : null,
  firstRepliedAt: row.firstRepliedAt,
  clocks: {
    'first-reply': { warnAt: row.firstReplyWarnAt, dueAt: row.firstReplyDueAt },
    resolution: { warnAt: row.resolutionWarnAt, dueAt: row.resolutionDueAt },
  },
  mergedIntoId: row.mergedIntoId,
});

export const toTicketRow = (row: Prisma.TicketGetPayload<{ include: typeof ROW_NAMES }>): TicketRow => ({
  ...toTicket(row),
  personName: row.person?.displayName ?? null,
  assigneeName: row.assignee?.name ?? null,
  lastMessageAt: row.lastMessageAt,
});

export const toMessage = (row: Prisma.TicketMessageModel): TicketMessage => ({
  id: row.id,
  ticketId: row.ticketId,
  kind: oneOf(MESSAGE_KINDS, row.kind, 'TicketMessage.kind'),
  authorKind: oneOf(AUTHOR_KINDS, row.authorKind, 'TicketMessage.authorKind'),
  authorId: row.authorId,
  authorName: row.authorName,
  text: row.text,
  at: row.at,
  activityId: row.authorKind === 'advisor' && row.kind === 'reply' ? deliveredAs(row.idempotencyKey) : null,
});

/** A proposal is said by the assistant, as a notice; every other reply comes under its advisor's name. */
const deliveredAs = (storedKey: string): string =>
  storedKey.includes(':proposal:') ? `notice-${replyActivityId(storedKey)}` : replyActivityId(storedKey);

/** The id of the activity that carries a reply into the conversation, from the key it is stored under: the same for every try. */
export const replyActivityId = (storedKey: string): string =>
  `reply-${createHash('sha256').update(storedKey).digest('hex').slice(0, 32)}`;

export const toEvent = (row: Prisma.TicketEventModel): TicketEvent => ({
  id: row.id,
  kind: oneOf(EVENT_KINDS, row.kind, 'TicketEvent.kind'),
  actorKind: oneOf(AUTHOR_KINDS, row.actorKind, 'TicketEvent.actorKind'),
  actorId: row.actorId,
  detail: row.detail as unknown as TicketEvent['detail'],
  at: row.at,
});
