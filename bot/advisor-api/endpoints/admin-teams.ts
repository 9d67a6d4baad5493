import type { Team, TeamEditFault } from '../../../data/assignment/types';
import type { DeskId } from '../../../data/desks/types';
import type { TeamView } from '../contract-admin';
import { type ApiParts, endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { changeTeamBody, conflictOf, createTeamBody, teamAnswer, teamsAnswer } from '../schemas-admin';
import type { DeskScope } from '../scope';

const roles = ['supervisor', 'admin'] as const;

/** GET /teams: those of the caller's desks. */
export const listTeams = endpoint({
  method: 'get',
  path: '/teams',
  summary: 'The teams of your desks',
  answer: teamsAnswer,
  roles,
  async handle({ scope }, parts) {
    const teams = await teamsOf(scope, parts);
    const names = await namesOf(scope, parts);
    return { kind: 'json', body: { teams: teams.map((team) => teamView(team, names)) } };
  },
});

/** POST /teams: a new one. */
export const createTeam = endpoint({
  method: 'post',
  path: '/teams',
  summary: 'Make a team',
  body: createTeamBody,
  answer: teamAnswer,
  roles,
  async handle({ body, scope }, parts) {
    const { desk, ...content } = body;
    const made = await parts.services.assignment.createTeam({ deskId: scope.desk(desk), ...content });
    const names = await namesOf(scope, parts);
    if (!made.ok) throw refusal(made.fault, names);
    scope.owned(made.value, made.value.deskId);
    scope.changed = { before: null, after: contentOf(made.value) };
    return { kind: 'json', body: teamView(made.value, names) };
  },
});

/** POST /teams/:id: its name, categories and members. */
export const changeTeam = endpoint({
  method: 'post',
  path: '/teams/:id',
  summary: 'Change a team’s name, categories and members',
  body: changeTeamBody,
  answer: teamAnswer,
  conflicts: conflictOf(teamAnswer),
  roles,
  async handle({ params, body, scope }, parts) {
    const { version: expectedVersion, ...content } = body;
    const { id, deskId } = await ownTeam(params.id, scope, parts);
    const done = await parts.services.assignment.changeTeam({ id, deskId, expectedVersion, ...content });
    const names = await namesOf(scope, parts);
    if (!done.ok) throw refusal(done.fault, names);
    scope.changed = { before: contentOf(done.value.before), after: contentOf(done.value.now) };
    return { kind: 'json', body: teamView(done.value.now, names) };
  },
});

/** POST /teams/:id/remove: its requests stay with whoever has them. */
export const removeTeam = endpoint({
  method: 'post',
  path: '/teams/:id/remove',
  summary: 'Remove a team; its requests stay with whoever has them',
  answer: null,
  roles,
  async handle({ params, scope }, parts) {
    const team = await ownTeam(params.id, scope, parts);
    await parts.services.assignment.removeTeam(team.deskId, team.name);
    scope.changed = { before: contentOf(team), after: null };
    return { kind: 'nothing' };
  },
});

async function teamsOf({ deskIds }: DeskScope, { services }: ApiParts): Promise<readonly Team[]> {
  return (await Promise.all(deskIds.map((id: DeskId) => services.assignment.teams(id)))).flat();
}

async function ownTeam(id: string | undefined, scope: DeskScope, parts: ApiParts): Promise<Team> {
  const team = (await teamsOf(scope, parts)).find((one) => one.id === id);
  return scope.owned(team ?? null, team?.deskId);
}

type Names = ReadonlyMap<string, string>;

async function namesOf({ deskIds }: DeskScope, { services }: ApiParts): Promise<Names> {
  return new Map((await services.advisors.ofDesks(deskIds)).map(({ id, name }) => [id, name]));
}

function refusal(fault: TeamEditFault, names: Names): ApiFault {
  switch (fault.code) {
    case 'conflict':
      return new ApiFault('setting-changed', { current: teamView(fault.current, names) });
    case 'name-taken':
      return new ApiFault('team-name-taken');
    case 'not-of-desk':
      return new ApiFault('assignee-not-of-desk');
    case 'not-found':
      return new ApiFault('not-found');
  }
}

const contentOf = ({ name, categories, memberIds }: Team) => ({ name, categories, members: memberIds });

const teamView = ({ id, deskId, name, categories, memberIds, version }: Team, names: Names): TeamView => ({
  id,
  desk: deskId,
  name,
  categories,
  members: memberIds.map((memberId) => ({ id: memberId, name: names.get(memberId) ?? '' })),
  version,
});
