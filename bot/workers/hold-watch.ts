import type { Clock } from '../../data/clock';
import type { HoldService } from '../../data/conversations/hold-types';
import { AWAY_MINUTES } from '../../data/conversations/hold-rules';
import type { Log } from '../log';
import { createWatch } from './watch';

/**
 * Looks regularly whether chats that advisors hold go back to the assistant. After a start everybody is given time to connect again:
 * while the server was down nobody could be seen.
 */
export function createHoldWatch(deps: {
  readonly holds: Pick<HoldService, 'watch'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly onDone: () => void;
}): ReturnType<typeof createWatch> {
  const { holds, clock, log, onDone } = deps;
  const startedAt = clock.now().getTime();
  return createWatch({
    look: async (now, limit) =>
      now.getTime() - startedAt < AWAY_MINUTES * 60_000 ? 0 : holds.watch(now, limit),
    what: 'held chats',
    clock,
    log,
    onDone,
  });
}
