import { enqueue, orderingKeyOf } from '../outbox/enqueue';
import type { Transaction } from '../prisma/database';

/**
 * Writes that a ticket's cards must be brought up to date, in the transaction that changes it; nothing where its desk has no channel.
 * Several changes before the card is sent are told by one message: it shows the ticket as it is then.
 */
export async function announceToChannels(
  tx: Transaction,
  ticket: { readonly id: string; readonly deskId: string },
  eventId: string,
  now: Date,
): Promise<void> {
  const channel = await tx.teamsChannel.findFirst({
    where: { deskId: ticket.deskId, deadAt: null },
    select: { id: true },
  });
  if (!channel) return;
  const payload = { kind: 'ticket-card', ticketId: ticket.id, deskId: ticket.deskId } as const;
  const waiting = await tx.outboxMessage.findFirst({
    where: { status: 'pending', orderingKey: orderingKeyOf(payload) },
    select: { id: true },
  });
  if (!waiting) await enqueue(tx, payload, `ticket-card:${eventId}`, now);
}
