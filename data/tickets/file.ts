import { randomUUID } from 'node:crypto';
import { assignOnFiling } from '../assignment/assign';
import { toJson, toNullableJson, type Transaction } from '../prisma/database';
import { nextReference } from '../prisma/next-reference';
import { redact } from '../redaction';
import { reckonClocks } from '../sla/reckon';
import { record, type Actor } from './changes';
import { linkFiles } from './files';
import { writeLink } from './links';
import { toTicket } from './rows';
import type { NewTicket, Ticket } from './types';

/**
 * Files a ticket once per idempotency key: its history, its team and its clocks begin in the same transaction.
 *
 * @param actor who files it; absent: its requester.
 */
export async function fileTicket(
  tx: Transaction,
  ticket: NewTicket,
  actor: Actor = { kind: 'requester', id: ticket.personId },
): Promise<Ticket> {
  const known = await tx.ticket.findUnique({ where: { idempotencyKey: ticket.idempotencyKey } });
  if (known) return toTicket(known);
  const row = await tx.ticket.create({
    data: {
      id: randomUUID(),
      reference: await nextReference(tx, 'G', ticket.now),
      idempotencyKey: ticket.idempotencyKey,
      deskId: ticket.deskId,
      personId: ticket.personId,
      conversationId: ticket.conversationId,
      topicId: ticket.topicId,
      category: ticket.category,
      subject: redact(ticket.subject),
      status: 'new',
      priority: ticket.priority,
      assigneeId: null,
      facts: toJson(ticket.facts.map((fact) => ({ ...fact, value: redact(fact.value) }))),
      checks: toJson(ticket.checks),
      article: toNullableJson(ticket.article),
      version: 1,
      createdAt: ticket.now,
      updatedAt: ticket.now,
      waitingSince: ticket.now,
    },
  });
  const filed = toTicket(row);
  await linkFiles(tx, filed.id, ticket.attachmentIds);
  await record(tx, filed, 'filed', actor, {}, ticket.now);
  await followUp(tx, filed, ticket.followsId, actor, ticket.now);
  await assignOnFiling(tx, filed, ticket.now);
  return reckonClocks(tx, row.id);
}

/** Links a new request to the one that it takes up, on both sides. */
async function followUp(
  tx: Transaction,
  filed: Ticket,
  followsId: string | undefined,
  actor: Actor,
  now: Date,
): Promise<void> {
  const earlier = followsId === undefined ? null : await tx.ticket.findUnique({ where: { id: followsId } });
  if (earlier === null) return;
  await writeLink(tx, toTicket(earlier), filed, 'follow-up', actor, now);
}
