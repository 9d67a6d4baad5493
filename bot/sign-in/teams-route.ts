import type { Request, Response } from 'restify';
import { z } from 'zod';
import { LONGEST_PASSWORD } from '../../data/advisors/passwords';
import type { OpenedSession } from '../../data/advisors/types';
import type { TeamsSession } from '../advisor-api/contract-teams';
import { refusal } from '../errors';
import { readJson, type Route } from '../http';
import { callerAddress } from '../rate-limit';
import { sendJson } from '../respond';
import type { SignInDeps } from './deps';
import { originFault } from './same-origin';
import type { TeamsSignIn, TeamsTokenPerson } from './teams-token';
import { createThrottle, lookAt } from './throttle';

/** Refused tokens and passwords from one address, and wrong passwords for one account, in a quarter of an hour. */
const ADDRESS_REFUSALS = 30;
const ACCOUNT_REFUSALS = 8;
const WINDOW_S = 900;
const LONGEST_BODY = 16_384;

const BODY = z.object({
  token: z.string().min(1).max(12_000),
  email: z.string().trim().min(3).max(254).optional(),
  password: z.string().min(1).max(LONGEST_PASSWORD).optional(),
});

/**
 * `POST /advisor/sign-in/teams`: opens a session for the token that Teams gave our tab. The session is answered, not set as a cookie:
 * browsers keep none inside of another site's frame. An account that is not linked yet is linked by the advisor's password.
 */
export function teamsRoute(deps: SignInDeps, { verify, trustEmail }: TeamsSignIn): Route {
  const { advisors, clock, publicUrl, trustProxy, log } = deps;
  const byAddress = createThrottle(ADDRESS_REFUSALS, WINDOW_S);
  const byAccount = createThrottle(ACCOUNT_REFUSALS, WINDOW_S);

  const handler = async (req: Request, res: Response): Promise<void> => {
    if (originFault(req, publicUrl) !== null) throw refusal('foreign-origin');
    const body = BODY.safeParse(await readJson(req, LONGEST_BODY));
    if (!body.success) throw refusal('teams-token');
    const { token, email, password } = body.data;
    const address = [callerAddress(req, trustProxy)];
    mustNotWait(await byAddress.begin(address), res);
    const person = await verify(token, clock.now());
    if (!person.ok) {
      log.warn({ why: person.fault.why }, 'a sign-in from Teams was refused');
      if (person.fault.kind !== 'unavailable') throw refusal('teams-token');
      await byAddress.forgive(address);
      throw refusal('try-later');
    }
    const known = await lookAt(
      () => byAddress.forgive(address),
      () => signIn(person.value, req),
    );
    if (known !== null) {
      await byAddress.forgive(address);
      return answer(res, known);
    }
    // Whose token is right has done nothing wrong by now; from here on the password counts.
    if (email === undefined || password === undefined) {
      await byAddress.forgive(address);
      throw refusal('teams-unlinked');
    }
    const account = [email.toLowerCase()];
    mustNotWait(await byAccount.begin(account), res);
    const forgive = async (): Promise<void> => {
      await Promise.all([byAddress.forgive(address), byAccount.forgive(account)]);
    };
    const { identity } = person.value;
    const linked = await lookAt(forgive, () =>
      advisors.linkTeamsWithPassword({ identity, email, password }, clock.now(), req.headers['user-agent']),
    );
    if (linked === null) throw refusal('wrong-credentials');
    await forgive();
    answer(res, linked);
  };

  const signIn = ({ identity, email }: TeamsTokenPerson, req: Request): Promise<OpenedSession | null> =>
    advisors.signInWithTeams(
      { identity, trustedEmail: trustEmail ? email : null },
      clock.now(),
      req.headers['user-agent'],
    );

  return { method: 'post', path: '/advisor/sign-in/teams', handler };
}

/** @throws refusal too-many-requests */
function mustNotWait(seconds: number, res: Response): void {
  if (seconds === 0) return;
  res.setHeader('retry-after', String(seconds));
  throw refusal('too-many-requests');
}

function answer(res: Response, { sessionToken, expiresAt }: OpenedSession): void {
  const session: TeamsSession = { session: sessionToken, expiresAt: expiresAt.toISOString() };
  sendJson(res, 200, session);
}
