import { redact } from '../../../data/redaction';
import { appointmentView, throwAppointmentFault } from '../appointment-view';
import { endpoint } from '../endpoint';
import { appointmentAnswer, appointmentConflictAnswer, cancelAppointmentBody } from '../schemas';

/** POST /appointments/:id/cancel: cancels an appointment that has not begun; the tutor is told, with the reason. */
export const cancelAppointment = endpoint({
  method: 'post',
  path: '/appointments/:id/cancel',
  summary: 'Cancel an appointment that has not begun',
  body: cancelAppointmentBody,
  answer: appointmentAnswer,
  conflicts: appointmentConflictAnswer,
  async handle({ params, body, scope, advisor, now }, { services }) {
    const row = await scope.appointment(params.id ?? '');
    const cancelled = await services.appointments.cancel({
      appointmentId: row.id,
      by: { kind: 'advisor', id: advisor.id },
      reason: body.reason === undefined ? undefined : redact(body.reason),
      expectedSequence: body.version,
      now,
    });
    if (!cancelled.ok) return throwAppointmentFault(cancelled.fault, row.id, services);
    return { kind: 'json', body: await appointmentView(row.id, services) };
  },
});
