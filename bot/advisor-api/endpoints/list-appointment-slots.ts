import { slotView } from '../appointment-view';
import { endpoint } from '../endpoint';
import { slotListAnswer, slotListQuery } from '../schemas';

const LIMIT = 400;
const DAY_MS = 86_400_000;
const DAYS_AHEAD = 14;

/** GET /appointments/:id/slots: the times to which an appointment can be moved, of its own advisor unless another is asked for. */
export const listAppointmentSlots = endpoint({
  method: 'get',
  path: '/appointments/:id/slots',
  summary:
    'The times to which an appointment can be moved, two weeks from `from` on unless `to` says otherwise',
  query: slotListQuery,
  answer: slotListAnswer,
  async handle({ params, query, scope, now }, { services }) {
    const row = await scope.appointment(params.id ?? '');
    const from = query.from === undefined ? now : new Date(query.from);
    const to = query.to === undefined ? new Date(from.getTime() + DAYS_AHEAD * DAY_MS) : new Date(query.to);
    const slots = await services.appointments.free({
      deskId: row.deskId,
      personId: row.personId,
      from,
      to,
      now,
      limit: LIMIT,
      advisorIds: [query.advisorId ?? row.advisorId],
      moving: row.id,
      by: 'advisor',
    });
    return { kind: 'json', body: { slots: slots.map(slotView) } };
  },
});
