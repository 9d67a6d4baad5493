import { ELSEWHERE, HERE } from './callers';
import type { Foreign } from './foreign';
import { type SecondaryCase, body, error, query } from './secondary-case';

const SUPERVISOR = 'supervisor';
const DAYS = 'from=2026-11-01&to=2026-11-18';

/** Filters, words, whole desks, lessons, and people of several desks. */
export const SECONDARY_OF_LISTS: readonly SecondaryCase[] = [
  // Filters and words
  {
    endpoint: 'GET /tickets',
    what: 'of another desk',
    send: query(() => `view=all&desk=${ELSEWHERE}`),
    status: 200,
    answer: { tickets: [], next: null },
  },
  {
    endpoint: 'GET /tickets',
    what: 'of everybody’s desk that there is none of',
    send: query(() => 'view=all&desk=nowhere'),
    status: 200,
    answer: { tickets: [], next: null },
  },
  {
    endpoint: 'GET /tickets',
    what: 'given to somebody of another desk',
    send: query(({ advisorId }) => `view=all&assignee=${advisorId}`),
    status: 200,
    answer: { tickets: [] },
  },
  {
    endpoint: 'GET /tickets',
    what: 'with words of another desk’s tickets',
    send: query(({ foreignWord }) => `view=all&q=${foreignWord}`),
    status: 200,
    answer: { tickets: [], next: null },
  },
  {
    endpoint: 'GET /tickets',
    what: 'with the reference of another desk’s ticket',
    send: query(({ foreignReference }) => `view=all&q=${foreignReference}`),
    status: 200,
    answer: { tickets: [] },
  },
  {
    endpoint: 'GET /tickets',
    what: 'after a cursor that stands on another desk’s ticket',
    send: query(({ cursorTo, foreignTicketId }) => `view=all&cursor=${cursorTo(foreignTicketId)}`),
    status: 200,
  },
  {
    endpoint: 'GET /tickets',
    what: 'after a cursor that is none',
    send: query(() => 'view=all&cursor=bm9uZQ'),
    status: 400,
    answer: error('invalid'),
  },
  {
    endpoint: 'GET /audit',
    what: 'what somebody of another desk did',
    by: SUPERVISOR,
    send: query(({ advisorId }) => `actor=${advisorId}`),
    status: 200,
    answer: { lines: [] },
  },

  // Whole desks
  ...(['GET /figures', 'GET /figures/export'] as const).map((endpoint) => ({
    endpoint,
    what: 'of another desk',
    send: query(() => `${DAYS}&part=categories&desk=${ELSEWHERE}`),
    status: 404,
  })),
  {
    endpoint: 'GET /coupons/export',
    what: 'of another desk',
    send: query(() => `month=2026-11&desk=${ELSEWHERE}`),
    status: 404,
  },
  {
    endpoint: 'GET /coupons/export',
    what: 'of a desk that there is none of',
    send: query(() => 'month=2026-11&desk=nowhere'),
    status: 404,
  },
  {
    endpoint: 'POST /replies',
    what: 'for another desk',
    by: SUPERVISOR,
    send: body(() => ({ desk: ELSEWHERE, title: 'Salut', text: 'Bonjour.', category: null })),
    status: 404,
  },

  // What the assistant learns
  {
    endpoint: 'POST /phrases',
    what: 'for another desk',
    send: body(() => ({
      desk: ELSEWHERE,
      text: 'ma facture',
      topicId: `${ELSEWHERE}.invoicing`,
      source: { kind: 'typed', id: null },
    })),
    status: 404,
  },
  {
    endpoint: 'POST /phrases',
    what: 'for a topic of another desk',
    send: body(() => ({
      desk: HERE,
      text: 'ma facture',
      topicId: `${ELSEWHERE}.invoicing`,
      source: { kind: 'typed', id: null },
    })),
    status: 422,
    answer: error('unknown-topic'),
  },
  ...(['try', 'accept'] as const).map((verb) => ({
    endpoint: `POST /phrases/:id/${verb}`,
    what: 'as a topic of another desk',
    by: SUPERVISOR,
    at: ({ phraseId }: Foreign) => phraseId,
    send: body(() => ({
      text: 'ma facture',
      topicId: `${ELSEWHERE}.invoicing`,
      ...(verb === 'accept' && { force: true }),
    })),
    status: 422,
    answer: error('unknown-topic'),
  })),
  {
    endpoint: 'POST /teaching/dismiss',
    what: 'messages to another desk',
    by: SUPERVISOR,
    send: body(({ foreignMessageId }) => ({ ids: [foreignMessageId], back: false })),
    status: 200,
    answer: { count: 0 },
  },

  // What is a person's own, or of a person of several desks
  {
    endpoint: 'POST /views/order',
    what: 'with a colleague’s views',
    send: body(({ colleaguesViewId }) => ({ ids: [colleaguesViewId] })),
    status: 200,
    answer: { views: [] },
  },
  {
    endpoint: 'GET /tickets/:id',
    what: 'of somebody who has tickets and appointments on another desk too',
    send: () => ({}),
    status: 200,
    answer: ({ ticketId }) => ({ id: ticketId, links: [] }),
  },
  {
    endpoint: 'GET /tickets/:id/duplicates',
    what: 'of somebody who has tickets on another desk too',
    send: () => ({}),
    status: 200,
  },
  {
    endpoint: 'GET /tickets/:id/similar',
    what: 'beside tickets of another desk in the same words',
    send: () => ({}),
    status: 200,
  },
  {
    endpoint: 'GET /similar',
    what: 'for a ticket of another desk',
    send: query(({ foreignTicketId }) => `tickets=${foreignTicketId}`),
    status: 200,
    answer: { counts: {} },
  },
  {
    endpoint: 'POST /tickets/:id/teams-invitation',
    what: 'for somebody of another desk: a code would open that desk’s records',
    by: 'advisor of another desk',
    at: ({ strayTicketId }) => strayTicketId,
    send: body(() => ({})),
    status: 404,
  },
];
