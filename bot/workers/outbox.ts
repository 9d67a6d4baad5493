import type { Clock } from '../../data/clock';
import type { FailureDetail, OutboxMessage, OutboxService } from '../../data/outbox/types';
import type { Change, ChangeFeed } from '../../data/services';
import { errorFields, type Log } from '../log';
import type { Metrics } from '../metrics';
import { PermanentFailure, TemporaryFailure } from './failures';
import type { OutboxKind } from './lanes';

/** How often the worker looks without having been woken. */
const INTERVAL_MS = 500;
const BATCH = 20;

export interface OutboxWorkerDeps {
  readonly outbox: OutboxService;
  readonly feed: ChangeFeed;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'failure'>;
  /** What this worker sends; another may send the rest. */
  readonly kinds: readonly OutboxKind[];
  /** Which changes may have written something to send; absent: any. */
  readonly wokenBy?: (change: Change) => boolean;
  /** How many messages are sent side by side. */
  readonly batch?: number;
  /** Sends one message. @throws PermanentFailure when trying again cannot help. */
  readonly deliver: (message: OutboxMessage) => Promise<void>;
}

/** Tells others what happened: claims what is due, sends it in order, marks it. */
export interface OutboxWorker {
  start(): void;
  /** Looks now. */
  wake(): void;
  /** Stops looking and waits for what is being sent. */
  stop(): Promise<void>;
}

export function createOutboxWorker(deps: OutboxWorkerDeps): OutboxWorker {
  const { outbox, feed, clock, log, metrics, kinds, wokenBy = () => true, batch = BATCH, deliver } = deps;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let unsubscribe: () => void = () => undefined;

  async function deliverOne(message: OutboxMessage): Promise<void> {
    try {
      await deliver(message);
      await outbox.markSent(message.id, clock.now());
    } catch (error) {
      log.warn(
        { outbox: message.id, kind: message.payload.kind, attempts: message.attempts, ...errorFields(error) },
        error instanceof PermanentFailure ? 'outbox message given up' : 'outbox message not sent',
      );
      metrics.failure('outbox');
      const now = clock.now();
      await outbox.markFailed(message.id, reasonOf(error), now, failureDetail(error, now));
    }
  }

  async function drain(): Promise<void> {
    do {
      again = false;
      // One claim holds at most one message a key, so these may go side by side and order still holds.
      const claimed = await outbox.claim(clock.now(), batch, kinds);
      await Promise.all(claimed.map(deliverOne));
      if (claimed.length > 0) again = true;
    } while (again && !stopped);
  }

  function wake(): void {
    again = true;
    if (running !== null || stopped) return;
    running = drain()
      .catch((error: unknown) => {
        log.error(errorFields(error), 'outbox could not be read');
        metrics.failure('outbox');
      })
      .finally(() => {
        running = null;
      });
  }

  return {
    start() {
      // Whatever changed may have written to the outbox in the same transaction.
      unsubscribe = feed.subscribe((change) => {
        if (wokenBy(change)) wake();
      });
      timer = setInterval(wake, INTERVAL_MS);
      wake();
    },
    wake,
    async stop() {
      stopped = true;
      unsubscribe();
      clearInterval(timer);
      await running;
    },
  };
}

/** What went wrong, by kind or code: an error's own words could hold what somebody wrote. */
function reasonOf(error: unknown): string {
  if (error instanceof PermanentFailure || error instanceof TemporaryFailure) return error.code;
  return error instanceof Error ? error.name : 'error';
}

function failureDetail(error: unknown, now: Date): FailureDetail {
  if (error instanceof PermanentFailure) return { final: true };
  const wait = error instanceof TemporaryFailure ? error.retryAfterMs : 0;
  return wait > 0 ? { notBefore: new Date(now.getTime() + wait) } : {};
}
