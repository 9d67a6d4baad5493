import { z } from 'zod';
import { endpoint } from '../endpoint';
import { mustBeFilled } from '../reply-fields';
import { conflictAnswer, messageAnswer, writeMessageBody } from '../schemas';
import { repliedMeanwhileAnswer } from '../schemas-live';
import { messageView } from '../ticket-views';
import { throwTicketFault } from '../ticket-faults';

/** POST /tickets/:id/messages: a reply that goes to the requester, or a note that stays inside. The same clientId writes once. */
export const writeMessage = endpoint({
  method: 'post',
  path: '/tickets/:id/messages',
  summary: 'Write a reply to the requester, or an internal note',
  body: writeMessageBody,
  answer: messageAnswer,
  conflicts: z.union([repliedMeanwhileAnswer, conflictAnswer]),
  async handle({ params, body, advisor, scope, now }, { services, views }) {
    const ticket = await scope.ticket(params.id ?? '');
    if (body.kind === 'reply') mustBeFilled(body.text);
    const written = await services.tickets.write({
      idempotencyKey: `advisor-message:${advisor.id}:${ticket.id}:${body.clientId}`,
      ticketId: ticket.id,
      kind: body.kind,
      advisor: { id: advisor.id, name: advisor.name },
      text: body.text,
      ...(body.seenReplyId !== undefined && { seenReplyId: body.seenReplyId }),
      ...(body.files && { attachmentIds: body.files }),
      now,
    });
    if (!written.ok) return throwTicketFault(written.fault, ticket, views);
    return { kind: 'json', body: messageView(written.value) };
  },
});
