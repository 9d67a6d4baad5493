import { DateTime } from 'luxon';
import { actFault } from '../../../data/advisors/admin-rules';
import type { AbsenceRefusal, AdvisorRecord, AdvisorRefusal } from '../../../data/advisors/admin-types';
import { ADVISOR_ROLES, type Advisor } from '../../../data/advisors/types';
import type { Result } from '../../../data/result';
import type { AdminAdvisor, AdvisorDirectory, SignInLink } from '../contract-admin';
import { type ApiParts, type Caller, endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import {
  absenceBody,
  activeBody,
  addAdvisorBody,
  adminAdvisorAnswer,
  changeAdvisorBody,
  conflictOf,
  directoryAnswer,
  linkAnswer,
  newAdvisorAnswer,
} from '../schemas-admin';

const roles = ['supervisor', 'admin'] as const;

/** GET /advisors: those of the caller's desks. */
export const listAdvisors = endpoint({
  method: 'get',
  path: '/advisors',
  summary: 'The advisors whom you administer',
  answer: directoryAnswer,
  roles,
  async handle({ advisor, scope, now }, { services }) {
    const records = await services.advisorAdministration.list(advisor, now);
    const desks = await services.desks.all();
    const body: AdvisorDirectory = {
      advisors: records.map((record) => adminView(record, advisor, now)),
      desks: desks.filter(({ id }) => scope.allows(id)).map(({ id, name, zone }) => ({ id, name, zone })),
      roles: ADVISOR_ROLES.filter((role) => role !== 'admin' || advisor.role === 'admin'),
    };
    return { kind: 'json', body };
  },
});

/** POST /advisors: somebody new, with a link to sign in. */
export const addAdvisor = endpoint({
  method: 'post',
  path: '/advisors',
  summary: 'Add an advisor; answers a sign-in link that is shown once',
  body: addAdvisorBody,
  answer: newAdvisorAnswer,
  roles,
  async handle({ body, advisor, scope, now }, parts) {
    const { desks: deskIds, ...rest } = body;
    const administration = parts.services.advisorAdministration;
    const caller = { advisor, scope, now };
    const record = noted(await administration.add({ actor: advisor, deskIds, now, ...rest }), caller);
    return {
      kind: 'json',
      body: { advisor: adminView(record, advisor, now), link: await newLink(record.id, now, parts) },
    };
  },
});

/** POST /advisors/:id: her name, role and desks. */
export const changeAdvisor = endpoint({
  method: 'post',
  path: '/advisors/:id',
  summary: 'Change an advisor’s name, role and desks',
  body: changeAdvisorBody,
  answer: adminAdvisorAnswer,
  conflicts: conflictOf(adminAdvisorAnswer),
  roles,
  async handle({ params, body, advisor, scope, now }, { services, streams }) {
    const { desks: deskIds, version: expectedVersion, name, role } = body;
    const before = await recordOf(params.id, { advisor, now }, services);
    const command = { actor: advisor, id: before.id, name, role, deskIds, expectedVersion, now };
    const record = noted(await services.advisorAdministration.change(command), { advisor, scope, now });
    await streams.recheck(record.id);
    scope.changed = { before: rightsOf(before), after: rightsOf(record) };
    return { kind: 'json', body: adminView(record, advisor, now) };
  },
});

/** POST /advisors/:id/active: out of service, or into it again. */
export const setAdvisorActive = endpoint({
  method: 'post',
  path: '/advisors/:id/active',
  summary: 'Put an advisor out of service, or into it again',
  body: activeBody,
  answer: adminAdvisorAnswer,
  roles,
  async handle({ params, body, advisor, scope, now }, { services, streams }) {
    const command = { actor: advisor, id: params.id ?? '', active: body.active, now };
    const record = noted(await services.advisorAdministration.setActive(command), { advisor, scope, now });
    await streams.recheck(record.id);
    return { kind: 'json', body: adminView(record, advisor, now) };
  },
});

/** POST /advisors/:id/link: a new link to sign in, for one use within an hour. */
export const makeSignInLink = endpoint({
  method: 'post',
  path: '/advisors/:id/link',
  summary: 'Make a sign-in link for an advisor; it is shown once',
  answer: linkAnswer,
  roles,
  async handle({ params, advisor, scope, now }, parts) {
    const record = await mine(params.id, { advisor, now }, parts);
    if (!record.active) throw new ApiFault('advisor-inactive');
    note(scope, record, advisor);
    return { kind: 'json', body: await newLink(record.id, now, parts) };
  },
});

/** POST /advisors/:id/sessions/revoke: ends all her sessions. */
export const endAdvisorSessions = endpoint({
  method: 'post',
  path: '/advisors/:id/sessions/revoke',
  summary: 'End every session of an advisor',
  answer: adminAdvisorAnswer,
  roles,
  async handle({ params, advisor, scope, sessionToken, now }, parts) {
    const record = await mine(params.id, { advisor, now }, parts);
    const kept = record.id === advisor.id ? sessionToken : null;
    await parts.services.advisors.revokeSessions(record.id, kept, now);
    await parts.streams.recheck(record.id);
    note(scope, record, advisor);
    return { kind: 'json', body: adminView(record, advisor, now) };
  },
});

/** POST /advisors/:id/absences: days on which she is away. */
export const addAbsence = endpoint({
  method: 'post',
  path: '/advisors/:id/absences',
  summary: 'Note when an advisor is away, and who has her requests meanwhile',
  body: absenceBody,
  answer: adminAdvisorAnswer,
  roles,
  async handle({ params, body, advisor, scope, now }, { services }) {
    const { id, deskIds } = await recordOf(params.id, { advisor, now }, services);
    const zone = await scope.zone(deskIds);
    const at = (day: string, time = '00:00') => DateTime.fromISO(`${day}T${time}`, { zone });
    const startsAt = at(body.from, body.fromTime).toJSDate();
    const end = body.toTime === undefined ? at(body.to).plus({ days: 1 }) : at(body.to, body.toTime);
    const command = { actor: advisor, id, startsAt, endsAt: end.toJSDate(), coverId: body.coverId, now };
    const record = noted(await services.advisorAdministration.addAbsence(command), { advisor, scope, now });
    return { kind: 'json', body: adminView(record, advisor, now) };
  },
});

/** POST /absences/:id/remove: she is there after all. */
export const removeAbsence = endpoint({
  method: 'post',
  path: '/absences/:id/remove',
  summary: 'Take back an absence',
  answer: adminAdvisorAnswer,
  roles,
  async handle({ params, advisor, scope, now }, { services }) {
    const absenceId = params.id ?? '';
    const all = await services.advisorAdministration.list(advisor, now);
    const before = all.find(({ absences }) => absences.some(({ id }) => id === absenceId));
    if (before === undefined) throw new ApiFault('not-found');
    const absence = before.absences.find(({ id }) => id === absenceId);
    const command = { actor: advisor, id: before.id, absenceId, now };
    const record = noted(await services.advisorAdministration.removeAbsence(command), {
      advisor,
      scope,
      now,
    });
    scope.changed = {
      before: { from: absence?.startsAt, to: absence?.endsAt, cover: absence?.cover?.id },
      after: null,
    };
    return { kind: 'json', body: adminView(record, advisor, now) };
  },
});

type Asking = Pick<Caller, 'advisor' | 'now'>;

/** Somebody whom the caller may see. @throws ApiFault `not-found` */
async function recordOf(
  id: string | undefined,
  { advisor, now }: Asking,
  { advisorAdministration }: ApiParts['services'],
): Promise<AdvisorRecord> {
  const record = await advisorAdministration.find(advisor, id ?? '', now);
  if (record === null) throw new ApiFault('not-found');
  return record;
}

/** Somebody on whom the caller may act. @throws ApiFault */
async function mine(id: string | undefined, asking: Asking, { services }: ApiParts): Promise<AdvisorRecord> {
  const record = await recordOf(id, asking, services);
  const fault = actFault(asking.advisor, record);
  if (fault !== null) throw new ApiFault(fault);
  return record;
}

/** The log has it under a desk that the caller shares with her. */
function note(scope: Caller['scope'], record: AdvisorRecord, { deskIds }: Advisor): void {
  const [shared = record.deskIds[0]] = record.deskIds.filter((id) => deskIds.includes(id));
  if (shared !== undefined) scope.lastSeen = { id: record.id, deskId: shared };
}

/** Somebody as she is after a command, noted for the log. @throws ApiFault where it was refused. */
function noted(
  result: Result<AdvisorRecord, AdvisorRefusal | AbsenceRefusal>,
  { advisor, scope, now }: Pick<Caller, 'advisor' | 'scope' | 'now'>,
): AdvisorRecord {
  if (result.ok) {
    note(scope, result.value, advisor);
    return result.value;
  }
  const { fault } = result;
  if (fault.code === 'conflict') {
    throw new ApiFault('setting-changed', { current: adminView(fault.current, advisor, now) });
  }
  throw new ApiFault(fault.code);
}

const rightsOf = ({ name, role, deskIds }: AdvisorRecord) => ({ name, role, desks: deskIds });

async function newLink(id: string, now: Date, { services, publicUrl }: ApiParts): Promise<SignInLink> {
  const { token, expiresAt } = await services.advisors.createSignInLink(id, now);
  return { url: `${publicUrl}/advisor/sign-in/${token}`, expiresAt: expiresAt.toISOString() };
}

function adminView(record: AdvisorRecord, actor: Advisor, now: Date): AdminAdvisor {
  const { deskIds, teams, absences, lastSeenAt, ...rest } = record;
  // Her teams on desks that the actor is not of are none of the actor's business; that she has such desks says why she is not `mine`.
  const shared = teams.filter(({ deskId }) => actor.deskIds.includes(deskId));
  return {
    ...rest,
    desks: deskIds,
    teams: shared.map(({ id, deskId, name }) => ({ id, desk: deskId, name })),
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    absentNow: absences.some(({ startsAt, endsAt }) => startsAt <= now && now < endsAt),
    absences: absences.map(({ id, startsAt, endsAt, cover }) => ({
      id,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      cover,
    })),
    mine: actFault(actor, record) === null,
  };
}
