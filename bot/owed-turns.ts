import type { ConversationService, StoredActivity } from '../data/conversations/types';
import { errorFields, type Log } from './log';
import type { TurnRunner } from './run-turn';

/** How often turns are looked for that were stored and not answered (the database was away when they were committed). */
const INTERVAL_MS = 30_000;

export interface OwedTurns {
  /** Answers what a crash left unanswered, then keeps looking. */
  start(): Promise<void>;
  stop(): void;
}

/**
 * Answers stored turns that nobody answered. A turn that is being answered right now is asked for again without harm: the runner
 * takes it behind itself and finds it done.
 *
 * @param deliver sends the replies where nobody reads them by a stream.
 */
export function createOwedTurns(deps: {
  readonly conversations: Pick<ConversationService, 'owedTurns'>;
  readonly turns: TurnRunner;
  readonly deliver: (replies: readonly StoredActivity[]) => Promise<void>;
  readonly log: Log;
}): OwedTurns {
  const { conversations, turns, deliver, log } = deps;
  let timer: NodeJS.Timeout | undefined;
  let sweeping: Promise<void> | null = null;

  async function resume(inbound: StoredActivity): Promise<void> {
    try {
      const { replies, fresh } = await turns.run(inbound);
      if (fresh) await deliver(replies);
    } catch (error) {
      log.error({ turn: inbound.activityId, ...errorFields(error) }, 'owed turn failed');
    }
  }

  async function sweep(): Promise<void> {
    const owed = await conversations.owedTurns();
    if (owed.length > 0) log.info({ turns: owed.length }, 'answering owed turns');
    // The lock keeps each conversation's own order; conversations do not wait for each other.
    await Promise.all(owed.map(resume));
  }

  return {
    async start() {
      await sweep();
      timer = setInterval(() => {
        sweeping ??= sweep()
          .catch((error: unknown) => log.error(errorFields(error), 'owed turns could not be read'))
          .finally(() => {
            sweeping = null;
          });
      }, INTERVAL_MS);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
