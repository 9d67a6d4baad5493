import type { Clock } from '../../data/clock';
import type { RetentionService } from '../../data/retention/service';
import type { Log } from '../log';
import { createWatch } from './watch';

/** What is deleted in one go: short enough that nobody waits for it. */
const BATCH = 50;
/** Once all is deleted, it is looked at again this much later. Milliseconds. */
const REST_MS = 60 * 60_000;

/** Deletes what is older than the desks say, a little every few seconds while there is anything, then looks again each hour. */
export function createRetentionWatch(deps: {
  readonly retention: Pick<RetentionService, 'sweep'>;
  readonly clock: Clock;
  readonly log: Log;
}): ReturnType<typeof createWatch> {
  const { retention, clock, log } = deps;
  let restsUntil = 0;
  return createWatch({
    async look(now) {
      if (now.getTime() < restsUntil) return 0;
      const deleted = await retention.sweep(now, BATCH);
      if (deleted < BATCH) restsUntil = now.getTime() + REST_MS;
      if (deleted > 0) log.info({ deleted }, 'retention');
      // The next ones wait for the next look: a database with years in it is emptied in the background.
      return 0;
    },
    what: 'retention',
    clock,
    log,
    onDone: () => undefined,
  });
}
