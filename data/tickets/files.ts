import type { SentFile } from '../outbox/types';
import type { Transaction } from '../prisma/database';

/** Puts files with a ticket. One that is already with a ticket stays there, so that doing it twice changes nothing. */
export async function linkFiles(
  tx: Transaction,
  ticketId: string,
  attachmentIds: readonly string[] | undefined,
): Promise<void> {
  if (attachmentIds === undefined || attachmentIds.length === 0) return;
  await tx.attachment.updateMany({
    where: { id: { in: [...attachmentIds] }, ticketId: null },
    data: { ticketId },
  });
}

/**
 * Sends files along with an advisor's reply: from now on they are the ticket's, and stand in the conversation under that activity.
 *
 * @returns them in the order asked for; null when one is not there to be sent by her in this conversation.
 */
export async function sendFiles(
  tx: Transaction,
  send: {
    readonly ticketId: string;
    readonly conversationId: string | null;
    readonly advisorId: string;
    readonly activityId: string;
    readonly ids: readonly string[];
  },
): Promise<readonly SentFile[] | null> {
  // A file named twice is sent once.
  const ids = [...new Set(send.ids)];
  if (ids.length === 0) return [];
  if (send.conversationId === null) return null;
  const rows = await tx.attachment.findMany({
    where: {
      id: { in: ids },
      conversationId: send.conversationId,
      uploadedById: send.advisorId,
      ticketId: null,
    },
    select: { id: true, name: true, contentType: true, size: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const files = ids.flatMap((id) => byId.get(id) ?? []);
  if (files.length !== ids.length) return null;
  await tx.attachment.updateMany({
    where: { id: { in: ids } },
    data: { ticketId: send.ticketId, activityId: send.activityId },
  });
  return files;
}
