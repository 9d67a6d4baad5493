import { randomUUID } from 'node:crypto';
import { inTransaction, toJson, type Database, type Transaction } from '../prisma/database';
import { ok, refused, type Result } from '../result';
import type { ChangeFeed } from '../services';
import { handOver, releaseTicket } from './assign';
import { toTeam, WITH_MEMBERS } from './rows';
import { HANDOVER_MINUTES } from './rules';
import type { AssignmentService, Team, TeamFault } from './types';

/** Teams, and requests that change hands by themselves. */
export function createAssignmentService(db: Database, feed: ChangeFeed): AssignmentService {
  return {
    async teams(deskId) {
      const rows = await db.team.findMany({
        where: { deskId },
        include: WITH_MEMBERS,
        orderBy: { name: 'asc' },
      });
      return rows.map(toTeam);
    },
    saveTeam: (team) => inTransaction(db, (tx) => saveTeam(tx, team)),
    async removeTeam(deskId, name) {
      return (await db.team.deleteMany({ where: { deskId, name } })).count > 0;
    },
    async watch(now, limit) {
      const lapsed = await db.ticket.findMany({
        where: { releaseAt: { lt: now } },
        orderBy: { releaseAt: 'asc' },
        take: limit,
        select: { id: true, deskId: true },
      });
      const released = await each(lapsed, (tx, id) => releaseTicket(tx, id, now));
      const away = await db.advisorAbsence.findMany({
        where: {
          startsAt: { lte: now },
          // No shorter absence holds that many opening hours.
          endsAt: { gte: new Date(now.getTime() + HANDOVER_MINUTES * 60_000) },
        },
        select: { advisorId: true },
      });
      const theirs = await db.ticket.findMany({
        where: {
          assigneeId: { in: away.map(({ advisorId }) => advisorId) },
          status: { in: ['new', 'open'] },
          teamId: { not: null },
        },
        orderBy: { updatedAt: 'asc' },
        take: limit,
        select: { id: true, deskId: true },
      });
      return released + (await each(theirs, (tx, id) => handOver(tx, id, now)));
    },
  };

  /** Moves requests one by one, each in its own transaction, and shows those that did move. @returns how many. */
  async function each(
    tickets: readonly { id: string; deskId: string }[],
    move: (tx: Transaction, ticketId: string) => Promise<boolean>,
  ): Promise<number> {
    let moved = 0;
    const failures: unknown[] = [];
    for (const { id, deskId } of tickets) {
      try {
        if (!(await inTransaction(db, (tx) => move(tx, id)))) continue;
        moved += 1;
        feed.publish({ kind: 'ticket', deskId, ticketId: id });
      } catch (error) {
        // The others are moved all the same; this one is tried again at the next round.
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'some requests could not be moved');
    return moved;
  }
}

async function saveTeam(tx: Transaction, team: Omit<Team, 'id'>): Promise<Result<Team, TeamFault>> {
  const { deskId, name } = team;
  const memberIds = [...new Set(team.memberIds)];
  const known = await tx.advisor.findMany({
    where: { id: { in: memberIds }, active: true, desks: { some: { deskId } } },
    select: { id: true },
  });
  const strangers = memberIds.filter((id) => !known.some((advisor) => advisor.id === id));
  if (strangers.length > 0) return refused({ code: 'not-of-desk', advisorIds: strangers });
  const categories = toJson([...new Set(team.categories)]);
  const { id } = await tx.team.upsert({
    where: { deskId_name: { deskId, name } },
    create: { id: randomUUID(), deskId, name, categories },
    update: { categories },
  });
  await tx.teamMember.deleteMany({ where: { teamId: id, advisorId: { notIn: memberIds } } });
  for (const advisorId of memberIds) {
    const member = { teamId: id, advisorId };
    await tx.teamMember.upsert({ where: { teamId_advisorId: member }, create: member, update: {} });
  }
  return ok(toTeam(await tx.team.findUniqueOrThrow({ where: { id }, include: WITH_MEMBERS })));
}
