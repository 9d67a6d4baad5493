import { appointmentView } from '../appointment-view';
import { endpoint } from '../endpoint';
import { appointmentListAnswer } from '../schemas';

const LIMIT = 200;
/** What has just begun or ended is still shown: an advisor looks up the call she is in. */
const STILL_SHOWN_MS = 24 * 3600 * 1000;

/** GET /appointments: the appointments of her desks, from a day ago on, oldest first. */
export const listAppointments = endpoint({
  method: 'get',
  path: '/appointments',
  summary: 'The appointments from a day ago on, oldest first',
  answer: appointmentListAnswer,
  async handle({ scope, now }, { services }) {
    const from = new Date(now.getTime() - STILL_SHOWN_MS);
    const rows = await services.appointments.agenda(scope.deskIds, from, LIMIT);
    return { kind: 'json', body: { appointments: rows.map(appointmentView) } };
  },
});
