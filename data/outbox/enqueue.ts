import { randomUUID } from 'node:crypto';
import { toJson, type Transaction } from '../prisma/database';
import type { OutboxPayload } from './types';

/** Messages of one key leave in the order in which they were written, one at a time. */
export function orderingKeyOf(payload: OutboxPayload): string {
  switch (payload.kind) {
    case 'conversation-message':
    case 'conversation-hold':
      return `conversation:${payload.conversationId}`;
    case 'notice':
      return `notices:${payload.personId ?? payload.conversationId ?? payload.noticeId}`;
    case 'ticket-changed':
      return `ticket:${payload.ticketId}`;
    case 'ticket-mail':
      return `ticket-mail:${payload.ticketId}`;
    case 'advisor-digest':
      return `digest:${payload.advisorId}`;
    case 'ticket-card':
      return `ticket-card:${payload.ticketId}`;
    case 'channel-message':
      return `channel:${payload.thread}`;
    case 'channel-dead':
      return `channel-dead:${payload.teamsChannelId}:${payload.advisorId}`;
    case 'coupon-entered':
      return `coupon:${payload.couponId}`;
    case 'appointment-changed':
      return `appointment:${payload.appointmentId}`;
    case 'appointment-mail':
      return mailKey(payload.appointmentId, null);
    case 'appointment-letter':
      return mailKey(payload.appointmentId, payload.advisorId);
    case 'appointment-meeting':
    case 'meeting-close':
      return `meeting:${payload.appointmentId}`;
  }
}

/** One addressee's mails about one appointment: they arrive in order, whatever becomes of another's. */
export const mailKey = (appointmentId: string, advisorId: string | null): string =>
  `mail:${appointmentId}:${advisorId ?? 'requester'}`;

/**
 * Writes what somebody else must hear of, in the transaction that makes it true.
 *
 * @param dedupeKey the same key again writes nothing.
 * @param notBefore it is not sent sooner.
 */
export async function enqueue(
  tx: Transaction,
  payload: OutboxPayload,
  dedupeKey: string,
  now: Date,
  notBefore: Date = now,
): Promise<void> {
  const known = await tx.outboxMessage.findUnique({ where: { dedupeKey }, select: { id: true } });
  if (known) return;
  await tx.outboxMessage.create({
    data: {
      id: randomUUID(),
      kind: payload.kind,
      orderingKey: orderingKeyOf(payload),
      dedupeKey,
      payload: toJson(payload),
      status: 'pending',
      attempts: 0,
      nextAttemptAt: notBefore,
      createdAt: now,
    },
  });
}
