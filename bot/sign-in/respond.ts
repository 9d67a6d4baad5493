import type { Response } from 'restify';
import type { OpenedSession } from '../../data/advisors/types';
import type { SessionCookie } from './cookies';
import type { Locale } from '../../data/people/types';
import { refusalPage, type RefusalPage } from './pages';

/** Answers with the page of a refusal. It carries nothing that the caller sent, and no script. */
export function sendPage(
  res: Response,
  status: number,
  page: RefusalPage,
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
  res.end(refusalPage(page, localeOf(res)));
}

/** French unless the browser asks for English first. */
const localeOf = (res: Response): Locale =>
  /^\s*en\b/i.test(String(res.req?.headers['accept-language'] ?? '')) ? 'en' : 'fr';

/** The Set-Cookie value of a session that was just opened. */
export const sessionHeader = (cookie: SessionCookie, session: OpenedSession, now: Date): string =>
  cookie.set(session.sessionToken, session.expiresAt.getTime() - now.getTime());

/** Sends the browser on, with cookies, and keeps no trace of the address in caches and referrers. */
export function redirect(res: Response, location: string, cookies: readonly string[]): void {
  res.writeHead(303, {
    location,
    'set-cookie': [...cookies],
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  });
  res.end();
}
