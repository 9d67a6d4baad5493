import type { Fault } from './words';

const PATIENCE_MS = 20_000;

/** A conversation that this browser may take part in. */
export interface Session {
  readonly token: string;
  readonly conversationId: string;
  readonly userId: string;
}

export type SessionResult =
  { readonly ok: true; readonly session: Session } | { readonly ok: false; readonly fault: Fault };

/** The part of localStorage that is used; a browser may refuse it altogether. */
export type Keep = Pick<Storage, 'getItem' | 'setItem'>;

/** Where the last token of a desk and person is kept. Two people at one computer do not see each other's conversation. */
export const storageKey = (desk: string, identity: string | null): string =>
  `guichet.token.${desk}.${identity === null ? 'visitor' : (subjectOf(identity) ?? 'unknown')}`;

/**
 * Opens the conversation of this desk and person, or the one she had before (its token may have expired).
 *
 * @param request fetch; anything it throws means that the server cannot be reached.
 * @param patienceMs how long an answer is waited for: a network that swallows calls would keep her waiting for minutes.
 */
export async function openSession(
  who: { readonly desk: string; readonly identity: string | null },
  keep: Keep,
  request: typeof fetch,
  patienceMs = PATIENCE_MS,
): Promise<SessionResult> {
  const key = storageKey(who.desk, who.identity);
  const earlier = read(keep, key);
  let response: Response;
  try {
    response = await request('/api/webchat/token', {
      method: 'POST',
      signal: AbortSignal.timeout(patienceMs),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        desk: who.desk,
        ...(who.identity === null ? {} : { identity: who.identity }),
        ...(earlier === null ? {} : { token: earlier }),
      }),
    });
  } catch {
    return { ok: false, fault: 'unreachable' };
  }
  if (!response.ok) return { ok: false, fault: faultOf(response.status, await codeOf(response)) };
  const answer = (await response.json().catch(() => null)) as Partial<Session> | null;
  if (!answer?.token || !answer.conversationId || !answer.userId) return { ok: false, fault: 'unreachable' };
  const session = { token: answer.token, conversationId: answer.conversationId, userId: answer.userId };
  rememberToken(who, session.token, keep);
  return { ok: true, session };
}

/** Keeps a token, so that a reload or a return shows the conversation again. */
export function rememberToken(
  who: { readonly desk: string; readonly identity: string | null },
  token: string,
  keep: Keep,
): void {
  try {
    keep.setItem(storageKey(who.desk, who.identity), token);
  } catch {
    // Storage full or refused: the conversation works, a reload starts a new one.
  }
}

function read(keep: Keep, key: string): string | null {
  try {
    return keep.getItem(key);
  } catch {
    return null;
  }
}

function faultOf(status: number, code: string): Fault {
  if (code === 'unknown-desk') return 'no-desk';
  if (code === 'invalid-identity') return 'unknown-identity';
  return status === 429 ? 'busy' : 'unreachable';
}

async function codeOf(response: Response): Promise<string> {
  const body = (await response.json().catch(() => null)) as { error?: { code?: string } } | null;
  return body?.error?.code ?? '';
}

/** The `sub` of a token, read without checking it: the server checks, this only names a drawer. */
function subjectOf(identity: string): string | null {
  try {
    const payload = (identity.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/');
    const { sub } = JSON.parse(atob(payload)) as { sub?: unknown };
    return typeof sub === 'string' ? sub : null;
  } catch {
    return null;
  }
}
