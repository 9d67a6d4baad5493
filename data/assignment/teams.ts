import { randomUUID } from 'node:crypto';
import { toJson, type Transaction } from '../prisma/database';
import { ok, refused, type Result } from '../result';
import { toTeam, WITH_MEMBERS } from './rows';
import type { AssignmentService, Team, TeamContent, TeamEditFault, TeamFault } from './types';

/** Makes a team, or changes the one of that name. */
export async function saveTeam(tx: Transaction, team: TeamContent): Promise<Result<Team, TeamFault>> {
  const fault = await strangersFault(tx, team);
  if (fault !== null) return refused(fault);
  const { deskId, name } = team;
  const categories = categoriesOf(team);
  const { id } = await tx.team.upsert({
    where: { deskId_name: { deskId, name } },
    create: { id: randomUUID(), deskId, name, categories },
    update: { categories, version: { increment: 1 } },
  });
  return ok(await setMembers(tx, id, team.memberIds));
}

/** Makes a team of a new name. */
export async function createTeam(tx: Transaction, team: TeamContent): Promise<Result<Team, TeamEditFault>> {
  if (await isTaken(tx, team, null)) return refused({ code: 'name-taken' });
  return saveTeam(tx, team);
}

/** Changes a team that somebody has read; only of the desk that is named. */
export async function changeTeam(
  tx: Transaction,
  command: Parameters<AssignmentService['changeTeam']>[0],
): ReturnType<AssignmentService['changeTeam']> {
  const { id, deskId, name, expectedVersion } = command;
  const row = await tx.team.findFirst({ where: { id, deskId }, include: WITH_MEMBERS });
  if (!row) return refused({ code: 'not-found' });
  const before = toTeam(row);
  if (before.version !== expectedVersion) return refused({ code: 'conflict', current: before });
  if (await isTaken(tx, command, id)) return refused({ code: 'name-taken' });
  const fault = await strangersFault(tx, command);
  if (fault !== null) return refused(fault);
  const categories = categoriesOf(command);
  await tx.team.update({ where: { id }, data: { name, categories, version: { increment: 1 } } });
  return ok({ before, now: await setMembers(tx, id, command.memberIds) });
}

const categoriesOf = ({ categories }: TeamContent) => toJson([...new Set(categories)]);

/** Names are told apart as people read them: "Paiement" and "paiement" are one. */
async function isTaken(tx: Transaction, { deskId, name }: TeamContent, id: string | null): Promise<boolean> {
  const others = await tx.team.findMany({ where: { deskId, ...(id !== null && { id: { not: id } }) } });
  return others.some((other) => other.name.toLocaleLowerCase('fr') === name.toLocaleLowerCase('fr'));
}

async function strangersFault(
  tx: Transaction,
  { deskId, memberIds }: TeamContent,
): Promise<TeamFault | null> {
  const known = await tx.advisor.findMany({
    where: { id: { in: [...memberIds] }, active: true, desks: { some: { deskId } } },
    select: { id: true },
  });
  const advisorIds = [...new Set(memberIds)].filter((id) => !known.some((advisor) => advisor.id === id));
  return advisorIds.length === 0 ? null : { code: 'not-of-desk', advisorIds };
}

/** Those out of service keep their place: they come back to their teams. */
async function setMembers(tx: Transaction, teamId: string, memberIds: readonly string[]): Promise<Team> {
  await tx.teamMember.deleteMany({
    where: { teamId, advisorId: { notIn: [...memberIds] }, advisor: { active: true } },
  });
  for (const advisorId of new Set(memberIds)) {
    const member = { teamId, advisorId };
    await tx.teamMember.upsert({ where: { teamId_advisorId: member }, create: member, update: {} });
  }
  return toTeam(await tx.team.findUniqueOrThrow({ where: { id: teamId }, include: WITH_MEMBERS }));
}
