import { z } from 'zod';
import type { JsonValue, StoredActivity } from '../../../data/conversations/types';
import type { DeliveryService, OwedActivity } from '../../../data/deliveries/types';
import type { ChangeFeed } from '../../../data/services';
import { errorFields, type Log } from '../../log';
import type { Metrics } from '../../metrics';
import type { Timer } from '../../timer';
import { toChannelActivity } from '../deliver';
import type { Address, WireActivity } from './contract';
import type { ChannelSender } from './sender';

/** How often conversations are looked for that something is owed to and nobody told of. */
const SWEEP_MS = 30_000;
/** How long one activity is tried before the record says so and it is tried again. */
const PATIENCE_MS = 60_000;
/** What could not be sent for so long is given up; an advisor then sees it in her ticket. */
const GIVE_UP_AFTER_MS = 24 * 3_600_000;
/** An error of the server itself can be the work of one activity: it holds back those behind it no longer than this. */
const SERVER_ERROR = /^500\b/;
const SERVER_ERRORS_MS = 15 * 60_000;
/** The longest of the channel's windows: calls of the process before this one count until it has passed. */
const MEMORY_MS = 3_600_000;
/** The pause before a record that could not be written is written again. */
const RECORD_PAUSE_MS = 1_000;

export interface CourierDeps {
  readonly deliveries: DeliveryService;
  readonly sender: ChannelSender;
  readonly feed: ChangeFeed;
  readonly timer: Timer;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'failure'>;
}

/**
 * Brings what is said in conversations of Teams and other channels to them: whatever `conversations.commitTurn` and `append` stored, at
 * once, in the order of the conversation, again after a failure or a crash. Conversations do not wait for each other.
 */
export interface Courier {
  /** Sends what is owed and listens for more. */
  start(): Promise<void>;
  /** Resolves when nothing is owed to a conversation any more, or after so many milliseconds. */
  settled(conversationId: string, withinMs: number): Promise<void>;
  /** Ends what is under way; what is left is sent at the next start. */
  stop(): Promise<void>;
}

