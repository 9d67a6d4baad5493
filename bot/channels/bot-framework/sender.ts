import { ok, refused, type Result } from '../../../data/result';
import type { Log } from '../../log';
import { createTurnLock } from '../../middleware/turn-lock';
import type { Timer } from '../../timer';
import type { Address, Connector, NewConversation, Receipt, WireActivity, WireFault } from './contract';
import { pauseMs, verdictOn, type Operation } from './faults';
import { TENANT_LIMITS, THREAD_LIMITS } from './limits';
import { createPacer } from './pacer';

/** Why something was not delivered, and what that means for whoever sent it. `code` is for logs and records: `403-MessageWritesBlocked`. */
export type SendFault =
  /** Nothing reaches this conversation any more, until something comes in from it. */
  | { readonly kind: 'dead'; readonly code: string }
  /** This activity will never be taken (too large, malformed, updated after it was removed); the next one may be. */
  | { readonly kind: 'refused'; readonly code: string }
  /** It was tried for as long as `Patience` allowed; later it may be taken. */
  | { readonly kind: 'unreachable'; readonly code: string; readonly retryAfterMs: number };

export interface Patience {
  /** How long one call goes on trying before it is `unreachable`, waiting for its turn included. Default: PATIENCE_MS. */
  readonly patienceMs?: number;
  /** Told of each failed try, before the next one. */
  readonly onFailure?: (code: string) => Promise<void>;
}

/** Less than an outbox message stays claimed, so that nobody else sends it meanwhile. */
export const PATIENCE_MS = 40_000;
/** A call that takes longer has failed; Teams itself answers within seconds. */
export const CALL_TIMEOUT_MS = 12_000;
/** When to come back after there was no room in the limits for a whole patience. */
const BUSY_PAUSE_MS = 5_000;
/** How long calls under way may take when the process ends. */
const STOP_GRACE_MS = 3_000;

/**
 * Sends to Bot Framework conversations: in the order of asking in each conversation, within the channel's limits (limits.ts), with
 * retries. Nothing is stored here:
 * - what a person reads in her own conversation is appended to it (`conversations.append`), and the courier (courier.ts) sends it;
 * - what has records of its own, such as the cards of tickets in a Teams channel, is sent by this from a lane of the outbox, which tries
 *   again: `dead` and `refused` are a PermanentFailure there, `unreachable` a TemporaryFailure with its `retryAfterMs`.
 *
 * An activity whose answer was lost on the way back is sent again and may then stand there twice: the protocol has no key by which a
 * connector could tell (docs/teams.md, "What is sent, and when it is sent again"). `update` and `remove` have the same effect when repeated.
 */
export interface ChannelSender {
  /** @returns the id by which the activity can be updated. */
  send(to: Address, activity: WireActivity, patience?: Patience): Promise<Result<Receipt, SendFault>>;
  /** Replaces an activity in place, for example a card. */
  update(
    to: Address,
    activityId: string,
    activity: WireActivity,
    patience?: Patience,
  ): Promise<Result<Receipt, SendFault>>;
  remove(to: Address, activityId: string, patience?: Patience): Promise<Result<Receipt, SendFault>>;
  /** Opens a conversation: with a person, or a new thread in a channel with its first activity. */
  open(
    command: NewConversation,
    patience?: Patience,
  ): Promise<Result<{ readonly address: Address } & Receipt, SendFault>>;
  /** Counts calls of a process that ended: its part of the limits is used up. `agesMs`: how long ago each ended, in milliseconds. */
  recall(to: Address, agesMs: readonly number[]): void;
  /** Ends what waits (as `unreachable`) and takes nothing more. */
  stop(): Promise<void>;
}

export interface ChannelSenderDeps {
  readonly connector: Connector;
  /** Time as it passes for the other side: not one that starts elsewhere or stands still. */
  readonly timer: Timer;
  readonly log: Log;
  /** Between 0 and 1; tests give their own. */
  readonly random?: () => number;
}

interface Call<T> {
  readonly operation: Operation;
  readonly thread: string;
  readonly tenant: string;
  readonly patience: Patience;
  readonly run: (signal: AbortSignal) => Promise<Result<T, WireFault>>;
  /** What it comes to when the activity is no longer there. */
  readonly gone?: T;
}

