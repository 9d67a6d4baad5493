import type { Request, Response } from 'restify';
import { z } from 'zod';
import { LONGEST_PASSWORD } from '../../data/advisors/passwords';
import { readJson, type Route } from '../http';
import { callerAddress } from '../rate-limit';
import { refusal } from '../errors';
import type { SignInDeps } from './deps';
import { sessionHeader } from './respond';
import { originFault } from './same-origin';
import { createThrottle, lookAt, together } from './throttle';

/** Wrong passwords for one account, and from one address, in a quarter of an hour. */
const ACCOUNT_REFUSALS = 8;
const ADDRESS_REFUSALS = 30;
const WINDOW_S = 900;
const LONGEST_BODY = 4_096;

const BODY = z.object({
  email: z.string().trim().min(3).max(254),
  password: z.string().min(1).max(LONGEST_PASSWORD),
});

/** `POST /advisor/sign-in/password`: opens a session for an address and its password. Wrong ones are counted, by account and by address. */
export function passwordRoute(deps: SignInDeps): Route {
  const { advisors, clock, cookie, publicUrl, trustProxy } = deps;
  const byAccount = createThrottle(ACCOUNT_REFUSALS, WINDOW_S);
  const byAddress = createThrottle(ADDRESS_REFUSALS, WINDOW_S);

  const handler = async (req: Request, res: Response): Promise<void> => {
    if (originFault(req, publicUrl) !== null) throw refusal('foreign-origin');
    const body = BODY.safeParse(await readJson(req, LONGEST_BODY));
    if (!body.success) throw refusal('wrong-credentials');
    const { email, password } = body.data;
    const attempt = together(
      [byAddress, [callerAddress(req, trustProxy)]],
      [byAccount, [email.toLowerCase()]],
    );
    const wait = await attempt.begin();
    if (wait > 0) {
      res.setHeader('retry-after', String(wait));
      throw refusal('too-many-requests');
    }
    const now = clock.now();
    const session = await lookAt(attempt.forgive, () =>
      advisors.signInWithPassword(email, password, now, req.headers['user-agent']),
    );
    if (session === null) throw refusal('wrong-credentials');
    await attempt.forgive();
    res.writeHead(204, {
      'set-cookie': sessionHeader(cookie, session, now),
      'cache-control': 'no-store',
    });
    res.end();
  };

  return { method: 'post', path: '/advisor/sign-in/password', handler };
}
