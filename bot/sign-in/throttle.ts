import { RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * Counts refused attempts; a right one costs nothing. An attempt counts from its beginning, so that of many at once no more are looked at
 * than of many one after the other.
 */
export interface Throttle {
  /** Begins an attempt. @returns seconds to wait, where it must not be made; 0: go on, it counts as refused until it is forgiven. */
  begin(keys: readonly string[]): Promise<number>;
  /** The attempt was right, or could not be looked at: it does not count. */
  forgive(keys: readonly string[]): Promise<void>;
}

/**
 * @param attempts how many refusals a key may have.
 * @param seconds within how long.
 */
export function createThrottle(attempts: number, seconds: number): Throttle {
  const limiter = new RateLimiterMemory({ points: attempts, duration: seconds });
  const forgive = async (keys: readonly string[]): Promise<void> => {
    await Promise.all(keys.map((key) => limiter.reward(key)));
  };
  return {
    async begin(keys) {
      const begun = await Promise.all(keys.map((key) => limiter.penalty(key)));
      const waits = begun.map(({ consumedPoints, msBeforeNext }) =>
        consumedPoints > attempts ? Math.max(1, Math.ceil(msBeforeNext / 1000)) : 0,
      );
      const wait = Math.max(0, ...waits);
      if (wait > 0) await forgive(keys);
      return wait;
    },
    forgive,
  };
}

/** Looks at an attempt that has begun: one that cannot be looked at is forgiven, and what it failed with thrown. */
export async function lookAt<T>(forgive: () => Promise<void>, look: () => Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    await forgive();
    throw error;
  }
}

/** An attempt that counts with several throttles, or with none where one of them is full. */
export function together(...guards: readonly (readonly [Throttle, readonly string[]])[]): {
  begin(): Promise<number>;
  forgive(): Promise<void>;
} {
  const forgiveFirst = async (count: number): Promise<void> => {
    await Promise.all(guards.slice(0, count).map(([throttle, keys]) => throttle.forgive(keys)));
  };
  return {
    async begin() {
      for (const [index, [throttle, keys]] of guards.entries()) {
        const wait = await throttle.begin(keys);
        if (wait === 0) continue;
        await forgiveFirst(index);
        return wait;
      }
      return 0;
    },
    forgive: () => forgiveFirst(guards.length),
  };
}
