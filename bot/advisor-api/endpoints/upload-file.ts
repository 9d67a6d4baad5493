import type { IncomingMessage } from 'node:http';
import { checkFile, MAX_FILE, safeName } from '../../channels/direct-line/file-check';
import { endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { fileAnswer, fileQuery } from '../schemas-tickets';

/** POST /tickets/:id/files?name=: a file for a reply that is being written. It is checked by its content, and sent with the reply only. */
export const uploadFile = endpoint({
  method: 'post',
  path: '/tickets/:id/files',
  summary: 'Upload a file for a reply (10 MB at most)',
  query: fileQuery,
  upload: true,
  answer: fileAnswer,
  async handle({ params, query, advisor, scope, now, req }, { services }) {
    const ticket = await scope.ticket(params.id ?? '');
    const conversationId = await services.tickets.conversationToTell(ticket.id);
    if (conversationId === null || (await services.conversations.find(conversationId)) === null)
      throw new ApiFault('no-chat');
    const content = await readFile(req);
    const name = safeName(query.name);
    const check = await checkFile(name, content);
    if (!check.ok) throw new ApiFault(check.reason === 'too-large' ? 'file-too-large' : 'file-refused');
    const { id, contentType, size, ...stored } = await services.attachments.store({
      conversationId,
      activityId: null,
      name,
      contentType: check.contentType,
      content,
      uploadedById: advisor.id,
      now,
    });
    return { kind: 'json', body: { id, name: stored.name, contentType, size } };
  },
});

/** The request's body; one that is too large is not read to its end. */
async function readFile(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_FILE) throw new ApiFault('file-too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
