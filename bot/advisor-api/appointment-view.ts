import type { AppointmentFault, AppointmentRow, ChangeFault, Slot } from '../../data/appointments/types';
import type { Services } from '../../data/services';
import type { AppointmentView, SlotView } from './contract';
import { ApiFault } from './errors';

type ViewServices = Pick<Services, 'appointments' | 'outbox'>;

/** Appointments, as the API shows them. */
export async function appointmentViews(
  rows: readonly AppointmentRow[],
  { outbox }: Pick<ViewServices, 'outbox'>,
): Promise<readonly AppointmentView[]> {
  const refused = await outbox.refusedMails(rows.map(({ id }) => id));
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    desk: row.deskId,
    personName: row.personName,
    advisorId: row.advisorId,
    advisorName: row.advisorName,
    channel: row.channel,
    phone: row.phone,
    meetingUrl: row.meetingUrl,
    subject: row.subject,
    startsAt: row.startsAt.toISOString(),
    endsAt: row.endsAt.toISOString(),
    status: row.status,
    version: row.sequence,
    mailRefused: refused.has(row.id),
  }));
}

/**
 * One appointment as it is now.
 *
 * @throws ApiFault `not-found` when it is gone.
 */
export async function appointmentView(id: string, services: ViewServices): Promise<AppointmentView> {
  const row = await services.appointments.find(id);
  const [view] = row === null ? [] : await appointmentViews([row], services);
  if (view === undefined) throw new ApiFault('not-found');
  return view;
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
  services: ViewServices,
): Promise<never> {
  const current = await appointmentView(id, services);
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