export function createChannelSender(deps: ChannelSenderDeps): ChannelSender {
  const { connector, timer, log, random = Math.random } = deps;
  const threads = createPacer(THREAD_LIMITS, timer);
  const tenants = createPacer(TENANT_LIMITS, timer);
  const queues = createTurnLock();
  const stopping = new AbortController();
  const underWay = new Set<AbortController>();

  /** One try, no longer than CALL_TIMEOUT_MS; null when there was no room for it in time. */
  async function attempt<T>(call: Call<T>, until: Date): Promise<Result<T, WireFault> | null> {
    const leaveThread = await threads.enter(call.thread, until, stopping.signal);
    if (leaveThread === null) return null;
    const leaveTenant = await tenants.enter(call.tenant, until, stopping.signal);
    const cut = new AbortController();
    const ended = new AbortController();
    void timer.sleep(CALL_TIMEOUT_MS, ended.signal).then(() => cut.abort());
    underWay.add(cut);
    try {
      return leaveTenant && (await call.run(cut.signal));
    } finally {
      underWay.delete(cut);
      ended.abort();
      leaveThread();
      leaveTenant?.();
    }
  }

  async function tryUntil<T>(call: Call<T>, until: Date): Promise<Result<T, SendFault>> {
    let last = { code: 'busy', renewed: false };
    for (let failures = 1; ; failures += 1) {
      const outcome = await attempt(call, until);
      if (outcome === null)
        return refused(unreachable(stopping.signal.aborted ? 'stopping' : last.code, BUSY_PAUSE_MS));
      if (outcome.ok) return outcome;
      const verdict = verdictOn(outcome.fault, call.operation, timer.now());
      const { code } = verdict;
      log.warn({ operation: call.operation, code, failures }, 'channel did not take it');
      await call.patience.onFailure?.(code);
      let pause = pauseMs(failures, random());
      switch (verdict.kind) {
        case 'dead':
        case 'refused':
          return refused({ kind: verdict.kind, code });
        case 'gone':
          return call.gone === undefined ? refused({ kind: 'refused', code }) : ok(call.gone);
        case 'renew-token':
          connector.renewToken();
          if (!last.renewed) pause = 0;
          last = { code, renewed: true };
          break;
        case 'again':
          last = { ...last, code };
          pause = Math.max(pause, verdict.afterMs);
      }
      if (timer.now().getTime() + pause > until.getTime()) return refused(unreachable(code, pause));
      await timer.sleep(pause, stopping.signal);
    }
  }

  function inOrder<T>(call: Call<T>): Promise<Result<T, SendFault>> {
    const until = new Date(timer.now().getTime() + (call.patience.patienceMs ?? PATIENCE_MS));
    return queues.run(call.thread, () => tryUntil(call, until));
  }

  const place = (to: Address): { readonly thread: string; readonly tenant: string } => ({
    thread: threadOf(to),
    tenant: tenantOf(to),
  });

  return {
    send: (to, activity, patience = {}) =>
      inOrder({
        operation: 'send',
        ...place(to),
        patience,
        run: (signal) => connector.send(to, activity, signal),
      }),
    update: (to, activityId, activity, patience = {}) =>
      inOrder({
        operation: 'update',
        ...place(to),
        patience,
        run: (signal) => connector.update(to, activityId, activity, signal),
      }),
    remove: (to, activityId, patience = {}) =>
      inOrder({
        operation: 'remove',
        ...place(to),
        patience,
        run: (signal) => connector.remove(to, activityId, signal),
        gone: { id: activityId },
      }),
    open: (command, patience = {}) =>
      inOrder({
        operation: 'open',
        thread: `${command.channelId} new ${command.teamsChannelId ?? JSON.stringify(command.user)}`,
        tenant: command.tenantId,
        patience,
        run: (signal) => connector.open(command, signal),
      }),
    recall: (to, agesMs) => threads.recall(threadOf(to), agesMs),
    async stop() {
      stopping.abort();
      const done = new AbortController();
      void timer.sleep(STOP_GRACE_MS, done.signal).then(() => {
        for (const cut of underWay) cut.abort();
      });
      await queues.idle();
      done.abort();
    },
  };
}

const unreachable = (code: string, retryAfterMs: number): SendFault => ({
  kind: 'unreachable',
  code,
  retryAfterMs,
});

const threadOf = ({ channelId, conversation }: Address): string => `${channelId} ${conversation.id}`;

const tenantOf = ({ conversation }: Address): string =>
  typeof conversation.tenantId === 'string' ? conversation.tenantId : '';
