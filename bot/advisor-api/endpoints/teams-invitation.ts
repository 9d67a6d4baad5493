import { z } from 'zod';
import type { TeamsInvitationView, TeamsLinkView } from '../contract-teams';
import { type ApiParts, endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import type { DeskScope } from '../scope';

const instant = z.iso.datetime();

/** GET /tickets/:id/teams: whether the person behind a ticket is known on Teams. */
export const showTeamsLink = endpoint({
  method: 'get',
  path: '/tickets/:id/teams',
  summary: 'Whether the requester has linked her Teams account',
  answer: z.object({ linkedAt: instant.nullable() }),
  async handle({ params, scope }, { services }) {
    const accounts = await services.teamsAccounts.ofPerson(await personOf(scope, params.id, services));
    const [first] = accounts.map(({ linkedAt }) => linkedAt.toISOString()).sort();
    const view: TeamsLinkView = { linkedAt: first ?? null };
    return { kind: 'json', body: view };
  },
});

/** POST /tickets/:id/teams-invitation: a code with which she links her account. */
export const inviteToTeams = endpoint({
  method: 'post',
  path: '/tickets/:id/teams-invitation',
  summary: 'Make a code with which the requester links her Teams account, once, within seven days',
  answer: z.object({ code: z.string(), expiresAt: instant }),
  async handle({ params, scope, advisor, now }, { services }) {
    const personId = await personOf(scope, params.id, services);
    const made = await services.teamsInvitations.invite({ personId, advisorId: advisor.id, now });
    const view: TeamsInvitationView = { code: made.code, expiresAt: made.expiresAt.toISOString() };
    return { kind: 'json', body: view };
  },
});

/**
 * @throws ApiFault not-found where nobody is known behind the ticket, and where she is of another desk: a code opens her records, of that
 * desk, to whoever uses it.
 */
async function personOf(
  scope: DeskScope,
  ticketId: string | undefined,
  { people }: ApiParts['services'],
): Promise<string> {
  const { personId } = await scope.ticket(ticketId ?? '');
  const person = personId === null ? null : await people.find(personId);
  if (person === null || !scope.allows(person.deskId)) throw new ApiFault('not-found');
  return person.id;
}
