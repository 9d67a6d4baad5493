import type { Request, Response } from 'restify';
import type { Route } from '../http';
import { callerAddress } from '../rate-limit';
import type { SignInDeps } from './deps';
import { redirect, sendPage, sessionHeader } from './respond';
import { createThrottle, lookAt } from './throttle';

/** Refused links that one address may try in a minute. */
const REFUSALS = 10;
/** What a token can look like; anything else is refused without asking the database. */
const TOKEN = /^[\w-]{16,200}$/;

/** `GET /advisor/sign-in/:token`: spends a one-time link and opens a session. The token itself is never logged or echoed. */
export function linkRoute({ advisors, clock, cookie, trustProxy }: SignInDeps): Route {
  const throttle = createThrottle(REFUSALS, 60);

  const handler = async (req: Request, res: Response): Promise<void> => {
    if (onlyLooks(req)) {
      res.writeHead(503, { 'cache-control': 'no-store' });
      res.end();
      return;
    }
    const keys = [callerAddress(req, trustProxy)];
    const wait = await throttle.begin(keys);
    if (wait > 0) {
      sendPage(res, 429, 'throttled', { 'retry-after': String(wait) });
      return;
    }
    const token = String(req.params.token ?? '');
    const now = clock.now();
    const session = TOKEN.test(token)
      ? await lookAt(
          () => throttle.forgive(keys),
          () => advisors.redeemSignInLink(token, now, req.headers['user-agent']),
        )
      : null;
    if (session === null) {
      sendPage(res, TOKEN.test(token) ? 410 : 404, 'spent');
      return;
    }
    await throttle.forgive(keys);
    redirect(res, '/advisor', [sessionHeader(cookie, session, now)]);
  };

  return { method: 'get', path: '/advisor/sign-in/:token', handler };
}

/** A browser that preloads the address, or a program that only asks for its headers, must not spend the link. */
function onlyLooks(req: Request): boolean {
  const purpose = String(req.headers['sec-purpose'] ?? req.headers.purpose ?? '');
  return req.method === 'HEAD' || /prefetch|prerender/.test(purpose);
}
