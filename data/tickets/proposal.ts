import { randomUUID } from 'node:crypto';
import { enqueue } from '../outbox/enqueue';
import type { Transaction } from '../prisma/database';
import { ok, refused, type Result } from '../result';
import { current, move, record, transitionRefused } from './changes';
import { mayMove } from './lifecycle';
import { conversationToTell } from './merge';
import { messageKey } from './messages';
import { replyActivityId, toMessage } from './rows';
import type { TicketFault, TicketMessage, TicketService } from './types';

/** Marks the key of a message that goes into the chat as a notice; it is found there under `notice-ID`. */
export const PROPOSAL_KEY = 'proposal:';

/** See TicketService.proposeAppointment. */
export async function proposeAppointment(
  tx: Transaction,
  command: Parameters<TicketService['proposeAppointment']>[0],
): Promise<Result<TicketMessage, TicketFault>> {
  const { advisor, now } = command;
  const key = messageKey(command.ticketId, `${PROPOSAL_KEY}${command.idempotencyKey}`);
  const known = await tx.ticketMessage.findUnique({ where: { idempotencyKey: key } });
  if (known) return ok(toMessage(known));
  const found = await current(tx, command.ticketId, null);
  if (!found.ok) return found;
  const ticket = found.value;
  if (ticket.personId === null) return refused({ code: 'not-found' });
  if (!mayMove(ticket, 'waiting', 'advisor', now)) return transitionRefused(ticket.status, 'waiting');
  const actor = { kind: 'advisor', id: advisor.id } as const;
  const message = await tx.ticketMessage.create({
    data: {
      id: randomUUID(),
      idempotencyKey: key,
      ticketId: ticket.id,
      kind: 'reply',
      authorKind: 'advisor',
      authorId: advisor.id,
      authorName: advisor.name,
      text: command.shown,
      at: now,
    },
  });
  const detail = { count: String(command.slots.length), messageId: message.id };
  await record(tx, ticket, 'appointment-proposed', actor, detail, now);
  await tx.ticket.updateMany({
    where: { id: ticket.id, firstRepliedAt: null },
    data: { firstRepliedAt: now },
  });
  await move(tx, ticket, 'waiting', actor, now);
  await tx.ticket.update({
    where: { id: ticket.id },
    data: { waitingSince: null, lastMessageAt: now, updatedAt: now },
  });
  const noticeId = replyActivityId(key);
  await enqueue(
    tx,
    {
      kind: 'notice',
      noticeId,
      personId: ticket.personId,
      conversationId: await conversationToTell(tx, ticket),
      notice: {
        kind: 'appointment-proposal',
        proposalId: noticeId,
        ticketId: ticket.id,
        advisorName: advisor.name,
        text: command.text,
        channel: command.channel,
        slots: command.slots.map(({ advisorId, startsAt }) => ({
          advisorId,
          startsAt: startsAt.toISOString(),
        })),
      },
    },
    noticeId,
    now,
  );
  return ok(toMessage(message));
}
