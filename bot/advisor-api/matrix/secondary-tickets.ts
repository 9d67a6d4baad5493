import { ELSEWHERE } from './callers';
import type { Foreign } from './foreign';
import { type SecondaryCase, body, error, query } from './secondary-case';

const BOTH = 'advisor of both desks';
const slot = (advisorId: string) => ({ advisorId, startsAt: '2026-11-25T10:00:00Z' });
const asked = { text: '', shown: 'Quand ?', channel: 'phone' } as const;

/** To whom things are given, what they are bound to, which files go with them. */
export const SECONDARY_OF_TICKETS: readonly SecondaryCase[] = [
  // Whom a thing is given to
  {
    endpoint: 'POST /tickets/:id/assign',
    what: 'to somebody of another desk',
    send: body(({ version, advisorId }) => ({ assigneeId: advisorId, version })),
    status: 422,
    answer: error('assignee-not-of-desk'),
  },
  {
    endpoint: 'POST /tickets/:id/assign',
    what: 'to nobody known',
    send: body(({ version, unknown }) => ({ assigneeId: unknown, version })),
    status: 422,
    answer: error('assignee-not-of-desk'),
  },
  {
    endpoint: 'POST /bulk',
    what: 'to somebody of another desk',
    send: body(({ ticketId, version, advisorId }) => ({
      action: 'assign',
      assigneeId: advisorId,
      tickets: [{ id: ticketId, version }],
    })),
    status: 200,
    answer: { done: [], failed: [error('assignee-not-of-desk')] },
  },
  {
    endpoint: 'POST /bulk',
    what: 'a ticket of another desk, and one that does not exist: told the same',
    send: body(({ foreignTicketId, unknown }) => ({
      action: 'status',
      status: 'closed',
      tickets: [
        { id: foreignTicketId, version: 0 },
        { id: unknown, version: 0 },
      ],
    })),
    status: 200,
    answer: {
      done: [],
      failed: [
        { ...error('not-found'), current: null },
        { ...error('not-found'), current: null },
      ],
    },
  },
  {
    endpoint: 'POST /tickets/:id/proposal',
    what: 'times of somebody of another desk, beside one of her own',
    send: body(({ advisorId, ownAdvisorId }) => ({
      ...asked,
      slots: [slot(ownAdvisorId), slot(advisorId)],
      clientId: 'proposal',
    })),
    status: 422,
    answer: error('assignee-not-of-desk'),
  },
  {
    endpoint: 'POST /appointments/:id/move',
    what: 'to somebody of another desk',
    at: ({ appointmentId }) => appointmentId,
    send: body(({ advisorId }) => ({ ...slot(advisorId), version: 0, clientId: 'move' })),
    status: 422,
    answer: error('assignee-not-of-desk'),
  },
  {
    endpoint: 'GET /tickets/:id/slots',
    what: 'when somebody of another desk is free',
    send: query(({ advisorId }) => `advisorId=${advisorId}`),
    status: 200,
    answer: { slots: [] },
  },
  {
    endpoint: 'GET /appointments/:id/slots',
    what: 'when somebody of another desk is free',
    at: ({ appointmentId }) => appointmentId,
    send: query(({ advisorId }) => `advisorId=${advisorId}`),
    status: 200,
    answer: { slots: [] },
  },

  // What a ticket is bound to
  {
    endpoint: 'POST /tickets/:id/merge',
    what: 'into a ticket of another desk',
    send: body(({ version, foreignTicketId }) => ({ into: foreignTicketId, version })),
    status: 404,
  },
  {
    endpoint: 'POST /tickets/:id/merge',
    what: 'into a ticket of the other of her desks',
    by: BOTH,
    send: body(({ version, foreignTicketId }) => ({ into: foreignTicketId, version })),
    status: 422,
    answer: error('other-desk'),
  },
  {
    endpoint: 'POST /tickets/:id/links',
    what: 'to a ticket of another desk, by its reference',
    send: body(({ foreignReference }) => ({ ticket: foreignReference })),
    status: 404,
  },
  {
    endpoint: 'POST /tickets/:id/links',
    what: 'to a ticket of the other of her desks',
    by: BOTH,
    send: body(({ foreignTicketId }) => ({ ticket: foreignTicketId })),
    status: 422,
    answer: error('other-desk'),
  },
  {
    endpoint: 'POST /tickets/:id/links/remove',
    what: 'to a ticket of another desk',
    send: body(({ foreignTicketId }) => ({ ticket: foreignTicketId })),
    status: 404,
  },
  {
    endpoint: 'POST /tickets/:id/topic',
    what: 'a topic of another desk',
    send: body(({ version }) => ({ topicId: `${ELSEWHERE}.invoicing`, version })),
    status: 422,
    answer: error('unknown-topic'),
  },
  {
    endpoint: 'POST /tickets/:id/split',
    what: 'a topic of another desk',
    send: body(() => ({ text: 'Autre', topicId: `${ELSEWHERE}.invoicing`, clientId: 'split' })),
    status: 422,
    answer: error('unknown-topic'),
  },
  {
    endpoint: 'POST /answers',
    what: 'one of another desk among her own: nobody is told anything',
    send: body(({ ticketId, foreignTicketId }) => ({
      tickets: [ticketId, foreignTicketId],
      text: 'Bonjour.',
      solve: false,
      clientId: 'many',
    })),
    status: 404,
  },

  // Files that go with a reply
  ...(
    [
      ['of another desk', (given: Foreign) => given.foreignFileId],
      ['of another ticket of her desk', (given: Foreign) => given.otherFileId],
      ['that a colleague uploaded for this ticket', (given: Foreign) => given.colleagueFileId],
      ['that does not exist', (given: Foreign) => given.unknown],
    ] as const
  ).map(([what, fileId]) => ({
    endpoint: 'POST /tickets/:id/messages',
    what: `a file ${what}`,
    send: body((given) => ({ kind: 'reply', text: 'Voici.', clientId: what, files: [fileId(given)] })),
    status: 404,
  })),
  {
    endpoint: 'GET /attachments/:id',
    what: 'a file that an advisor of another desk uploaded and has not sent',
    at: ({ foreignFileId }) => foreignFileId,
    send: () => ({}),
    status: 404,
  },
];
