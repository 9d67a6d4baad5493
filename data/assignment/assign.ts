import { connectedOf } from '../advisors/seen';
import { toDesk, WITH_EXCEPTIONS } from '../desks/rows';
import type { Desk } from '../desks/types';
import { oneOf, type Transaction } from '../prisma/database';
import { targetsOf } from '../sla/desk-targets';
import { record, type Actor } from '../tickets/changes';
import { TICKET_PRIORITIES, type Ticket, type TicketStatus } from '../tickets/types';
import { chooseAssignee, mustHandOver, releaseAt, teamFor, type Candidate } from './rules';
import { toTeam, WITH_MEMBERS } from './rows';

/** What an advisor has on her desk: requests that wait for her. */
const ON_HER_DESK: TicketStatus[] = ['new', 'open'];

const isOnHerDesk = (status: string): boolean => (ON_HER_DESK as string[]).includes(status);

const GUICHET: Actor = { kind: 'assistant', id: null };

/** Puts a request that has just been filed into the hands of its team, and of one of those present. A desk without teams: of nobody. */
export async function assignOnFiling(tx: Transaction, ticket: Ticket, now: Date): Promise<void> {
  const rows = await tx.team.findMany({ where: { deskId: ticket.deskId }, include: WITH_MEMBERS });
  const team = teamFor(rows.map(toTeam), ticket.category);
  if (team === null) return;
  await tx.ticket.update({ where: { id: ticket.id }, data: { teamId: team.id } });
  await giveToTeam(tx, ticket, team.id, now, { team: team.name });
}

/**
 * A request whose category has changed becomes the concern of the team that takes it. While it is to be answered it goes to one of that
 * team who is there, unless somebody of the team has it already; when nobody is there it is nobody's.
 */
export async function reroute(tx: Transaction, ticketId: string, now: Date): Promise<void> {
  const ticket = await tx.ticket.findUniqueOrThrow({ where: { id: ticketId } });
  const rows = await tx.team.findMany({ where: { deskId: ticket.deskId }, include: WITH_MEMBERS });
  const team = teamFor(rows.map(toTeam), ticket.category);
  if (team === null || team.id === ticket.teamId) return;
  await tx.ticket.update({ where: { id: ticketId }, data: { teamId: team.id } });
  const keeps = ticket.assigneeId !== null && team.memberIds.includes(ticket.assigneeId);
  if (keeps || !isUnsettled(ticket.status)) return;
  if (await giveToTeam(tx, ticket, team.id, now, { team: team.name })) return;
  if (ticket.assigneeId === null) return;
  await tx.ticket.update({ where: { id: ticketId }, data: { assigneeId: null, releaseAt: null } });
  await record(tx, ticket, 'assigned', GUICHET, { from: ticket.assigneeId, to: null, team: team.name }, now);
}

const isUnsettled = (status: string): boolean => isOnHerDesk(status) || status === 'waiting';

/** A request that nobody reacted to in time goes back to its team. @returns whether it did. */
export async function releaseTicket(tx: Transaction, ticketId: string, now: Date): Promise<boolean> {
  const ticket = await tx.ticket.findUnique({ where: { id: ticketId } });
  if (!ticket?.releaseAt || ticket.releaseAt >= now) return false;
  const lapsed = isOnHerDesk(ticket.status) && ticket.assigneeId !== null;
  await tx.ticket.update({
    where: { id: ticketId },
    data: {
      releaseAt: null,
      ...(lapsed && { assigneeId: null, updatedAt: now, version: { increment: 1 } }),
    },
  });
  if (lapsed) await record(tx, ticket, 'released', GUICHET, { from: ticket.assigneeId }, now);
  return lapsed;
}

/**
 * The request of somebody who answers no longer, or no longer on its desk, goes to one of its team who is there; else it is nobody's.
 *
 * @returns whether it was hers to leave.
 */
export async function leaveTicket(tx: Transaction, ticketId: string, now: Date): Promise<boolean> {
  const ticket = await tx.ticket.findUnique({
    where: { id: ticketId },
    include: { assignee: { include: { desks: true } } },
  });
  if (!ticket?.assignee || !isUnsettled(ticket.status)) return false;
  const { id: from, active, desks } = ticket.assignee;
  if (active && desks.some(({ deskId }) => deskId === ticket.deskId)) return false;
  const detail = { from, because: 'left' };
  if (ticket.teamId !== null && (await giveToTeam(tx, ticket, ticket.teamId, now, detail))) return true;
  await tx.ticket.update({
    where: { id: ticketId },
    data: { assigneeId: null, releaseAt: null, updatedAt: now, version: { increment: 1 } },
  });
  await record(tx, ticket, 'assigned', GUICHET, { ...detail, to: null }, now);
  return true;
}

