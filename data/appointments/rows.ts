import { DESK_IDS } from '../desks/types';
import { oneOf } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import type { Appointment, AppointmentRow } from './types';

const CHANNELS = ['teams', 'phone'] as const;
const STATUSES = ['booked', 'cancelled'] as const;

/** What is read along with an appointment: who meets whom. */
export const NAMES = {
  advisor: { select: { name: true } },
  person: { select: { displayName: true } },
} satisfies Prisma.AppointmentInclude;

type NamedRow = Prisma.AppointmentGetPayload<{ include: typeof NAMES }>;

/** An appointment as the rest of the code knows it. */
export const toAppointment = (row: NamedRow): Appointment => ({
  id: row.id,
  reference: row.reference,
  deskId: oneOf(DESK_IDS, row.deskId, 'Appointment.deskId'),
  personId: row.personId,
  advisorId: row.advisorId,
  advisorName: row.advisor.name,
  channel: oneOf(CHANNELS, row.channel, 'Appointment.channel'),
  phone: row.phone,
  subject: row.subject,
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  status: oneOf(STATUSES, row.status, 'Appointment.status'),
  meetingUrl: row.meetingUrl,
  sequence: row.sequence,
  updatedAt: row.updatedAt,
});

/** The same with the requester's name. */
export const toAppointmentRow = (row: NamedRow): AppointmentRow => ({
  ...toAppointment(row),
  personName: row.person.displayName,
});
