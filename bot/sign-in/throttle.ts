import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Counts refused attempts; a right one costs nothing. */
export interface Throttle {
  /** Seconds to wait before the next attempt; 0: go on. */
  waitFor(keys: readonly string[]): Promise<number>;
  refused(keys: readonly string[]): Promise<void>;
}

/**
 * @param attempts how many refusals a key may have.
 * @param seconds within how long.
 */
export function createThrottle(attempts: number, seconds: number): Throttle {
  const limiter = new RateLimiterMemory({ points: attempts, duration: seconds });
  return {
    async waitFor(keys) {
      const tried = await Promise.all(keys.map((key) => limiter.get(key)));
      const waits = tried.map((each) =>
        each !== null && each.consumedPoints >= attempts ? Math.ceil(each.msBeforeNext / 1000) : 0,
      );
      return Math.max(0, ...waits);
    },
    async refused(keys) {
      await Promise.all(keys.map((key) => limiter.penalty(key)));
    },
  };
}
