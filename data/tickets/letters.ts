import { inTransaction, type Database, type Transaction } from '../prisma/database';
import type { ChangeFeed } from '../services';
import { record } from './changes';
import { toMessage, toTicket } from './rows';
import type { Ticket, TicketMessage } from './types';

/** How long a reply may stand unread in the chat before it is mailed, in minutes. Ours: the sources tell none. */
export const MAIL_AFTER_MINUTES = 10;

/** Advisors' replies that their requester has not come back for, as they go by mail. */
export interface UnreadReplies {
  readonly ticket: Ticket;
  readonly personId: string;
  /** In order; the last one is the one that was asked about, or newer. */
  readonly replies: readonly TicketMessage[];
  /** Whether nothing of this ticket was mailed before. */
  readonly first: boolean;
}

/** What of a ticket goes to its requester by mail, because she has left the chat. */
export interface TicketLetterService {
  /**
   * The replies that have not been mailed, up to now.
   *
   * @returns null when there is nothing to mail: nobody is known to have filed it, she has written since, or the reply has gone out with another.
   */
  unread(ticketId: string, messageId: string): Promise<UnreadReplies | null>;
  /** Keeps that they were mailed, up to one. */
  mailed(command: { ticketId: string; upTo: string; count: number; now: Date }): Promise<void>;
  /** Keeps that a mail, or a file that was offered, was refused for good, where advisors see it. */
  refused(command: { ticketId: string; by: 'mail' | 'file'; reason: string; now: Date }): Promise<void>;
}

const NOBODY = { kind: 'assistant', id: null } as const;

export function createTicketLetterService(db: Database, feed: ChangeFeed): TicketLetterService {
  const note = async (
    ticketId: string,
    kind: 'mailed' | 'not-delivered',
    detail: Readonly<Record<string, string>>,
    now: Date,
  ): Promise<void> => {
    const ticket = await inTransaction(db, async (tx) => {
      const row = await tx.ticket.findUnique({ where: { id: ticketId }, select: { id: true, deskId: true } });
      if (row) await record(tx, row, kind, NOBODY, detail, now);
      return row;
    });
    if (ticket) feed.publish({ kind: 'ticket', deskId: ticket.deskId, ticketId });
  };
  return {
    unread: (ticketId, messageId) => inTransaction(db, (tx) => unread(tx, ticketId, messageId)),
    mailed: ({ ticketId, upTo, count, now }) =>
      note(ticketId, 'mailed', { messageId: upTo, count: String(count) }, now),
    refused: ({ ticketId, by, reason, now }) => note(ticketId, 'not-delivered', { by, reason }, now),
  };
}

async function unread(tx: Transaction, ticketId: string, messageId: string): Promise<UnreadReplies | null> {
  const row = await tx.ticket.findUnique({ where: { id: ticketId } });
  const asked = await tx.ticketMessage.findUnique({ where: { id: messageId } });
  if (!row || !asked || row.personId === null) return null;
  if (await hasComeBack(tx, row.personId, asked.at)) return null;
  const mailedUpTo = await lastMailed(tx, ticketId);
  if (mailedUpTo !== null && mailedUpTo >= asked.position) return null;
  const replies = await tx.ticketMessage.findMany({
    where: {
      ticketId,
      kind: 'reply',
      authorKind: 'advisor',
      position: { gte: await firstUnread(tx, ticketId, asked.position, mailedUpTo) },
    },
    orderBy: { position: 'asc' },
  });
  return {
    ticket: toTicket(row),
    personId: row.personId,
    replies: replies.map(toMessage),
    first: mailedUpTo === null,
  };
}

/** Whether she has written anywhere since: then she has seen it, or will. */
async function hasComeBack(tx: Transaction, personId: string, since: Date): Promise<boolean> {
  const written = await tx.conversationActivity.count({
    where: { conversation: { personId }, direction: 'in', at: { gt: since } },
  });
  return written > 0;
}

/** The place of the last message that was mailed; null: none was. */
async function lastMailed(tx: Transaction, ticketId: string): Promise<number | null> {
  const event = await tx.ticketEvent.findFirst({
    where: { ticketId, kind: 'mailed' },
    orderBy: { position: 'desc' },
  });
  const messageId = (event?.detail as { messageId?: string } | undefined)?.messageId;
  if (messageId === undefined) return null;
  const message = await tx.ticketMessage.findUnique({ where: { id: messageId } });
  return message?.position ?? null;
}

/** Where the unread ones begin: after her own last words, and after what was mailed. */
async function firstUnread(
  tx: Transaction,
  ticketId: string,
  asked: number,
  mailedUpTo: number | null,
): Promise<number> {
  const hers = await tx.ticketMessage.findFirst({
    where: { ticketId, authorKind: 'requester', position: { lt: asked } },
    orderBy: { position: 'desc' },
  });
  return Math.max(hers?.position ?? 0, mailedUpTo ?? 0) + 1;
}
