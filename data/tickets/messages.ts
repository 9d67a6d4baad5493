import { randomUUID } from 'node:crypto';
import { enqueue } from '../outbox/enqueue';
import type { SentFile } from '../outbox/types';
import type { Transaction } from '../prisma/database';
import { redact } from '../redaction';
import { ok, refused, type Result } from '../result';
import { current, move, record, transitionRefused } from './changes';
import { linkFiles, sendFiles } from './files';
import { MAIL_AFTER_MINUTES } from './letters';
import { afterRequesterWrote, mayMove } from './lifecycle';
import { conversationToTell, destination } from './merge';
import { replyActivityId, toMessage } from './rows';
import type { Ticket, TicketFault, TicketMessage, TicketService, WriteFault } from './types';

type Write = Parameters<TicketService['write']>[0];
type RequesterWrote = Parameters<TicketService['requesterWrote']>[0];
type Written = Result<TicketMessage, TicketFault>;

/** Keys are chosen by callers per ticket: two tickets may use the same. */
export const messageKey = (ticketId: string, idempotencyKey: string): string =>
  `${ticketId}:${idempotencyKey}`;

/** An advisor's reply or note. */
export async function write(tx: Transaction, command: Write): Promise<Result<TicketMessage, WriteFault>> {
  const before = await written(tx, command);
  if (before) return ok(before);
  const found = await current(tx, command.ticketId, null);
  if (!found.ok) return found;
  const ticket = found.value;
  const actor = { kind: 'advisor', id: command.advisor.id } as const;
  if (command.kind === 'note') {
    const note = await insert(tx, command, { ...actor, name: command.advisor.name }, 'note');
    await record(tx, ticket, 'noted', actor, { messageId: note.id }, command.now);
    return ok(note);
  }
  const unseen = await repliesUnseen(tx, command);
  if (unseen.length > 0) return refused({ code: 'replied-meanwhile', replies: unseen });
  const to = command.solve ? 'solved' : 'waiting';
  if (!mayMove(ticket, to, 'advisor', command.now)) return transitionRefused(ticket.status, to);
  const files = await sendFiles(tx, {
    ticketId: ticket.id,
    conversationId: await conversationToTell(tx, ticket),
    advisorId: command.advisor.id,
    activityId: replyActivityId(messageKey(ticket.id, command.idempotencyKey)),
    ids: command.attachmentIds ?? [],
  });
  if (files === null) return refused({ code: 'not-found' });
  const reply = await insert(tx, command, { ...actor, name: command.advisor.name }, 'reply');
  await record(tx, ticket, 'replied', actor, { messageId: reply.id }, command.now);
  await tx.ticket.updateMany({
    where: { id: ticket.id, firstRepliedAt: null },
    data: { firstRepliedAt: command.now },
  });
  await move(tx, ticket, to, actor, command.now);
  await tx.ticket.update({
    where: { id: ticket.id },
    data: { waitingSince: null, lastMessageAt: command.now, updatedAt: command.now },
  });
  await sendToRequester(tx, ticket, command, files);
  await planMail(tx, ticket, reply, command.now);
  return ok(reply);
}

/** What colleagues have replied since the reply that she had seen last. */
async function repliesUnseen(tx: Transaction, command: Write): Promise<readonly TicketMessage[]> {
  const { seenReplyId, ticketId, advisor } = command;
  if (seenReplyId === undefined) return [];
  const seen =
    seenReplyId === null ? null : await tx.ticketMessage.findFirst({ where: { id: seenReplyId, ticketId } });
  const rows = await tx.ticketMessage.findMany({
    where: {
      ticketId,
      kind: 'reply',
      authorKind: 'advisor',
      authorId: { not: advisor.id },
      ...(seen !== null && { position: { gt: seen.position } }),
    },
    orderBy: { position: 'asc' },
  });
  return rows.map(toMessage);
}

/** What the requester adds to her ticket, or to the one in which that goes on. */
export async function requesterWrote(tx: Transaction, asked: RequesterWrote): Promise<Written> {
  const goesOn = await destination(tx, asked.ticketId);
  if (goesOn === null) return refused({ code: 'not-found' });
  const command = { ...asked, ticketId: goesOn.id };
  const before = (await written(tx, asked)) ?? (await written(tx, command));
  if (before) return ok(before);
  const ticket = goesOn;
  const status = afterRequesterWrote(ticket, command.now);
  if (status === null) return transitionRefused(ticket.status, 'open');
  const actor = { kind: 'requester', id: ticket.personId } as const;
  const masked = { ...command, text: redact(command.text) };
  const message = await insert(tx, masked, { ...actor, name: command.personName }, 'reply');
  await linkFiles(tx, ticket.id, command.attachmentIds);
  await record(tx, ticket, 'requester-wrote', actor, { messageId: message.id }, command.now);
  await move(tx, ticket, status, actor, command.now);
  await tx.ticket.update({
    where: { id: ticket.id },
    data: {
      // Null unless it was our turn: also what was solved without a word begins to wait anew.
      waitingSince: ticket.waitingSince ?? command.now,
      lastMessageAt: command.now,
      updatedAt: command.now,
      // Whoever settles it must have seen what she wrote; where it moved, that has told.
      ...(status === ticket.status && { version: { increment: 1 } }),
    },
  });
  return ok(message);
}

async function written(
  tx: Transaction,
  command: { ticketId: string; idempotencyKey: string },
): Promise<TicketMessage | null> {
  const row = await tx.ticketMessage.findUnique({
    where: { idempotencyKey: messageKey(command.ticketId, command.idempotencyKey) },
  });
  return row && toMessage(row);
}

async function insert(
  tx: Transaction,
  command: { ticketId: string; idempotencyKey: string; text: string; now: Date },
  author: { kind: 'requester' | 'advisor'; id: string | null; name: string },
  kind: TicketMessage['kind'],
): Promise<TicketMessage> {
  const row = await tx.ticketMessage.create({
    data: {
      id: randomUUID(),
      idempotencyKey: messageKey(command.ticketId, command.idempotencyKey),
      ticketId: command.ticketId,
      kind,
      authorKind: author.kind,
      authorId: author.id,
      authorName: author.name,
      text: redact(command.text),
      at: command.now,
    },
  });
  return toMessage(row);
}

/** Unless she comes back to the chat meanwhile, the reply goes to her by mail. */
const planMail = (tx: Transaction, { id: ticketId }: Ticket, { id: messageId }: TicketMessage, now: Date) =>
  enqueue(
    tx,
    { kind: 'ticket-mail', ticketId, messageId },
    `ticket-mail:${messageId}`,
    now,
    new Date(now.getTime() + MAIL_AFTER_MINUTES * 60_000),
  );

/** A ticket that came from no conversation has nobody to tell but its history. */
async function sendToRequester(
  tx: Transaction,
  ticket: Ticket,
  command: Write,
  files: readonly SentFile[],
): Promise<void> {
  const conversationId = await conversationToTell(tx, ticket);
  if (conversationId === null) return;
  const activityId = replyActivityId(messageKey(ticket.id, command.idempotencyKey));
  await enqueue(
    tx,
    {
      kind: 'conversation-message',
      conversationId,
      activityId,
      author: 'advisor',
      authorName: command.advisor.name,
      text: redact(command.text),
      ticketReference: ticket.reference,
      ...(files.length > 0 && { files }),
    },
    activityId,
    command.now,
  );
}