export function createCourier(deps: CourierDeps): Courier {
  const { deliveries, sender, feed, timer, log, metrics } = deps;
  const rounds = new Map<string, { again: boolean; readonly done: Promise<void> }>();
  const recalled = new Set<string>();
  const stopping = new AbortController();
  let startedAt = timer.now();
  let unsubscribe: () => void = () => undefined;
  let sweeping: Promise<void> = Promise.resolve();

  /** A delivery that was made must be recorded as made, or it would be made again. */
  async function recorded(write: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        log.error(errorFields(error), 'delivery could not be recorded');
        metrics.failure('delivery');
        if (stopping.signal.aborted) return;
        await timer.sleep(RECORD_PAUSE_MS, stopping.signal);
      }
    }
  }

  /** Counts what the process before this one sent there. One more: its last call may have been under way. */
  async function recall(to: Address, conversationId: string): Promise<void> {
    const now = timer.now();
    if (recalled.has(conversationId) || now.getTime() - startedAt.getTime() > MEMORY_MS) return;
    recalled.add(conversationId);
    const since = new Date(now.getTime() - MEMORY_MS);
    const calls = await deliveries.callsSince(conversationId, since, now);
    if (calls.length > 0) sender.recall(to, [...calls.map((call) => now.getTime() - call.getTime()), 0]);
  }

  /**
   * @param since when it was first tried by this process.
   * @returns whether the next one may follow.
   */
  async function deliver({ activity, reference, dead }: OwedActivity, since: Date): Promise<boolean> {
    const { conversationId, sequence } = activity;
    const giveUp = (fault: string): Promise<void> => {
      log.warn({ activity: activity.activityId, fault }, 'delivery given up');
      metrics.failure('delivery');
      return recorded(() => deliveries.giveUp({ conversationId, sequence, fault, now: timer.now() }));
    };
    const to = addressIn(reference);
    if (dead !== null || to === null) {
      await giveUp(dead ?? 'no-address');
      return true;
    }
    await recall(to, conversationId);
    const outcome = await sender.send(to, wireActivity(activity), {
      patienceMs: PATIENCE_MS,
      onFailure: () => recorded(() => deliveries.noteFailure(conversationId, sequence)),
    });
    const now = timer.now();
    if (outcome.ok) {
      const channelId = outcome.value.id;
      await recorded(() => deliveries.markSent({ conversationId, sequence, channelId, now }));
      return true;
    }
    const { fault } = outcome;
    if (fault.kind === 'refused') await giveUp(fault.code);
    if (fault.kind === 'dead') {
      log.warn({ activity: activity.activityId, fault: fault.code }, 'conversation is dead');
      metrics.failure('delivery');
      await recorded(() => deliveries.bury({ conversationId, fault: fault.code, now }));
    }
    if (fault.kind !== 'unreachable') return true;
    if (stopping.signal.aborted) return false;
    const tooLong = SERVER_ERROR.test(fault.code)
      ? now.getTime() - since.getTime() > SERVER_ERRORS_MS
      : now.getTime() - activity.at.getTime() > GIVE_UP_AFTER_MS;
    if (tooLong) await giveUp(`expired-${fault.code}`);
    else await timer.sleep(fault.retryAfterMs, stopping.signal);
    return true;
  }

  async function round(conversationId: string): Promise<void> {
    let first = { sequence: 0, at: timer.now() };
    while (!stopping.signal.aborted) {
      const owed = await deliveries.next(conversationId);
      if (owed === null) return;
      const { sequence } = owed.activity;
      if (sequence !== first.sequence) first = { sequence, at: timer.now() };
      if (!(await deliver(owed, first.at))) return;
    }
  }

  function wake(conversationId: string): void {
    const known = rounds.get(conversationId);
    if (known) {
      known.again = true;
      return;
    }
    if (stopping.signal.aborted) return;
    const entry = {
      again: false,
      done: round(conversationId)
        .catch((error: unknown) => {
          // The next sweep finds what is left.
          log.error(errorFields(error), 'deliveries could not be read');
          metrics.failure('delivery');
        })
        .then(() => {
          rounds.delete(conversationId);
          if (entry.again) wake(conversationId);
        }),
    };
    rounds.set(conversationId, entry);
  }

  async function sweep(): Promise<void> {
    for (const conversationId of await deliveries.owing()) wake(conversationId);
  }

  async function sweepAgainAndAgain(): Promise<void> {
    for (;;) {
      await timer.sleep(SWEEP_MS, stopping.signal);
      if (stopping.signal.aborted) return;
      await sweep().catch((error: unknown) => log.error(errorFields(error), 'deliveries could not be read'));
    }
  }

  return {
    async start() {
      startedAt = timer.now();
      unsubscribe = feed.subscribe((change) => {
        if (change.kind === 'activity' && change.toSend) wake(change.conversationId);
      });
      await sweep();
      sweeping = sweepAgainAndAgain();
    },
    async settled(conversationId, withinMs) {
      const enough = new AbortController();
      const late = timer.sleep(withinMs, enough.signal).then(() => true);
      const idle = async (): Promise<boolean> => {
        for (let entry = rounds.get(conversationId); entry; entry = rounds.get(conversationId)) {
          await entry.done;
          if (enough.signal.aborted) return false;
        }
        return false;
      };
      await Promise.race([late, idle()]);
      enough.abort();
    },
    async stop() {
      unsubscribe();
      stopping.abort();
      await sender.stop();
      await Promise.all([...rounds.values()].map(({ done }) => done));
      await sweeping;
    },
  };
}

const ADDRESS = z.looseObject({
  serviceUrl: z.string().min(1),
  channelId: z.string().min(1),
  conversation: z.looseObject({ id: z.string().min(1) }),
});

/** The address in a stored conversation reference; null where there is none: a conversation that only ever expected replies in the response. */
export function addressIn(reference: JsonValue): Address | null {
  const parsed = ADDRESS.safeParse(reference);
  return parsed.success ? (parsed.data as Address) : null;
}

/** A stored activity for the connector: `replyToId` by the channel's own id of the message that it answers. */
export function wireActivity(stored: StoredActivity): WireActivity {
  const { replyToId, ...activity } = toChannelActivity(stored);
  const own = `${stored.conversationId}|`;
  return typeof replyToId === 'string' && replyToId.startsWith(own)
    ? { ...activity, replyToId: replyToId.slice(own.length) }
    : activity;
}
