import type { Clock } from '../../data/clock';
import type { NoticeService } from '../../data/notices/types';
import { errorFields, type Log } from '../log';

/** How often planned notices are looked at: a reminder may be this late. */
const INTERVAL_MS = 15_000;
const BATCH = 100;

export interface DueNoticesDeps {
  readonly notices: NoticeService;
  readonly clock: Clock;
  readonly log: Log;
  /** Wakes the worker that sends what was released. */
  readonly onReleased: () => void;
}

/** Looks regularly for planned notices that are due and hands them to the outbox. */
export function createDueNotices({ notices, clock, log, onReleased }: DueNoticesDeps): {
  start(): void;
  stop(): Promise<void>;
} {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    while ((await notices.release(clock.now(), BATCH)) === BATCH) onReleased();
    onReleased();
  }

  const tick = (): void => {
    running = running.then(look).catch((error: unknown) => {
      log.error(errorFields(error), 'planned notices could not be read');
    });
  };

  return {
    start() {
      tick();
      timer = setInterval(tick, INTERVAL_MS);
    },
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
