import { randomUUID } from 'node:crypto';
import { enqueue } from '../outbox/enqueue';
import type { Transaction } from '../prisma/database';
import { ok, type Result } from '../result';
import { current } from './changes';
import { fileTicket } from './file';
import { writeLink } from './links';
import { conversationToTell } from './merge';
import type { TicketRelations } from './relations';
import { toTicket } from './rows';
import type { Ticket, TicketFault } from './types';

const SUBJECT_LENGTH = 160;

/** See TicketRelations.split. */
export async function split(
  tx: Transaction,
  command: Parameters<TicketRelations['split']>[0],
): Promise<Result<Ticket, TicketFault>> {
  const known = await tx.ticket.findUnique({ where: { idempotencyKey: command.idempotencyKey } });
  if (known) return ok(toTicket(known));
  const found = await current(tx, command.ticketId, null);
  if (!found.ok) return found;
  const source = found.value;
  const { now, text } = command;
  const actor = { kind: 'advisor', id: command.advisorId } as const;
  const subject = oneLine(text);
  const second = await fileTicket(
    tx,
    {
      idempotencyKey: command.idempotencyKey,
      deskId: source.deskId,
      personId: source.personId,
      conversationId: source.conversationId,
      topicId: command.topicId,
      category: command.category,
      subject,
      priority: source.priority,
      facts: subject === text ? [] : [{ key: 'message', label: 'Message', value: text, source: 'said' }],
      checks: [],
      article: null,
      now,
    },
    actor,
  );
  await writeLink(tx, source, second, 'split', actor, now);
  await tellRequester(tx, source, second, now);
  return ok(second);
}

/** "G-2611-0042 now has company": said by the assistant in her chat, in her language. */
async function tellRequester(tx: Transaction, source: Ticket, second: Ticket, now: Date): Promise<void> {
  const conversationId = await conversationToTell(tx, source);
  if (conversationId === null && source.personId === null) return;
  const noticeId = randomUUID();
  await enqueue(
    tx,
    {
      kind: 'notice',
      noticeId,
      personId: source.personId,
      conversationId,
      notice: { kind: 'ticket-split', ticketId: second.id, fromReference: source.reference },
    },
    `split:${second.id}`,
    now,
  );
}

/** The first line of a text, as a subject. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= SUBJECT_LENGTH ? line : `${line.slice(0, SUBJECT_LENGTH - 1).trimEnd()}…`;
}
