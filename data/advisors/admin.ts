import { randomUUID } from 'node:crypto';
import { leaveTickets } from '../assignment/leave';
import { inTransaction, type Database, type Transaction } from '../prisma/database';
import { ok, refused, type Result } from '../result';
import type { ChangeFeed } from '../services';
import { actFault, deactivateFault, maySee, rightsFault, type Administrator } from './admin-rules';
import { readRecords } from './admin-rows';
import type { AbsenceRefusal, AdvisorAdministration, AdvisorRecord, AdvisorRefusal } from './admin-types';
import { canonicalEmail } from './rows';
import { endOtherSessions } from './sessions';

/** Who answers, as it is decided in the administration. */
export function createAdvisorAdministration(db: Database, feed: ChangeFeed): AdvisorAdministration {
  const seen = async (
    tx: Database | Transaction,
    actor: Administrator,
    id: string,
    now: Date,
  ): Promise<AdvisorRecord | null> => {
    const [record] = await readRecords(tx, { id }, now);
    return record !== undefined && maySee(actor, record) ? record : null;
  };
  /** Those whom somebody has left behind are given to others once what she is has been stored; the watch does it after a crash. */
  const settle = async (
    result: Result<AdvisorRecord, AdvisorRefusal>,
    now: Date,
  ): Promise<Result<AdvisorRecord, AdvisorRefusal>> => {
    if (!result.ok) return result;
    await leaveTickets(db, feed, result.value.id, now);
    const [record = result.value] = await readRecords(db, { id: result.value.id }, now);
    return ok(record);
  };

  return {
    async list(actor, now) {
      return readRecords(db, { desks: { some: { deskId: { in: [...actor.deskIds] } } } }, now);
    },
    find: (actor, id, now) => seen(db, actor, id, now),
    async actFault(actor, id) {
      const [record] = await readRecords(db, { id }, new Date(0));
      return record === undefined ? 'not-found' : actFault(actor, record);
    },
    add: (command) => inTransaction(db, (tx) => add(tx, command)),
    async change(command) {
      const { actor, id, now } = command;
      const result = await inTransaction(db, async (tx) => {
        const target = await seen(tx, actor, id, now);
        if (target === null) return refused({ code: 'not-found' as const });
        const fault = rightsFault(actor, target, command, await activeAdmins(tx));
        if (fault !== null) return refused({ code: fault });
        if (target.version !== command.expectedVersion) {
          return refused({ code: 'conflict' as const, current: target });
        }
        await changeRights(tx, command);
        const [record = target] = await readRecords(tx, { id }, now);
        return ok(record);
      });
      return settle(result, now);
    },
    async setActive({ actor, id, active, now }) {
      const result = await inTransaction(db, async (tx) => {
        const target = await seen(tx, actor, id, now);
        if (target === null) return refused({ code: 'not-found' as const });
        const fault = active
          ? rightsFault(actor, target, target, await activeAdmins(tx))
          : deactivateFault(actor, target, await activeAdmins(tx));
        if (fault !== null) return refused({ code: fault });
        if (target.active === active) return ok(target);
        await tx.advisor.update({ where: { id }, data: { active, version: { increment: 1 } } });
        if (!active) {
          await endOtherSessions(tx, id, null, now);
          await tx.signInLink.updateMany({ where: { advisorId: id, usedAt: null }, data: { usedAt: now } });
        }
        const [record = target] = await readRecords(tx, { id }, now);
        return ok(record);
      });
      return settle(result, now);
    },
    addAbsence: (command) => inTransaction(db, (tx) => addAbsence(tx, command)),
    removeAbsence: ({ actor, id, absenceId, now }) =>
      inTransaction(db, async (tx) => {
        const fault = await absenceFault(tx, actor, id, now);
        if (fault !== null) return refused({ code: fault });
        const { count } = await tx.advisorAbsence.deleteMany({ where: { id: absenceId, advisorId: id } });
        if (count === 0) return refused({ code: 'not-found' });
        return withRecord(tx, id, now);
      }),
  };
}

const activeAdmins = (tx: Transaction): Promise<number> =>
  tx.advisor.count({ where: { role: 'admin', active: true } });

async function add(
  tx: Transaction,
  command: Parameters<AdvisorAdministration['add']>[0],
): Promise<Result<AdvisorRecord, AdvisorRefusal>> {
  const { actor, name, role, deskIds, now } = command;
  const fault = rightsFault(actor, null, command, await activeAdmins(tx));
  if (fault !== null) return refused({ code: fault });
  const email = canonicalEmail(command.email);
  if (await tx.advisor.findUnique({ where: { email } })) return refused({ code: 'email-taken' });
  const id = randomUUID();
  const desks = { create: [...new Set(deskIds)].map((deskId) => ({ deskId })) };
  await tx.advisor.create({ data: { id, name, email, role, active: true, createdAt: now, desks } });
  return withRecord(tx, id, now);
}

async function changeRights(
  tx: Transaction,
  { id, name, role, deskIds }: Parameters<AdvisorAdministration['change']>[0],
): Promise<void> {
  const wanted = [...new Set(deskIds)];
  await tx.advisor.update({ where: { id }, data: { name, role, version: { increment: 1 } } });
  await tx.advisorDesk.deleteMany({ where: { advisorId: id, deskId: { notIn: wanted } } });
  await tx.teamMember.deleteMany({ where: { advisorId: id, team: { deskId: { notIn: wanted } } } });
  for (const deskId of wanted) {
    const desk = { advisorId: id, deskId };
    await tx.advisorDesk.upsert({ where: { advisorId_deskId: desk }, create: desk, update: {} });
  }
}

/** One may always say when one is away oneself. */
async function absenceFault(tx: Transaction, actor: Administrator, id: string, now: Date) {
  const [target] = await readRecords(tx, { id }, now);
  if (target === undefined) return 'not-found' as const;
  return actor.id === id ? null : actFault(actor, target);
}

async function addAbsence(
  tx: Transaction,
  command: Parameters<AdvisorAdministration['addAbsence']>[0],
): Promise<Result<AdvisorRecord, AbsenceRefusal>> {
  const { actor, id, startsAt, endsAt, coverId, now } = command;
  const fault = await absenceFault(tx, actor, id, now);
  if (fault !== null) return refused({ code: fault });
  if (endsAt <= startsAt || endsAt <= now) return refused({ code: 'wrong-period' });
  const crossing = { advisorId: id, startsAt: { lt: endsAt }, endsAt: { gt: startsAt } };
  if (await tx.advisorAbsence.findFirst({ where: crossing })) return refused({ code: 'overlap' });
  if (coverId !== null && !(await mayCover(tx, coverId, id))) return refused({ code: 'wrong-cover' });
  await tx.advisorAbsence.create({ data: { id: randomUUID(), advisorId: id, startsAt, endsAt, coverId } });
  return withRecord(tx, id, now);
}

async function mayCover(tx: Transaction, coverId: string, advisorId: string): Promise<boolean> {
  if (coverId === advisorId) return false;
  const desks = await tx.advisorDesk.findMany({ where: { advisorId } });
  const ofHers = { some: { deskId: { in: desks.map(({ deskId }) => deskId) } } };
  return (await tx.advisor.count({ where: { id: coverId, active: true, desks: ofHers } })) > 0;
}

async function withRecord(tx: Transaction, id: string, now: Date) {
  const [record] = await readRecords(tx, { id }, now);
  return record === undefined ? refused({ code: 'not-found' as const }) : ok(record);
}
