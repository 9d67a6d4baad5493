import { reroute } from '../assignment/assign';
import type { Transaction } from '../prisma/database';
import { ok, type Result } from '../result';
import { current, record, settledMeanwhile, transitionRefused } from './changes';
import { toTicket } from './rows';
import type { Ticket, TicketFault, TicketService } from './types';

/**
 * Says that a ticket is about another topic. It becomes the concern of the team that takes the topic's category; whoever has it keeps it
 * where she belongs to that team. The clocks follow the priority, which stays.
 */
export async function changeTopic(
  tx: Transaction,
  command: Parameters<TicketService['changeTopic']>[0],
): Promise<Result<Ticket, TicketFault>> {
  const { ticketId, topicId, category, now } = command;
  const found = await current(tx, ticketId, command.expectedVersion);
  if (!found.ok) return settledMeanwhile(found.fault, (ticket) => ticket.topicId === topicId) ?? found;
  const ticket = found.value;
  if (ticket.topicId === topicId) return found;
  if (ticket.status === 'merged') return transitionRefused('merged', 'merged');
  await tx.ticket.update({
    where: { id: ticketId },
    data: { topicId, category, updatedAt: now, version: { increment: 1 } },
  });
  const detail = { from: ticket.topicId, to: topicId, category };
  await record(tx, ticket, 'category-changed', { kind: 'advisor', id: command.advisorId }, detail, now);
  await reroute(tx, ticketId, now);
  return ok(toTicket(await tx.ticket.findUniqueOrThrow({ where: { id: ticketId } })));
}
