import type { IncomingMessage } from 'node:http';

/** The advisors' session cookie. On https it carries the `__Host-` prefix, so that no other host of the domain can plant it. */
export interface SessionCookie {
  readonly name: string;
  read(req: IncomingMessage): string | null;
  /** The Set-Cookie value that opens a session for so long. A length, not a date: the browser's clock need not be the server's. */
  set(token: string, milliseconds: number): string;
  /** The Set-Cookie value that takes the cookie away. */
  clear(): string;
}

/** @param publicUrl the address at which browsers reach this server; https makes the cookie Secure. */
export function sessionCookie(publicUrl: string): SessionCookie {
  const secure = new URL(publicUrl).protocol === 'https:';
  const name = secure ? '__Host-guichet_session' : 'guichet_session';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  return {
    name,
    read: (req) => readCookie(req.headers.cookie, name),
    set: (token, milliseconds) =>
      `${name}=${token}; ${attributes}; Max-Age=${Math.floor(milliseconds / 1000)}`,
    clear: () => `${name}=; ${attributes}; Max-Age=0`,
  };
}

/** The value of one cookie of a request; null when it is not there. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim() || null;
  }
  return null;
}
