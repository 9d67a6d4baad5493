import type { Clock } from '../../data/clock';
import type { ConversationService, StoredActivity } from '../../data/conversations/types';
import type { OutboxMessage, OutboxPayload, OutboxService } from '../../data/outbox/types';
import type { ChangeFeed } from '../../data/services';
import { advisorMessage } from '../channels/deliver';
import { errorFields, type Log } from '../log';
import type { Metrics } from '../metrics';
import type { NoticePayload } from './tell-notice';

/** How often the worker looks without having been woken. */
const INTERVAL_MS = 500;
const BATCH = 20;

export interface OutboxWorkerDeps {
  readonly outbox: OutboxService;
  readonly conversations: ConversationService;
  readonly feed: ChangeFeed;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'failure'>;
  /** Says a notice in its conversation; null when there was nothing to say. */
  readonly tellNotice: (payload: NoticePayload) => Promise<StoredActivity | null>;
  /** Sends a stored message to a conversation that no stream listens to (Teams and other channels). */
  readonly sendProactively: (messages: readonly StoredActivity[]) => Promise<void>;
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
  const { outbox, feed, clock, log, metrics } = deps;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let unsubscribe: () => void = () => undefined;

  async function deliverOne(message: OutboxMessage): Promise<void> {
    try {
      await deliver(message.payload, deps);
      await outbox.markSent(message.id, clock.now());
    } catch (error) {
      log.warn(
        { outbox: message.id, kind: message.payload.kind, attempts: message.attempts, ...errorFields(error) },
        'outbox message not sent',
      );
      metrics.failure('outbox');
      await outbox.markFailed(message.id, error instanceof Error ? error.name : 'error', clock.now());
    }
  }

  async function drain(): Promise<void> {
    do {
      again = false;
      // One claim holds at most one message a key, so these may go side by side and order still holds.
      const claimed = await outbox.claim(clock.now(), BATCH);
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
      unsubscribe = feed.subscribe(wake);
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

/** Sends one message. A conversation takes an activity id once, so sending it twice has one effect. */
async function deliver(
  payload: OutboxPayload,
  { conversations, clock, sendProactively, tellNotice }: OutboxWorkerDeps,
): Promise<void> {
  if (payload.kind === 'notice') {
    const told = await tellNotice(payload);
    if (told !== null) await sendProactively([told]);
    return;
  }
  // The other kinds are for channels that are told of business records. Open screens have been told by the change feed.
  if (payload.kind !== 'conversation-message') return;
  const stored = await conversations.append({
    conversationId: payload.conversationId,
    activity: advisorMessage(payload),
    now: clock.now(),
  });
  await sendProactively([stored]);
}
