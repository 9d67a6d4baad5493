import type { Request, Response } from 'restify';
import type { Route } from '../http';
import { errorFields } from '../log';
import type { SignInDeps } from './deps';
import { CALLBACK_PATH, type OpenIdClient } from './open-id';
import { pendingCookie } from './pending-cookie';
import { redirect, sendPage, sessionHeader } from './respond';

/** `GET /advisor/open-id` leaves for the organisation's provider; the provider sends the browser back to the callback. */
export function openIdRoutes(client: OpenIdClient, deps: SignInDeps): Route[] {
  const { advisors, clock, cookie, keys, log, publicUrl } = deps;
  const pendingStore = pendingCookie(keys, publicUrl);

  const leave = async (req: Request, res: Response): Promise<void> => {
    try {
      const wish = new URL(req.url ?? '/', publicUrl).searchParams.get('return') ?? '';
      const { url, pending } = await client.begin(ownPath(wish));
      redirect(res, url, [await pendingStore.seal(pending)]);
    } catch (error) {
      log.error(errorFields(error), 'the identity provider could not be reached');
      sendPage(res, 502, 'provider');
    }
  };

  const comeBack = async (req: Request, res: Response): Promise<void> => {
    const pending = await pendingStore.open(req);
    const spent = { 'set-cookie': pendingStore.clear() };
    if (pending === null) {
      sendPage(res, 400, 'unfinished', spent);
      return;
    }
    const person = await client
      .finish(new URL(req.url ?? '/', publicUrl), pending)
      .catch((error: unknown) => {
        log.warn(errorFields(error), 'a sign-in at the identity provider was refused');
        return null;
      });
    if (person === null) {
      sendPage(res, 400, 'unfinished', spent);
      return;
    }
    const now = clock.now();
    const session = await advisors.signInWithOpenId(person, now, req.headers['user-agent']);
    if (session === null) {
      sendPage(res, 403, 'stranger', spent);
      return;
    }
    redirect(res, pending.returnTo, [sessionHeader(cookie, session, now), pendingStore.clear()]);
  };

  return [
    { method: 'get', path: '/advisor/open-id', handler: leave },
    { method: 'get', path: CALLBACK_PATH, handler: comeBack },
  ];
}

/** Only pages of the queue: whatever else somebody wrote into the link leads to its start. */
const ownPath = (path: string): string =>
  /^\/advisor(\/[\w./?=&%-]*)?$/.test(path) && !path.startsWith('/advisor/open-id') ? path : '/advisor';
