import { endpoint } from '../endpoint';

/** GET /attachments/:id: a file that was sent in a conversation of her desks. */
export const downloadAttachment = endpoint({
  method: 'get',
  path: '/attachments/:id',
  summary: 'A file sent in a conversation',
  audit: 'personal-data',
  answer: 'file',
  async handle({ params, scope }) {
    const { name, contentType, content } = await scope.attachment(params.id ?? '');
    return { kind: 'file', name, contentType, content };
  },
});
