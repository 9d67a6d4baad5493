import type { WireFault } from './contract';

/** What was asked of the connector. */
export type Operation = 'send' | 'update' | 'remove' | 'open';

/** What follows from a call that failed. `code` names it in logs and records. */
export type Verdict =
  | { readonly kind: 'again'; readonly code: string; readonly afterMs: number }
  | { readonly kind: 'renew-token'; readonly code: string }
  | { readonly kind: 'gone'; readonly code: string }
  | { readonly kind: 'dead'; readonly code: string }
  | { readonly kind: 'refused'; readonly code: string };

/** What Teams documents as passing, and the two that any server in between may answer (408, 500). */
const PASSING = new Set([408, 412, 429, 500, 502, 503, 504]);
/** 403 and 404 that speak of the call and not of the conversation. */
const OF_THE_CALL = new Set(['InvalidBotApiHost', 'MessageSizeTooBig']);
const ACTIVITY_GONE = 'ActivityNotFoundInConversation';
/** A server that asks for more is asked again after an hour. */
const LONGEST_WAIT_MS = 3_600_000;

/** What a failed call means, by the status codes that Teams documents for bots. */
export function verdictOn(fault: WireFault, operation: Operation, now: Date): Verdict {
  if (fault.kind === 'untrusted') return { kind: 'refused', code: 'untrusted-address' };
  if (fault.kind === 'silence' || fault.kind === 'no-token') {
    return { kind: 'again', code: fault.code, afterMs: 0 };
  }
  const { status } = fault;
  const code = fault.code === '' ? String(status) : `${status}-${fault.code}`;
  if (status === 401) return { kind: 'renew-token', code };
  if (PASSING.has(status) || status > 504) {
    return { kind: 'again', code, afterMs: retryAfterMs(fault.retryAfter, now) };
  }
  if (status === 403 || status === 404) {
    if (fault.code === ACTIVITY_GONE || (fault.code === '' && changesOne(operation) && status === 404)) {
      return { kind: 'gone', code };
    }
    return { kind: OF_THE_CALL.has(fault.code) ? 'refused' : 'dead', code };
  }
  return { kind: 'refused', code };
}

const changesOne = (operation: Operation): boolean => operation === 'update' || operation === 'remove';

/** How long Retry-After asks to wait, in milliseconds: seconds or a date (RFC 9110), an hour at most; 0 when it says nothing. */
export function retryAfterMs(header: string | null, now: Date): number {
  if (header === null || header.trim() === '') return 0;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - now.getTime();
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), LONGEST_WAIT_MS) : 0;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * The pause after a failed try: half of 1 s, 2 s, 4 s... (a minute at most), and as much again by chance, so that those who failed
 * together do not come back together.
 *
 * @param failures how often it failed so far, from 1.
 * @param random between 0 and 1.
 */
export function pauseMs(failures: number, random: number): number {
  const full = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
  return Math.round(full / 2 + (full / 2) * random);
}