/** The request of somebody who is away for long goes to who covers for her, else to another member of its team who is there. @returns whether it did. */
export async function handOver(tx: Transaction, ticketId: string, now: Date): Promise<boolean> {
  const ticket = await tx.ticket.findUnique({
    where: { id: ticketId },
    include: { desk: { include: WITH_EXCEPTIONS } },
  });
  if (!ticket?.assigneeId || !isOnHerDesk(ticket.status)) return false;
  const absences = await absencesOf(tx, ticket.assigneeId, now);
  if (!mustHandOver(toDesk(ticket.desk), absences, now)) return false;
  const detail = { from: ticket.assigneeId, because: 'absence' };
  const [cover] = absences.flatMap(({ start, coverId }) => (start <= now && coverId !== null ? coverId : []));
  if (cover !== undefined && (await giveToCover(tx, ticket, cover, now, detail))) return true;
  return ticket.teamId !== null && giveToTeam(tx, ticket, ticket.teamId, now, detail);
}

/** Gives a request to who covers for its advisor, unless she is away too or answers its desk no longer. @returns whether she has it. */
async function giveToCover(
  tx: Transaction,
  ticket: { readonly id: string; readonly deskId: string },
  coverId: string,
  now: Date,
  detail: Readonly<Record<string, string>>,
): Promise<boolean> {
  const cover = await tx.advisor.findFirst({
    where: {
      id: coverId,
      active: true,
      desks: { some: { deskId: ticket.deskId } },
      absences: { none: { startsAt: { lte: now }, endsAt: { gt: now } } },
    },
  });
  if (!cover) return false;
  await tx.ticket.update({
    where: { id: ticket.id },
    data: { assigneeId: coverId, releaseAt: null, updatedAt: now, version: { increment: 1 } },
  });
  await record(tx, ticket, 'assigned', GUICHET, { ...detail, to: coverId }, now);
  return true;
}

/** Gives a request to one of a team's members who is there. @returns whether there was anybody. */
async function giveToTeam(
  tx: Transaction,
  ticket: { readonly id: string; readonly deskId: string; readonly priority: string },
  teamId: string,
  now: Date,
  detail: Readonly<Record<string, string>>,
): Promise<boolean> {
  const desk = toDesk(
    await tx.desk.findUniqueOrThrow({ where: { id: ticket.deskId }, include: WITH_EXCEPTIONS }),
  );
  const chosen = chooseAssignee(desk, await candidatesOf(tx, teamId, desk, now), now);
  if (chosen === null || chosen.advisorId === detail.from) return false;
  const priority = oneOf(TICKET_PRIORITIES, ticket.priority, 'Ticket.priority');
  const { value: targets } = await targetsOf(tx, desk.id);
  await tx.ticket.update({
    where: { id: ticket.id },
    data: {
      assigneeId: chosen.advisorId,
      releaseAt: releaseAt(desk, targets[priority]['first-reply'], now),
      // Nobody has seen a request that is being filed: there is no version yet that could be stale.
      ...(detail.from !== undefined && { updatedAt: now, version: { increment: 1 } }),
    },
  });
  await tx.teamMember.update({
    where: { teamId_advisorId: { teamId, advisorId: chosen.advisorId } },
    data: { lastAssignedAt: now },
  });
  await record(tx, ticket, 'assigned', GUICHET, { ...detail, to: chosen.advisorId }, now);
  return true;
}

async function candidatesOf(
  tx: Transaction,
  teamId: string,
  desk: Desk,
  now: Date,
): Promise<readonly Candidate[]> {
  const members = await tx.teamMember.findMany({
    where: { teamId, advisor: { active: true, desks: { some: { deskId: desk.id } } } },
    include: { advisor: { select: { absences: { where: { endsAt: { gt: now } } } } } },
  });
  const loads = await tx.ticket.groupBy({
    by: ['assigneeId'],
    where: { assigneeId: { in: members.map(({ advisorId }) => advisorId) }, status: { in: ON_HER_DESK } },
    _count: true,
  });
  const here = await connectedOf(
    tx,
    members.map(({ advisorId }) => advisorId),
    now,
  );
  return members.map(({ advisorId, lastAssignedAt, advisor }) => ({
    advisorId,
    lastAssignedAt,
    here: here.has(advisorId),
    open: loads.find(({ assigneeId }) => assigneeId === advisorId)?._count ?? 0,
    absences: advisor.absences.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt })),
  }));
}

async function absencesOf(tx: Transaction, advisorId: string, now: Date) {
  const rows = await tx.advisorAbsence.findMany({ where: { advisorId, endsAt: { gt: now } } });
  return rows.map(({ startsAt, endsAt, coverId }) => ({ start: startsAt, end: endsAt, coverId }));
}
