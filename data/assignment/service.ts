import { inTransaction, type Database, type Transaction } from '../prisma/database';
import type { ChangeFeed } from '../services';
import { handOver, leaveTicket, releaseTicket } from './assign';
import { ticketsLeftBehind } from './leave';
import { toTeam, WITH_MEMBERS } from './rows';
import { HANDOVER_MINUTES } from './rules';
import { changeTeam, createTeam, saveTeam } from './teams';
import type { AssignmentService } from './types';

const ON_HER_DESK = ['new', 'open'];

const handOverAt =
  (now: Date) =>
  (tx: Transaction, ticketId: string): Promise<boolean> =>
    handOver(tx, ticketId, now);

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
    createTeam: (team) => inTransaction(db, (tx) => createTeam(tx, team)),
    changeTeam: (command) => inTransaction(db, (tx) => changeTeam(tx, command)),
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
      const handed = await handOverWaiting(now, limit);
      const left = await ticketsLeftBehind(db, limit);
      return released + handed + (await each(left, (tx, id) => leaveTicket(tx, id, now)));
    },
  };

  /**
   * Requests of those who are away for long, group by group: who could take one of a group could take them all, so that of those that nobody
   * can take only one is looked at, and they hold up no others.
   */
  async function handOverWaiting(now: Date, limit: number): Promise<number> {
    const away = await db.advisorAbsence.findMany({
      where: {
        startsAt: { lte: now },
        // No shorter absence holds that many opening hours.
        endsAt: { gte: new Date(now.getTime() + HANDOVER_MINUTES * 60_000) },
      },
      select: { advisorId: true, coverId: true },
    });
    const covered = away.filter(({ coverId }) => coverId !== null);
    const groups = await db.ticket.groupBy({
      by: ['assigneeId', 'teamId', 'deskId'],
      where: {
        assigneeId: { in: away.map(({ advisorId }) => advisorId) },
        status: { in: ON_HER_DESK },
        OR: [{ teamId: { not: null } }, { assigneeId: { in: covered.map(({ advisorId }) => advisorId) } }],
      },
    });
    let moved = 0;
    for (const { assigneeId, teamId, deskId } of groups) {
      const theirs = (take: number) =>
        db.ticket.findMany({
          where: { assigneeId, teamId, deskId, status: { in: ON_HER_DESK } },
          orderBy: { updatedAt: 'asc' },
          take,
          select: { id: true, deskId: true },
        });
      if (moved >= limit || (await each(await theirs(1), handOverAt(now))) === 0) continue;
      moved += 1;
      moved += await each(await theirs(limit - moved), handOverAt(now));
    }
    return moved;
  }

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
