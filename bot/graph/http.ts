import type { z } from 'zod';
import { PermanentFailure, TemporaryFailure } from '../workers/failures';

/** The application that Guichet is for Microsoft Graph, and where it is asked. */
export interface GraphConfig {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Without a slash at the end; other addresses in national clouds and in tests. */
  readonly loginUrl: string;
  readonly graphUrl: string;
}

export const LOGIN_URL = 'https://login.microsoftonline.com';
export const GRAPH_URL = 'https://graph.microsoft.com/v1.0';

const TIMEOUT_MS = 10_000;
const LONGEST_WAIT_MS = 3_600_000;
/** An answer that says that the call itself is wrong: made again it is answered the same. */
const FOR_GOOD = new Set([400, 404, 405, 406, 409, 410, 413, 415, 422]);

export interface GraphAnswer {
  /** The body as a schema says. @throws PermanentFailure when it is something else. */
  read<T>(schema: z.ZodType<T>): T;
}

/**
 * One call, with a time limit.
 *
 * @throws TemporaryFailure when nobody answered to the end, or the answer may be another later (with the wait that was asked for); PermanentFailure
 * otherwise. Missing rights (401, 403) count as temporary: an administrator can still grant them.
 */
export async function send(url: string, init: RequestInit): Promise<GraphAnswer> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    body = parsed(await response.text());
  } catch (error) {
    throw new TemporaryFailure('graph-unreachable', { cause: error });
  }
  if (!response.ok) {
    const code = `graph-${response.status}`;
    if (FOR_GOOD.has(response.status)) throw new PermanentFailure(code);
    throw new TemporaryFailure(code, { retryAfterMs: retryAfter(response.headers.get('retry-after')) });
  }
  return {
    read(schema) {
      const fitting = schema.safeParse(body);
      if (!fitting.success) throw new PermanentFailure('graph-answer');
      return fitting.data;
    },
  };
}

/** null: not JSON, in a body that came whole. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** How long Retry-After asks to wait, in milliseconds: seconds or a date (RFC 9110), an hour at most. */
export function retryAfter(header: string | null, now = Date.now()): number {
  if (header === null) return 0;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now;
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), LONGEST_WAIT_MS) : 0;
}
