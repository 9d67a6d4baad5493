import type { Request } from 'restify';
import { refusal } from '../../errors';
import type { Route } from '../../http';
import { bearerOf } from './access';
import { queryOf } from './conversation-routes';
import type { DirectLineDeps } from './deps';

/** `GET /v3/directline/attachments/:attachment`: a file of a conversation, for whoever holds that conversation's token. */
export function attachmentRoutes(deps: DirectLineDeps): Route[] {
  return [
    {
      method: 'get',
      path: '/v3/directline/attachments/:attachment',
      summary: 'A file that was sent in the conversation',
      async handler(req, res) {
        const conversation = await conversationOf(req);
        const file = await deps.attachments.find(String(req.params.attachment));
        if (file === null || file.conversationId !== conversation) throw refusal('not-found');
        // What an advisor has uploaded and not sent yet is not the requester's.
        if (file.uploadedById !== null && file.activityId === null) throw refusal('not-found');
        const picture = file.contentType.startsWith('image/');
        res.writeHead(200, {
          'content-type': file.contentType,
          'content-length': file.content.length,
          'content-disposition': `${picture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
          'cache-control': 'private, max-age=3600',
          'content-security-policy': "default-src 'none'; sandbox",
        });
        res.end(Buffer.from(file.content));
      },
    },
  ];

  async function conversationOf(req: Request): Promise<string> {
    const ticket = queryOf(req).get('t');
    if (ticket !== null) return deps.tokens.verifyAddress('attachment', ticket);
    return (await deps.tokens.verify(bearerOf(req))).conversation;
  }
}
