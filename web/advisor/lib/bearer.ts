/**
 * The session of a page inside of Teams. Browsers keep no cookie in another site's frame, so it is sent as a header; it is held in memory
 * only and ends with the page. Outside of Teams there is none, and the cookie does it.
 */
let session: string | null = null;
let renew: (() => Promise<boolean>) | null = null;
let renewing: Promise<boolean> | null = null;

/** Keeps the session that every call carries from now on. */
export function keepSession(token: string): void {
  session = token;
}

/** @param again gets another session when this one has ended; false: it cannot. */
export function renewSessionBy(again: () => Promise<boolean>): void {
  renew = again;
}

/**
 * Ends the session by her own wish: what still calls meanwhile must not get another one.
 *
 * @param signOut tells the server.
 */
export async function endSession(signOut: () => Promise<unknown>): Promise<void> {
  renew = null;
  await signOut();
  session = null;
}

/** Whether calls carry a session of their own, so that addresses alone open nothing. */
export const hasBearer = (): boolean => session !== null;

/** `fetch` with the session, if there is one. A session that has ended is renewed once, however many calls find it out. */
export async function fetchSignedIn(path: string, init: RequestInit = {}): Promise<Response> {
  const send = (): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (session !== null) headers.set('authorization', `Bearer ${session}`);
    return fetch(path, { credentials: 'same-origin', ...init, headers });
  };
  const response = await send();
  if (response.status !== 401 || session === null || renew === null) return response;
  renewing ??= renew().finally(() => {
    renewing = null;
  });
  return (await renewing) ? send() : response;
}
