import { appointmentViews } from '../appointment-view';
import { endpoint } from '../endpoint';
import { appointmentListAnswer, periodQuery } from '../schemas';

const LIMIT = 500;
/** What has just begun or ended is still shown: an advisor looks up the call she is in. */
const STILL_SHOWN_MS = 24 * 3600 * 1000;

/** GET /appointments: the appointments of her desks in a period, from a day ago on unless it is said, oldest first. */
export const listAppointments = endpoint({
  method: 'get',
  path: '/appointments',
  summary: 'The appointments of a period, oldest first; from a day ago on unless `from` is given',
  query: periodQuery,
  answer: appointmentListAnswer,
  async handle({ scope, query, now }, { services, mails }) {
    const from = query.from === undefined ? new Date(now.getTime() - STILL_SHOWN_MS) : new Date(query.from);
    const to = query.to === undefined ? undefined : new Date(query.to);
    const rows = await services.appointments.agenda(scope.deskIds, from, LIMIT, to);
    return { kind: 'json', body: { appointments: await appointmentViews(rows, services), mails } };
  },
});
