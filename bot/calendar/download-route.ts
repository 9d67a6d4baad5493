import type { AppointmentService } from '../../data/appointments/types';
import type { Clock } from '../../data/clock';
import type { DeskService } from '../../data/desks/types';
import type { PeopleService } from '../../data/people/types';
import { refusal } from '../errors';
import type { Route } from '../http';
import { appointmentEntry } from './appointment-entry';
import { writeCalendar } from './entry';
import type { CalendarLinks } from './link';

export interface CalendarRouteDeps {
  readonly appointments: Pick<AppointmentService, 'find'>;
  readonly people: Pick<PeopleService, 'find'>;
  readonly desks: Pick<DeskService, 'find'>;
  readonly links: CalendarLinks;
  readonly clock: Clock;
}

const SUFFIX = '.ics';

/**
 * `GET /api/appointments/REFERENCE.ics?token=`: an appointment as a calendar entry, as it is now, for whoever holds a link to it. A
 * cancelled one comes as cancelled, so that opening the link again takes it out of the calendar.
 */
export function calendarRoute({ appointments, people, desks, links, clock }: CalendarRouteDeps): Route {
  return {
    method: 'get',
    path: '/api/appointments/:file',
    summary: 'An appointment as a calendar entry, by a signed link',
    async handler(req, res) {
      const file = String((req.params as Readonly<Record<string, string>>).file ?? '');
      const token = new URL(req.url ?? '/', 'http://localhost').searchParams.get('token') ?? '';
      if (!file.endsWith(SUFFIX)) throw refusal('not-found');
      const reference = file.slice(0, -SUFFIX.length);
      const allowed = links.opens(reference, token);
      if (allowed !== 'opens') throw refusal(allowed === 'expired' ? 'TokenExpired' : 'Forbidden');
      const appointment = await appointments.find(reference);
      const person = appointment && (await people.find(appointment.personId));
      if (appointment === null || person === null) throw refusal('not-found');
      const entry = appointmentEntry(
        {
          appointment,
          desk: await desks.find(appointment.deskId),
          reader: { side: 'requester', person },
          occasion: 'booked',
          by: 'requester',
          reason: null,
          was: null,
          agendaUrl: '',
          now: clock.now(),
        },
        { method: 'publish' },
      );
      const content = Buffer.from(await writeCalendar(entry));
      res.writeHead(200, {
        'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
        'content-length': content.length,
        'content-disposition': `attachment; filename="${appointment.reference}.ics"`,
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      });
      res.end(content);
    },
  };
}
