import { appointmentView } from '../appointment-view';
import { endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { appointmentAnswer } from '../schemas';

/** POST /appointments/:id/cancel: cancels an appointment that has not begun. */
export const cancelAppointment = endpoint({
  method: 'post',
  path: '/appointments/:id/cancel',
  summary: 'Cancel an appointment that has not begun',
  answer: appointmentAnswer,
  async handle({ params, scope, advisor, now }, { services }) {
    const row = await scope.appointment(params.id ?? '');
    const cancelled = await services.appointments.cancel({
      appointmentId: row.id,
      by: { kind: 'advisor', id: advisor.id },
      now,
    });
    if (!cancelled.ok) {
      throw new ApiFault(cancelled.fault.code === 'begun' ? 'appointment-past' : 'not-found');
    }
    return { kind: 'json', body: appointmentView({ ...cancelled.value, personName: row.personName }) };
  },
});
