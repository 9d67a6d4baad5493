import { z } from 'zod';
import type { PhraseProposal } from '../../../data/teaching/types';
import type { TeachFault } from '../../teaching/teacher';
import { endpoint, type ApiParts, type Caller } from '../endpoint';
import { ApiFault } from '../errors';
import {
  acceptBody,
  dismissBody,
  lessonBody,
  proposalAnswer,
  proposeBody,
  teachingAnswer,
  trialAnswer,
} from '../schemas-teaching';
import { proposalView, teachingView } from '../teaching-view';

const TEACHERS = ['supervisor', 'admin'] as const;

/** A proposal of her desks. */
async function proposalOf(
  { scope, params }: Caller & { readonly params: Readonly<Record<string, string>> },
  { services }: ApiParts,
): Promise<PhraseProposal> {
  const proposal = await services.teaching.find(params.id ?? '');
  return scope.owned(proposal, proposal?.deskId);
}

/** POST /phrases: "this was about another topic". */
export const proposePhrase = endpoint({
  method: 'post',
  path: '/phrases',
  summary: 'Propose a phrase for a topic',
  body: proposeBody,
  answer: proposalAnswer,
  async handle({ advisor, scope, body, now }, parts) {
    const desk = scope.desk(body.desk);
    ownTopic(body.topicId, desk, parts);
    const proposal = await parts.services.teaching.propose({
      deskId: desk,
      text: body.text,
      topicId: body.topicId,
      formerTopicId: body.formerTopicId ?? null,
      source: body.source,
      advisorId: advisor.id,
      now,
    });
    return { kind: 'json', body: await proposalView(proposal, parts) };
  },
});

/** GET /teaching: what was proposed, what was not understood, what helps nobody. */
export const showTeaching = endpoint({
  method: 'get',
  path: '/teaching',
  summary: 'What the assistant could learn',
  roles: TEACHERS,
  answer: teachingAnswer,
  async handle({ scope, now }, parts) {
    return { kind: 'json', body: await teachingView(scope, now, parts) };
  },
});

/** POST /phrases/:id/try: what learning it would change. */
export const tryPhrase = endpoint({
  method: 'post',
  path: '/phrases/:id/try',
  summary: 'Measure what a phrase would change',
  roles: TEACHERS,
  audit: 'none',
  body: lessonBody,
  answer: trialAnswer,
  async handle(call, parts) {
    const { deskId } = await proposalOf(call, parts);
    ownTopic(call.body.topicId, deskId, parts);
    const tried = await parts.teacher.try(call.body);
    if (!tried.ok) throw faultOf(tried.fault);
    return { kind: 'json', body: tried.value };
  },
});

/** POST /phrases/:id/accept: learns it at once. */
export const acceptPhrase = endpoint({
  method: 'post',
  path: '/phrases/:id/accept',
  summary: 'Let the assistant learn a phrase',
  roles: TEACHERS,
  body: acceptBody,
  answer: proposalAnswer,
  conflicts: trialAnswer,
  async handle(call, parts) {
    const { body, advisor, now } = call;
    const proposal = await proposalOf(call, parts);
    if (proposal.status !== 'proposed') throw new ApiFault('already-decided');
    ownTopic(body.topicId, proposal.deskId, parts);
    const taught = await parts.teacher.teach(body, body.force);
    if (!taught.ok) throw faultOf(taught.fault);
    const decided = await parts.services.teaching.decide({
      id: proposal.id,
      to: 'accepted',
      text: body.text,
      topicId: body.topicId,
      trial: taught.value,
      advisorId: advisor.id,
      now,
    });
    if (!decided.ok) throw new ApiFault('already-decided');
    return { kind: 'json', body: await proposalView(decided.value, parts) };
  },
});

/** POST /phrases/:id/refuse */
export const refusePhrase = endpoint({
  method: 'post',
  path: '/phrases/:id/refuse',
  summary: 'Refuse a phrase',
  roles: TEACHERS,
  answer: proposalAnswer,
  async handle(call, parts) {
    const { id, text, topicId } = await proposalOf(call, parts);
    const { advisor, now } = call;
    const command = { id, to: 'refused', text, topicId, trial: null, advisorId: advisor.id, now } as const;
    const decided = await parts.services.teaching.decide(command);
    if (!decided.ok) throw new ApiFault('already-decided');
    return { kind: 'json', body: await proposalView(decided.value, parts) };
  },
});

/** POST /phrases/:id/reopen: a decision taken back; what was learned is taken out of the knowledge folder. */
export const reopenPhrase = endpoint({
  method: 'post',
  path: '/phrases/:id/reopen',
  summary: 'Take a decision on a phrase back',
  roles: TEACHERS,
  answer: proposalAnswer,
  async handle(call, parts) {
    const proposal = await proposalOf(call, parts);
    if (proposal.status === 'accepted') {
      const removed = await parts.teacher.unteach(proposal);
      if (!removed.ok) throw faultOf(removed.fault);
    }
    const open = await parts.services.teaching.reopen(proposal.id);
    if (!open.ok) throw new ApiFault('not-found');
    return { kind: 'json', body: await proposalView(open.value, parts) };
  },
});

/** POST /teaching/dismiss: messages that teach nothing, or that are to be looked at again. */
export const dismissMessages = endpoint({
  method: 'post',
  path: '/teaching/dismiss',
  summary: 'Take messages off the list of what was not understood',
  roles: TEACHERS,
  body: dismissBody,
  answer: z.object({ count: z.int().nonnegative() }),
  async handle({ scope, body }, { services }) {
    const count = await services.teaching.dismiss(scope.deskIds, body.ids, body.back);
    return { kind: 'json', body: { count } };
  },
});

/** @throws ApiFault for a topic that the desk does not have. */
function ownTopic(topicId: string, deskId: string, { knowledge }: ApiParts): void {
  if (knowledge.topic(topicId)?.desk !== deskId) throw new ApiFault('unknown-topic');
}

function faultOf(fault: TeachFault): ApiFault {
  switch (fault.code) {
    case 'unknown-topic':
    case 'empty-phrase':
      return new ApiFault(fault.code);
    case 'phrase-known':
      return new ApiFault('phrase-known', { detail: fault.topicId });
    case 'worse':
      return new ApiFault('worse', { trial: fault.trial });
    case 'read-only':
      return new ApiFault('knowledge-read-only');
  }
}
