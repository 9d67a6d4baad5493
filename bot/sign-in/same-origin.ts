import type { IncomingMessage } from 'node:http';

/** Why a request that changes something is not believed to come from our own page. */
export type OriginFault = 'foreign-origin' | 'not-json';

/**
 * The defence against cross-site request forgery for calls that change something. A browser cannot send `application/json` to
 * another site without asking first, and says where a request comes from; a program without a browser sends neither header and
 * carries no one's cookie by accident.
 *
 * @param expected the only media type that is taken; a browser asks before it sends either of them to another site.
 * @returns null when the call may go on.
 */
export function originFault(
  req: IncomingMessage,
  publicUrl: string,
  expected: 'application/json' | 'application/octet-stream' = 'application/json',
): OriginFault | null {
  const site = req.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return 'foreign-origin';
  const origin = req.headers.origin;
  if (origin !== undefined && !isOurs(origin, req.headers.host, publicUrl)) return 'foreign-origin';
  const mediaType = (req.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  return mediaType === expected ? null : 'not-json';
}

/** Ours is the public address, or the very host that was called (localhost and 127.0.0.1 both work in a demonstration). */
function isOurs(origin: string, host: string | undefined, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { origin: canonical, host: originHost } = new URL(origin);
  return canonical === new URL(publicUrl).origin || (host !== undefined && originHost === host.toLowerCase());
}
