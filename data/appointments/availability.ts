import type { Interval } from '../calendar/intervals';
import type { Desk } from '../desks/types';
import type { Database } from '../prisma/database';
import { withBuffer, type Availability } from './slots';
import type { AppointmentActor } from './types';

/** For whom slots are looked for. */
export interface Seeker {
  readonly personId: string;
  readonly now: Date;
  /** Of these advisors only. */
  readonly advisorIds?: readonly string[];
  /** The appointment that she wants to move: its time counts as free. */
  readonly moving?: string;
  /** Who looks: buffers do not bind an advisor. */
  readonly by?: AppointmentActor['kind'];
}

/**
 * Reads what free slots are reckoned from: the desk's advisors (her own first), their absences and appointments, what others are
 * confirming just now, and her own appointments.
 */
export async function readAvailability(
  db: Database,
  desk: Desk,
  seeker: Seeker,
  within: Interval,
): Promise<Availability> {
  const { personId, now, advisorIds, moving, by = 'requester' } = seeker;
  const buffered = (span: Interval): Interval => (by === 'requester' ? withBuffer(span) : span);
  const during = overlapping(within);
  const around = overlapping(buffered(within));
  const other = moving === undefined ? {} : { id: { not: moving } };
  const span = { startsAt: true, endsAt: true };
  const [person, advisors, requesterBusy, held] = await Promise.all([
    db.person.findUnique({ where: { id: personId }, select: { advisorId: true } }),
    db.advisor.findMany({
      where: {
        active: true,
        role: { not: 'admin' },
        desks: { some: { deskId: desk.id } },
        ...(advisorIds === undefined ? {} : { id: { in: [...advisorIds] } }),
      },
      select: {
        id: true,
        name: true,
        absences: { where: during, select: span },
        appointments: { where: { ...around, ...other, status: 'booked' }, select: span },
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
    db.appointment.findMany({
      where: { ...during, ...other, personId, status: 'booked' },
      select: span,
    }),
    db.slotHold.findMany({
      where: { ...around, expiresAt: { gt: now }, personId: { not: personId } },
      select: { ...span, advisorId: true },
    }),
  ]);
  const ownFirst = advisors.toSorted(
    (a, b) => Number(b.id === person?.advisorId) - Number(a.id === person?.advisorId),
  );
  return {
    desk,
    advisors: ownFirst.map((advisor) => {
      const meetings = [...advisor.appointments, ...held.filter((hold) => hold.advisorId === advisor.id)];
      return {
        advisorId: advisor.id,
        advisorName: advisor.name,
        busy: [...advisor.absences.map(toInterval), ...meetings.map((row) => buffered(toInterval(row)))],
      };
    }),
    requesterBusy: requesterBusy.map(toInterval),
  };
}

const overlapping = ({ start, end }: Interval) => ({ startsAt: { lt: end }, endsAt: { gt: start } });

const toInterval = (row: { startsAt: Date; endsAt: Date }): Interval => ({
  start: row.startsAt,
  end: row.endsAt,
});
