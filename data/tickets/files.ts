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
