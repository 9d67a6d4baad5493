/** After this many failed tries a message is given up for good. */
export const MAX_ATTEMPTS = 20;

const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 3_600_000;

/** How long a claimed message belongs to its worker; after that a crash is assumed and it may be claimed again. Milliseconds. */
export const CLAIM_MS = 60_000;

/**
 * What follows a failed try: 2 s, 4 s, 8 s... up to an hour, about nine hours in all.
 *
 * @param attempts tries made so far, the failed one included.
 */
export function afterFailure(attempts: number, now: Date): { dead: true } | { dead: false; nextAt: Date } {
  if (attempts >= MAX_ATTEMPTS) return { dead: true };
  const delay = Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), LONGEST_DELAY_MS);
  return { dead: false, nextAt: new Date(now.getTime() + delay) };
}
