import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Request, Response } from 'restify';
import type { AdvisorService } from '../../data/advisors/types';
import type { Clock } from '../../data/clock';
import type { Route } from '../http';
import { callerAddress } from '../rate-limit';
import { sessionCookie } from './cookies';
import { refusalPage } from './pages';

export interface SignInDeps {
  readonly advisors: AdvisorService;
  readonly clock: Clock;
  /** The address at which browsers reach this server. */
  readonly publicUrl: string;
  /** Whether a proxy of ours writes X-Forwarded-For. */
  readonly trustProxy: boolean;
}

/** Refused links that one address may try in a minute. A right link costs nothing. */
const REFUSALS_PER_MINUTE = 10;
/** What a token can look like; anything else is refused without asking the database. */
const TOKEN = /^[\w-]{16,200}$/;

/** `GET /advisor/sign-in/:token`: spends a one-time link and opens a session. The token itself is never logged or echoed. */
export function signInRoutes(deps: SignInDeps): Route[] {
  const cookie = sessionCookie(deps.publicUrl);
  const refusals = new RateLimiterMemory({ points: REFUSALS_PER_MINUTE, duration: 60 });

  const signIn = async (req: Request, res: Response): Promise<void> => {
    if (onlyLooks(req)) {
      res.writeHead(503, { 'cache-control': 'no-store' });
      res.end();
      return;
    }
    const address = callerAddress(req, deps.trustProxy);
    const tried = await refusals.get(address);
    if (tried !== null && tried.consumedPoints >= REFUSALS_PER_MINUTE) {
      sendPage(res, 429, 'throttled', { 'retry-after': String(Math.ceil(tried.msBeforeNext / 1000)) });
      return;
    }
    const token = String(req.params.token ?? '');
    const now = deps.clock.now();
    const session = TOKEN.test(token) ? await deps.advisors.redeemSignInLink(token, now) : null;
    if (session === null) {
      await refusals.penalty(address);
      sendPage(res, TOKEN.test(token) ? 410 : 404, 'spent');
      return;
    }
    res.writeHead(303, {
      location: '/advisor',
      'set-cookie': cookie.set(session.sessionToken, session.expiresAt.getTime() - now.getTime()),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    res.end();
  };

  return [{ method: 'get', path: '/advisor/sign-in/:token', handler: signIn }];
}

/** A browser that preloads the address, or a program that only asks for its headers, must not spend the link. */
function onlyLooks(req: Request): boolean {
  const purpose = String(req.headers['sec-purpose'] ?? req.headers.purpose ?? '');
  return req.method === 'HEAD' || /prefetch|prerender/.test(purpose);
}

function sendPage(
  res: Response,
  status: number,
  page: Parameters<typeof refusalPage>[0],
  headers: Readonly<Record<string, string>> = {},
): void {
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  res.end(refusalPage(page));
}
