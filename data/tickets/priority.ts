import type { Transaction } from '../prisma/database';
import { ok, type Result } from '../result';
import { reckonClocks } from '../sla/reckon';
import { current, record, settledMeanwhile } from './changes';
import type { Ticket, TicketFault, TicketService } from './types';

/** Gives a ticket another priority, and with it other deadlines. */
export async function changePriority(
  tx: Transaction,
  command: Parameters<TicketService['changePriority']>[0],
): Promise<Result<Ticket, TicketFault>> {
  const { ticketId, priority, advisorId, now } = command;
  const found = await current(tx, ticketId, command.expectedVersion);
  if (!found.ok) return settledMeanwhile(found.fault, (ticket) => ticket.priority === priority) ?? found;
  const ticket = found.value;
  if (ticket.priority === priority) return found;
  await tx.ticket.update({
    where: { id: ticketId },
    data: { priority, updatedAt: now, version: { increment: 1 } },
  });
  const detail = { from: ticket.priority, to: priority };
  await record(tx, ticket, 'priority-changed', { kind: 'advisor', id: advisorId }, detail, now);
  return ok(await reckonClocks(tx, ticketId));
}
