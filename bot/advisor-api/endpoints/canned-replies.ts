import type { Advisor } from '../../../data/advisors/types';
import { isDeskId } from '../../../data/desks/types';
import { fillFields } from '../../../data/replies/fields';
import type { CannedReply, ReplyFault } from '../../../data/replies/types';
import type { Result } from '../../../data/result';
import type { ReplyView } from '../contract-tickets';
import { type Answer, type ApiParts, endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { fieldValues } from '../reply-fields';
import {
  archiveReplyBody,
  createReplyBody,
  editReplyBody,
  filledRepliesAnswer,
  repliesAnswer,
  repliesQuery,
  replyAnswer,
  replyConflictAnswer,
} from '../schemas-tickets';
import type { DeskScope } from '../scope';

/** GET /replies: the replies of the caller's desks. */
export const listReplies = endpoint({
  method: 'get',
  path: '/replies',
  summary: 'The replies that your desks use again',
  query: repliesQuery,
  answer: repliesAnswer,
  async handle({ query, scope }, { services }) {
    const found = await services.replies.list(scope.deskIds, { archived: query.archived === 'yes' });
    const names = await editorNames(scope, services);
    return { kind: 'json', body: { replies: found.map((reply) => replyView(reply, names)) } };
  },
});

/** GET /tickets/:id/replies: those of its desk, with its values in them; those of its category first. */
export const listTicketReplies = endpoint({
  method: 'get',
  path: '/tickets/:id/replies',
  summary: 'The replies of a ticket’s desk, filled with its values',
  answer: filledRepliesAnswer,
  async handle({ params, advisor, scope }, { services, knowledge }) {
    const ticket = await scope.ticket(params.id ?? '');
    const values = await fieldValues(ticket, advisor, services, knowledge);
    const found = await services.replies.list([ticket.deskId]);
    const fits = ({ category }: CannedReply): number => Number(category === ticket.category);
    const replies = [...found]
      .sort((one, other) => fits(other) - fits(one))
      .map(({ id, title, category, text }) => ({ id, title, category, ...fillFields(text, values) }));
    return { kind: 'json', body: { replies } };
  },
});

/** POST /replies: a new reply of one of the caller's desks. */
export const createReply = endpoint({
  method: 'post',
  path: '/replies',
  summary: 'Write a reply that a desk uses again',
  body: createReplyBody,
  answer: replyAnswer,
  async handle({ body, advisor, scope, now }, parts) {
    const { desk, ...content } = body;
    if (!isDeskId(desk) || !scope.allows(desk)) throw new ApiFault('not-found');
    mustSupervise(advisor);
    const created = await parts.services.replies.create({
      ...content,
      deskId: desk,
      advisorId: advisor.id,
      now,
    });
    // The log keeps it for this desk only.
    if (created.ok) scope.owned(created.value, created.value.deskId);
    return answerOf(created, scope, parts);
  },
});

/** POST /replies/:id: changes a reply. */
export const editReply = endpoint({
  method: 'post',
  path: '/replies/:id',
  summary: 'Change a reply that a desk uses again',
  body: editReplyBody,
  answer: replyAnswer,
  conflicts: replyConflictAnswer,
  async handle({ params, body, advisor, scope, now }, parts) {
    const { version, ...content } = body;
    const { id } = await ownReply(params.id ?? '', scope, parts);
    mustSupervise(advisor);
    const edited = await parts.services.replies.edit({
      ...content,
      id,
      advisorId: advisor.id,
      expectedVersion: version,
      now,
    });
    return answerOf(edited, scope, parts);
  },
});

/** POST /replies/:id/archive: takes a reply out of use, or back into it. */
export const archiveReply = endpoint({
  method: 'post',
  path: '/replies/:id/archive',
  summary: 'Take a reply out of use, or back into it',
  body: archiveReplyBody,
  answer: replyAnswer,
  async handle({ params, body, advisor, scope, now }, parts) {
    const { id } = await ownReply(params.id ?? '', scope, parts);
    mustSupervise(advisor);
    const command = { id, archived: body.archived, advisorId: advisor.id, now };
    return answerOf(await parts.services.replies.archive(command), scope, parts);
  },
});

async function ownReply(id: string, scope: DeskScope, { services }: ApiParts): Promise<CannedReply> {
  const reply = await services.replies.find(id);
  return scope.owned(reply, reply?.deskId);
}

/** Every advisor uses them; what they say is decided by those who answer for the desk. */
function mustSupervise({ role }: Advisor): void {
  if (role === 'advisor') throw new ApiFault('supervisors-only');
}

async function answerOf(
  result: Result<CannedReply, ReplyFault>,
  scope: DeskScope,
  { services }: ApiParts,
): Promise<Answer> {
  const names = await editorNames(scope, services);
  if (result.ok) return { kind: 'json', body: replyView(result.value, names) };
  const { fault } = result;
  switch (fault.code) {
    case 'conflict':
      throw new ApiFault('reply-changed', { current: replyView(fault.current, names) });
    case 'unknown-fields':
      throw new ApiFault('unknown-fields', { detail: fault.fields.map((name) => `{${name}}`).join(', ') });
    default:
      throw new ApiFault(fault.code);
  }
}

async function editorNames(
  scope: DeskScope,
  { advisors }: ApiParts['services'],
): Promise<ReadonlyMap<string, string>> {
  return new Map((await advisors.ofDesks(scope.deskIds)).map(({ id, name }) => [id, name]));
}

const replyView = (reply: CannedReply, names: ReadonlyMap<string, string>): ReplyView => ({
  id: reply.id,
  desk: reply.deskId,
  title: reply.title,
  text: reply.text,
  category: reply.category,
  version: reply.version,
  updatedBy: reply.updatedById === null ? null : (names.get(reply.updatedById) ?? null),
  updatedAt: reply.updatedAt.toISOString(),
  archived: reply.archivedAt !== null,
});
