import type { AppointmentRow } from '../../data/appointments/types';
import type { AppointmentView } from './contract';

/** One appointment, as the API shows it. */
export function appointmentView(row: AppointmentRow): AppointmentView {
  const { id, reference, personName, advisorName, channel, phone, subject, status } = row;
  return {
    id,
    reference,
    personName,
    advisorName,
    channel,
    phone,
    subject,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    status,
  };
}
