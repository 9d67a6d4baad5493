import type { Desk } from '../desks/types';
import type { Database } from '../prisma/database';
import type { Interval } from './intervals';
import type { Availability } from './slots';

/** Reads what free slots are reckoned from: the desk's advisors (her own first), their absences and appointments, and her own appointments. */
export async function readAvailability(
  db: Database,
  desk: Desk,
  personId: string,
  within: Interval,
): Promise<Availability> {
  const during = { startsAt: { lt: within.end }, endsAt: { gt: within.start } };
  const [person, advisors, requesterBusy] = await Promise.all([
    db.person.findUnique({ where: { id: personId }, select: { advisorId: true } }),
    db.advisor.findMany({
      where: { active: true, role: { not: 'admin' }, desks: { some: { deskId: desk.id } } },
      select: {
        id: true,
        name: true,
        absences: { where: during, select: { startsAt: true, endsAt: true } },
        appointments: {
          where: { ...during, status: 'booked' },
          select: { startsAt: true, endsAt: true },
        },
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
    db.appointment.findMany({
      where: { ...during, personId, status: 'booked' },
      select: { startsAt: true, endsAt: true },
    }),
  ]);
  const ownFirst = advisors.toSorted(
    (a, b) => Number(b.id === person?.advisorId) - Number(a.id === person?.advisorId),
  );
  return {
    desk,
    advisors: ownFirst.map((advisor) => ({
      advisorId: advisor.id,
      advisorName: advisor.name,
      busy: [...advisor.absences, ...advisor.appointments].map(toInterval),
    })),
    requesterBusy: requesterBusy.map(toInterval),
  };
}

const toInterval = (row: { startsAt: Date; endsAt: Date }): Interval => ({
  start: row.startsAt,
  end: row.endsAt,
});
