import { appointmentView, throwAppointmentFault } from '../appointment-view';
import { endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { appointmentAnswer, appointmentConflictAnswer, meetingLinkBody } from '../schemas';

/** POST /appointments/:id/link: sets or replaces where the two meet online; the tutor is told. */
export const setMeetingLink = endpoint({
  method: 'post',
  path: '/appointments/:id/link',
  summary: 'Set or replace the link of an online appointment',
  body: meetingLinkBody,
  answer: appointmentAnswer,
  conflicts: appointmentConflictAnswer,
  async handle({ params, body, scope, advisor, now }, { services }) {
    const row = await scope.appointment(params.id ?? '');
    if (row.channel !== 'teams') throw new ApiFault('appointment-by-phone');
    const set = await services.appointments.setMeetingUrl({
      appointmentId: row.id,
      url: body.url,
      advisorId: advisor.id,
      expectedSequence: body.version,
      now,
    });
    if (!set.ok) return throwAppointmentFault(set.fault, row.id, services);
    return { kind: 'json', body: await appointmentView(row.id, services) };
  },
});
