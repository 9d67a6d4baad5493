import type { AppointmentFault, AppointmentRow, ChangeFault, Slot } from '../../data/appointments/types';
import type { Services } from '../../data/services';
import type { AppointmentView, SlotView } from './contract';
import { ApiFault } from './errors';

/** One appointment, as the API shows it. */
export function appointmentView(row: AppointmentRow): AppointmentView {
  const { id, reference, personName, advisorId, advisorName, channel, phone, subject, status } = row;
  return {
    id,
    reference,
    desk: row.deskId,
    personName,
    advisorId,
    advisorName,
    channel,
    phone,
    meetingUrl: row.meetingUrl,
    subject,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    status,
    version: row.sequence,
  };
}

/** A free time of an advisor, as the API shows it. */
export const slotView = ({ advisorId, advisorName, startsAt, endsAt }: Slot): SlotView => ({
  advisorId,
  advisorName,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
});

/**
 * Says why an appointment was not changed, with what it is now.
 *
 * @throws ApiFault always.
 */
export async function throwAppointmentFault(
  fault: AppointmentFault | ChangeFault,
  id: string,
  { appointments }: Pick<Services, 'appointments'>,
): Promise<never> {
  const row = await appointments.find(id);
  if (row === null) throw new ApiFault('not-found');
  const current = appointmentView(row);
  switch (fault.code) {
    case 'not-found':
      throw new ApiFault('not-found');
    case 'begun':
      throw new ApiFault('appointment-past', { current });
    case 'cancelled':
      throw new ApiFault('appointment-cancelled', { current });
    case 'conflict':
      throw new ApiFault('appointment-changed', { current });
    case 'in-past':
    case 'too-soon':
      throw new ApiFault('slot-past');
    case 'closed':
      throw new ApiFault('slot-closed');
    case 'taken':
      throw new ApiFault('slot-taken', { current, nearest: fault.nearest.map(slotView) });
  }
}
