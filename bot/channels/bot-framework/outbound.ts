import { systemClock, type Clock } from '../../../data/clock';
import type { Conversation, StoredActivity } from '../../../data/conversations/types';
import type { DeliveryService } from '../../../data/deliveries/types';
import type { ChangeFeed } from '../../../data/services';
import type { Config } from '../../config';
import type { Log } from '../../log';
import type { Metrics } from '../../metrics';
import { systemTimer } from '../../timer';
import { createConnector } from './connector';
import type { Connector } from './contract';
import { addressIn, createCourier } from './courier';
import { createChannelSender, type ChannelSender } from './sender';

/** Who waits for a reply to be out waits no longer than this; it goes on being sent. */
const SETTLED_MS = 5_000;
/** An indicator that comes late says nothing. */
const TYPING_PATIENCE_MS = 1_000;
/** A card that stays does no harm: pressed again it does nothing. */
const REMOVE_PATIENCE_MS = 10_000;

/** The way out to Teams and the other Bot Framework channels, built. */
export interface Outbound {
  /** For what has its own records: cards in a Teams channel. Messages of a conversation are appended to it, and sent from there. */
  readonly sender: ChannelSender;
  readonly connector: Connector;
  /** Resolves when these replies are out, or cannot be for now: the courier has them already. */
  deliver(replies: readonly StoredActivity[]): Promise<void>;
  /** Shows in a conversation that an answer is being made; nothing where there is no address to show it at. */
  typing(conversation: Conversation): Promise<void>;
  /** Takes away something that was said in a conversation, by the channel's id of it, where that can be done soon. */
  remove(conversation: Conversation, channelActivityId: string): Promise<void>;
  /** Sends what a crash left unsent, then whatever is said. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createOutbound(deps: {
  readonly config: Pick<Config, 'microsoft'>;
  readonly deliveries: DeliveryService;
  readonly feed: ChangeFeed;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'failure'>;
}): Outbound {
  const { config, deliveries, feed, clock, log, metrics } = deps;
  const timer = systemTimer(clock);
  const connector = createConnector(config.microsoft, systemClock);
  const sender = createChannelSender({ connector, timer: systemTimer(systemClock), log });
  const courier = createCourier({ deliveries, sender, feed, timer, log, metrics });
  return {
    sender,
    connector,
    async deliver(replies) {
      const conversationId = replies[0]?.conversationId;
      if (conversationId !== undefined) await courier.settled(conversationId, SETTLED_MS);
    },
    async typing({ reference }) {
      const to = addressIn(reference);
      if (to !== null) await sender.send(to, { type: 'typing' }, { patienceMs: TYPING_PATIENCE_MS });
    },
    async remove({ reference }, channelActivityId) {
      const to = addressIn(reference);
      if (to !== null) await sender.remove(to, channelActivityId, { patienceMs: REMOVE_PATIENCE_MS });
    },
    start: courier.start,
    stop: courier.stop,
  };
}
