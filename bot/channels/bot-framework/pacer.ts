import type { Timer } from '../../timer';
import { recent, waitFor, type Limit } from './limits';

/** Lets calls through no faster than the limits of their key (a thread, a tenant). */
export interface Pacer {
  /**
   * Waits until the next call of this key may leave.
   *
   * @param until no longer than this.
   * @returns what to call when the call has ended; null when it may not leave in time.
   */
  enter(key: string, until: Date, signal: AbortSignal): Promise<(() => void) | null>;
  /** Counts calls that another process made, by how long ago they ended at least, in milliseconds. */
  recall(key: string, agesMs: readonly number[]): void;
}

interface Calls {
  ended: readonly number[];
  underWay: number;
}

/** How often keys that nobody uses any more are forgotten. */
const SWEEP_EVERY = 1_000;

export function createPacer(limits: readonly Limit[], timer: Timer): Pacer {
  const calls = new Map<string, Calls>();
  let entered = 0;

  function callsOf(key: string): Calls {
    const known = calls.get(key) ?? { ended: [], underWay: 0 };
    calls.set(key, known);
    return known;
  }

  function sweep(now: number): void {
    for (const [key, known] of calls) {
      known.ended = recent(known.ended, limits, now);
      if (known.ended.length + known.underWay === 0) calls.delete(key);
    }
  }

  function leave(key: string): () => void {
    const known = callsOf(key);
    known.underWay += 1;
    return () => {
      const now = timer.now().getTime();
      known.underWay -= 1;
      known.ended = [...recent(known.ended, limits, now), now];
    };
  }

  return {
    async enter(key, until, signal) {
      entered += 1;
      if (entered % SWEEP_EVERY === 0) sweep(timer.now().getTime());
      for (;;) {
        if (signal.aborted) return null;
        const now = timer.now();
        const { ended, underWay } = callsOf(key);
        const wait = waitFor(ended, underWay, limits, now.getTime());
        if (wait === 0) return leave(key);
        if (now.getTime() + wait > until.getTime()) return null;
        await timer.sleep(wait, signal);
      }
    },
    recall(key, agesMs) {
      const known = callsOf(key);
      const now = timer.now().getTime();
      const all = [...known.ended, ...agesMs.map((age) => now - Math.max(0, age))];
      known.ended = all.sort((one, other) => one - other);
    },
  };
}
