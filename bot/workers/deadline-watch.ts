import type { Clock } from '../../data/clock';
import type { SlaService } from '../../data/sla/types';
import { errorFields, type Log } from '../log';

/** How often deadlines are looked at: a warning may be this late. */
const INTERVAL_MS = 15_000;
const BATCH = 100;

export interface DeadlineWatchDeps {
  readonly sla: SlaService;
  readonly clock: Clock;
  readonly log: Log;
  /** Wakes the worker that sends what was written. */
  readonly onTold: () => void;
}

/** Looks regularly for tickets whose clocks turn amber or run out, and has the right people told. */
export function createDeadlineWatch({ sla, clock, log, onTold }: DeadlineWatchDeps): {
  start(): void;
  stop(): Promise<void>;
} {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  async function look(): Promise<void> {
    let looked = BATCH;
    while (looked === BATCH && !stopped) {
      looked = await sla.watch(clock.now(), BATCH);
      if (looked > 0) onTold();
    }
  }

  const tick = (): void => {
    running = running.then(look).catch((error: unknown) => {
      log.error(errorFields(error), 'deadlines could not be looked at');
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
