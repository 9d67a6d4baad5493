import type { Clock } from '../../data/clock';
import { errorFields, type Log } from '../log';

/** How often somebody looks: what has become due is noticed this late at most. */
const INTERVAL_MS = 15_000;
const BATCH = 100;

export interface WatchDeps {
  /** Does what has become due, at most `limit` at a time. @returns how much it did. */
  readonly look: (now: Date, limit: number) => Promise<number>;
  /** What could not be looked at, for the log: "deadlines". */
  readonly what: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Wakes the workers that send what was written. */
  readonly onDone: () => void;
}

/** Looks regularly for what time alone brings about: a deadline that passes, a request to which nobody reacts. */
export function createWatch({ look, what, clock, log, onDone }: WatchDeps): {
  start(): void;
  stop(): Promise<void>;
} {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  async function lookAtAll(): Promise<void> {
    let done = BATCH;
    while (done >= BATCH && !stopped) {
      done = await look(clock.now(), BATCH);
      if (done > 0) onDone();
    }
  }

  const tick = (): void => {
    running = running.then(lookAtAll).catch((error: unknown) => {
      log.error(errorFields(error), `${what} could not be looked at`);
    });
  };

  return {
    start() {
      tick();
      timer = setInterval(tick, INTERVAL_MS);
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
