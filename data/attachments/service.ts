import { randomUUID } from 'node:crypto';
import type { Database } from '../prisma/database';
import type { AttachmentService } from './types';

/** Everything but the bytes: lists must not load files. */
const WITHOUT_CONTENT = {
  id: true,
  conversationId: true,
  name: true,
  contentType: true,
  size: true,
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
          name: file.name,
          contentType: file.contentType,
          size: file.content.byteLength,
          content: new Uint8Array(file.content),
          createdAt: file.now,
        },
        select: WITHOUT_CONTENT,
      }),
    find: (id) => db.attachment.findUnique({ where: { id }, select: { ...WITHOUT_CONTENT, content: true } }),
    ofConversation: (conversationId) =>
      db.attachment.findMany({
        where: { conversationId },
        select: WITHOUT_CONTENT,
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      }),
  };
}
