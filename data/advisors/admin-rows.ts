import { DESK_IDS } from '../desks/types';
import { oneOf, type Database, type Transaction } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import type { AdvisorRecord } from './admin-types';
import { toAdvisor, WITH_DESKS } from './rows';

const UNSETTLED = ['new', 'open', 'waiting'];

const withRecord = (now: Date) =>
  ({
    ...WITH_DESKS,
    teams: {
      select: { team: { select: { id: true, deskId: true, name: true } } },
      orderBy: { team: { name: 'asc' } },
    },
    absences: { where: { endsAt: { gt: now } }, orderBy: { startsAt: 'asc' } },
    sessions: {
      where: { lastSeenAt: { not: null } },
      orderBy: { lastSeenAt: 'desc' },
      take: 1,
      select: { lastSeenAt: true },
    },
    _count: {
      select: {
        tickets: { where: { status: { in: UNSETTLED } } },
        appointments: { where: { status: 'booked', startsAt: { gt: now } } },
      },
    },
  }) satisfies Prisma.AdvisorInclude;

/** Reads advisors as they are administered, by name; those out of service last. */
export async function readRecords(
  tx: Database | Transaction,
  where: Prisma.AdvisorWhereInput,
  now: Date,
): Promise<readonly AdvisorRecord[]> {
  const rows = await tx.advisor.findMany({
    where,
    include: withRecord(now),
    orderBy: [{ active: 'desc' }, { name: 'asc' }, { id: 'asc' }],
  });
  const coverIds = rows.flatMap(({ absences }) => absences.flatMap(({ coverId }) => coverId ?? []));
  const covers = await tx.advisor.findMany({
    where: { id: { in: coverIds } },
    select: { id: true, name: true },
  });
  return rows.map((row) => ({
    ...toAdvisor(row),
    active: row.active,
    version: row.version,
    lastSeenAt: row.sessions[0]?.lastSeenAt ?? null,
    teams: row.teams.map(({ team }) => ({ ...team, deskId: oneOf(DESK_IDS, team.deskId, 'Team.deskId') })),
    absences: row.absences.map(({ id, startsAt, endsAt, coverId }) => ({
      id,
      startsAt,
      endsAt,
      cover: covers.find((one) => one.id === coverId) ?? null,
    })),
    openTickets: row._count.tickets,
    appointments: row._count.appointments,
  }));
}
