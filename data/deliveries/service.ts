import type { JsonValue } from '../conversations/types';
import { toActivity } from '../conversations/rows';
import { inTransaction, type Database, type Transaction } from '../prisma/database';
import type { ConversationActivity } from '../prisma/generated/client';
import type { ChangeFeed } from '../services';
import { record } from '../tickets/changes';
import type { DeliveryService } from './types';

type TouchedTicket = { readonly id: string; readonly deskId: string };

/** Deliveries on the database. */
export function createDeliveryService(db: Database, feed: ChangeFeed): DeliveryService {
  const announce = (tickets: readonly TouchedTicket[]): void => {
    for (const { id, deskId } of tickets) feed.publish({ kind: 'ticket', deskId, ticketId: id });
  };

  return {
    async owing() {
      const rows = await db.conversationActivity.findMany({
        where: { delivery: 'owed' },
        distinct: ['conversationId'],
        select: { conversationId: true },
      });
      return rows.map(({ conversationId }) => conversationId);
    },
    async next(conversationId) {
      const row = await db.conversationActivity.findFirst({
        where: { conversationId, delivery: 'owed' },
        orderBy: { sequence: 'asc' },
        include: { conversation: { select: { reference: true, deadAt: true, deadReason: true } } },
      });
      if (row === null) return null;
      const { reference, deadAt, deadReason } = row.conversation;
      return {
        activity: toActivity(row),
        reference: reference as JsonValue,
        dead: deadAt === null ? null : (deadReason ?? 'dead'),
      };
    },
    async markSent({ conversationId, sequence, channelId, now }) {
      await db.conversationActivity.updateMany({
        where: { conversationId, sequence },
        data: { delivery: 'sent', sentAt: now, channelId },
      });
    },
    async noteFailure(conversationId, sequence) {
      await db.conversationActivity.updateMany({
        where: { conversationId, sequence },
        data: { attempts: { increment: 1 } },
      });
    },
    async giveUp({ conversationId, sequence, fault, now }) {
      const owed = { conversationId, sequence, delivery: 'owed' };
      announce(await inTransaction(db, (tx) => giveUp(tx, owed, fault, now)));
    },
    async bury({ conversationId, fault, now }) {
      const tickets = await inTransaction(db, async (tx) => {
        await tx.conversation.updateMany({
          where: { id: conversationId },
          data: { deadAt: now, deadReason: fault },
        });
        return giveUp(tx, { conversationId, delivery: 'owed' }, fault, now);
      });
      announce(tickets);
    },
    async callsSince(conversationId, since, now) {
      const rows = await db.conversationActivity.findMany({
        where: {
          conversationId,
          OR: [{ sentAt: { gte: since } }, { delivery: 'owed', attempts: { gt: 0 } }],
        },
        select: { sentAt: true, attempts: true },
      });
      return rows.flatMap(({ sentAt, attempts }) =>
        Array.from({ length: attempts + (sentAt === null ? 0 : 1) }, () => sentAt ?? now),
      );
    },
    async sentAs(conversationId, activityId) {
      const row = await db.conversationActivity.findUnique({
        where: { conversationId_activityId: { conversationId, activityId } },
        include: { conversation: { select: { reference: true } } },
      });
      if (!row?.channelId) return null;
      return { reference: row.conversation.reference as JsonValue, channelId: row.channelId };
    },
  };
}

/** @returns the tickets in whose history it stands now. */
async function giveUp(
  tx: Transaction,
  owed: { readonly conversationId: string; readonly sequence?: number; readonly delivery: string },
  fault: string,
  now: Date,
): Promise<readonly TouchedTicket[]> {
  const rows = await tx.conversationActivity.findMany({ where: owed, orderBy: { sequence: 'asc' } });
  await tx.conversationActivity.updateMany({
    where: owed,
    data: { delivery: 'given-up', deliveryFault: fault },
  });
  const touched: TouchedTicket[] = [];
  for (const row of rows) {
    const ticket = await ticketOf(tx, row);
    if (ticket === null) continue;
    const detail = { by: 'chat', reason: fault, activityId: row.activityId };
    await record(tx, ticket, 'not-delivered', { kind: 'assistant', id: null }, detail, now);
    touched.push(ticket);
  }
  return touched;
}

/** The ticket that an advisor's words answer; null for anything else. */
async function ticketOf(
  tx: Transaction,
  { author, payload }: ConversationActivity,
): Promise<TouchedTicket | null> {
  if (author !== 'advisor') return null;
  const { channelData } = payload as { channelData?: { guichet?: { ticket?: unknown } } };
  const reference = channelData?.guichet?.ticket;
  if (typeof reference !== 'string') return null;
  return tx.ticket.findUnique({ where: { reference }, select: { id: true, deskId: true } });
}
