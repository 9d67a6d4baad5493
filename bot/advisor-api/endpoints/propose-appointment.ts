import { redact } from '../../../data/redaction';
import { slotView } from '../appointment-view';
import { endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { messageAnswer, slotListAnswer } from '../schemas';
import { proposalBody, ticketSlotsQuery } from '../schemas-tickets';
import { throwTicketFault } from '../ticket-faults';
import { messageView } from '../ticket-views';

const LIMIT = 400;
const DAY_MS = 86_400_000;
const DAYS_AHEAD = 14;

/** GET /tickets/:id/slots: the times that its requester could book, of one advisor or of whoever is free. */
export const listTicketSlots = endpoint({
  method: 'get',
  path: '/tickets/:id/slots',
  summary: 'Times that a ticket’s requester could book, two weeks from `from` on unless `to` says otherwise',
  query: ticketSlotsQuery,
  answer: slotListAnswer,
  async handle({ params, query, scope, now }, { services }) {
    const { personId, deskId } = await scope.ticket(params.id ?? '');
    if (personId === null) throw new ApiFault('no-chat');
    const from = query.from === undefined ? now : new Date(query.from);
    const to = query.to === undefined ? new Date(from.getTime() + DAYS_AHEAD * DAY_MS) : new Date(query.to);
    const slots = await services.appointments.free({
      deskId,
      personId,
      from,
      to,
      now,
      limit: LIMIT,
      ...(query.advisorId !== undefined && { advisorIds: [query.advisorId] }),
    });
    return { kind: 'json', body: { slots: slots.map(slotView) } };
  },
});

/** POST /tickets/:id/proposal: offers times; the requester books one with a tap in her chat. The same clientId offers once. */
export const proposeAppointment = endpoint({
  method: 'post',
  path: '/tickets/:id/proposal',
  summary: 'Offer a ticket’s requester times for an appointment',
  body: proposalBody,
  answer: messageAnswer,
  conflicts: true,
  async handle({ params, body, advisor, scope, now }, { services, views }) {
    const ticket = await scope.ticket(params.id ?? '');
    if (ticket.personId === null) throw new ApiFault('no-chat');
    const team = await services.advisors.ofDesks([ticket.deskId]);
    if (!body.slots.every(({ advisorId }) => team.some(({ id }) => id === advisorId)))
      throw new ApiFault('assignee-not-of-desk');
    const proposed = await services.tickets.proposeAppointment({
      idempotencyKey: `${advisor.id}:${body.clientId}`,
      ticketId: ticket.id,
      advisor: { id: advisor.id, name: advisor.name },
      text: redact(body.text),
      shown: redact(body.shown),
      channel: body.channel,
      slots: body.slots.map(({ advisorId, startsAt }) => ({ advisorId, startsAt: new Date(startsAt) })),
      now,
    });
    if (!proposed.ok) return throwTicketFault(proposed.fault, ticket, views);
    return { kind: 'json', body: messageView(proposed.value) };
  },
});
