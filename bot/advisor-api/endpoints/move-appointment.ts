import { redact } from '../../../data/redaction';
import { appointmentView, throwAppointmentFault } from '../appointment-view';
import { endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { appointmentAnswer, appointmentConflictAnswer, moveAppointmentBody } from '../schemas';

/**
 * POST /appointments/:id/move: to another time within the desk's hours, or to another advisor of the desk. Minimum notice and buffers do
 * not bind advisors. The same clientId moves once.
 */
export const moveAppointment = endpoint({
  method: 'post',
  path: '/appointments/:id/move',
  summary: 'Move an appointment to another time or another advisor of its desk',
  body: moveAppointmentBody,
  answer: appointmentAnswer,
  conflicts: appointmentConflictAnswer,
  async handle({ params, body, scope, advisor, now }, { services }) {
    const row = await scope.appointment(params.id ?? '');
    const team = await services.advisors.ofDesks([row.deskId]);
    if (!team.some(({ id }) => id === body.advisorId)) throw new ApiFault('assignee-not-of-desk');
    const moved = await services.appointments.move({
      idempotencyKey: `advisor-move:${advisor.id}:${row.id}:${body.clientId}`,
      appointmentId: row.id,
      advisorId: body.advisorId,
      startsAt: new Date(body.startsAt),
      by: { kind: 'advisor', id: advisor.id },
      reason: body.reason === undefined ? undefined : redact(body.reason),
      expectedSequence: body.version,
      now,
    });
    if (!moved.ok) return throwAppointmentFault(moved.fault, row.id, services);
    return { kind: 'json', body: await appointmentView(row.id, services) };
  },
});
