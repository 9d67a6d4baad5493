import type { TeamsSession, TeamsSignInFault } from '../../../bot/advisor-api/contract-teams';
import { keepSession, renewSessionBy } from './bearer';
import type { SignInOutcome } from './sign-in';
import { joinTeams } from './teams';

/** How the sign-in from Teams ended. `outside`: this page is no tab of Teams. `unlinked`: her password would link her account. */
export type TeamsOutcome = SignInOutcome | { readonly kind: 'outside' } | { readonly kind: 'unlinked' };

const ENDED: Partial<Record<TeamsSignInFault, TeamsOutcome>> = {
  'teams-unlinked': { kind: 'unlinked' },
  'wrong-credentials': { kind: 'wrong' },
};

/**
 * Signs in with the token that Teams gives this tab.
 *
 * @param credentials her address and password, to link her account of Teams to her.
 */
export async function signInFromTeams(credentials?: {
  readonly email: string;
  readonly password: string;
}): Promise<TeamsOutcome> {
  const teams = await joinTeams();
  if (teams === null) return { kind: 'outside' };
  try {
    const response = await fetch('/advisor/sign-in/teams', {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: await teams.token(), ...credentials }),
    });
    if (response.ok) {
      keepSession(((await response.json()) as TeamsSession).session);
      renewSessionBy(async () => (await signInFromTeams()).kind === 'in');
      return { kind: 'in' };
    }
    if (response.status === 429) {
      const seconds = Number(response.headers.get('retry-after')) || 60;
      return { kind: 'too-many', minutes: Math.ceil(seconds / 60) };
    }
    const { error } = (await response.json()) as { readonly error?: { readonly code?: TeamsSignInFault } };
    return (error?.code && ENDED[error.code]) ?? { kind: 'failed' };
  } catch {
    return { kind: 'failed' };
  }
}
