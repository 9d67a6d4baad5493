import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../data/clock';

/** A clock that can also be waited for. What waits is given it, so that tests can let half an hour pass in a second. */
export interface Timer extends Clock {
  /** Waits so many milliseconds, or until it is aborted; never rejects. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/** Waits on the machine's own timers, beside a clock that may have been set to another time. */
export function systemTimer(clock: Clock): Timer {
  return {
    now: () => clock.now(),
    sleep: (milliseconds, signal) =>
      pause(milliseconds, undefined, signal === undefined ? {} : { signal }).catch(() => undefined),
  };
}
