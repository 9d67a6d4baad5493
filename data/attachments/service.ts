import { randomUUID } from 'node:crypto';
import type { Database } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import { redact } from '../redaction';
import type { AttachmentService, StoredAttachment } from './types';

/** Everything but the bytes: lists must not load files. */
const WITHOUT_CONTENT = {
  id: true,
  conversationId: true,
  ticketId: true,
  name: true,
  contentType: true,
  size: true,
  activityId: true,
  uploadedById: true,
} as const;

/** Attachments, kept in the database so that a backup holds them and a restart loses none. */
export function createAttachmentService(db: Database): AttachmentService {
  return {
    store: (file) =>
      db.attachment.create({
        data: {
          id: randomUUID(),
          conversationId: file.conversationId,
          activityId: file.activityId,
          // A file may be named after the number that it shows.
          name: redact(file.name),
          contentType: file.contentType,
          size: file.content.byteLength,
          content: new Uint8Array(file.content),
          createdAt: file.now,
          uploadedById: file.uploadedById ?? null,
        },
        select: WITHOUT_CONTENT,
      }),
    find: (id) => db.attachment.findUnique({ where: { id }, select: { ...WITHOUT_CONTENT, content: true } }),
    ofConversation: (conversationId) =>
      list(db, { conversationId, NOT: { uploadedById: { not: null }, ticketId: null } }),
    ofTicket: (ticketId) => list(db, { ticketId }),
  };
}

const list = (db: Database, where: Prisma.AttachmentWhereInput): Promise<StoredAttachment[]> =>
  db.attachment.findMany({
    where,
    select: WITHOUT_CONTENT,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
