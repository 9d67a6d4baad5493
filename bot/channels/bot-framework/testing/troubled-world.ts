import { createChangeFeed } from '../../../../data/changes';
import { silentLog } from '../../../log';
import { createConnector } from '../connector';
import { createCourier } from '../courier';
import { TENANT_LIMITS, THREAD_LIMITS } from '../limits';
import { createChannelSender } from '../sender';
import { startConnectorStub, type ConnectorStub } from './connector-stub';
import { memoryDeliveries } from './memory-deliveries';
import { createVirtualTime, type VirtualTime } from './virtual-time';

export interface TroubledWorld {
  readonly time: VirtualTime;
  readonly stub: ConnectorStub;
  readonly deliveries: ReturnType<typeof memoryDeliveries>;
  /** Writes into a conversation, as a turn or an advisor does. */
  say(conversationId: string): void;
  /** The process ends without a word: what was under way is cut, nothing is recorded any more. */
  crash(): void;
  /** Another process starts on the same records. */
  restart(): Promise<void>;
}

/**
 * A courier on virtual time, its records in memory and a connector that counts what exceeds Teams' limits.
 *
 * @param random decides how long each call takes and how long is waited between two tries.
 */
export async function startTroubledWorld(start: Date, random: () => number): Promise<TroubledWorld> {
  const time = createVirtualTime(start);
  const stub = await startConnectorStub({
    timer: time,
    limits: THREAD_LIMITS,
    tenantLimits: TENANT_LIMITS,
    latency: () => 20 + random() * 400,
  });
  const deliveries = memoryDeliveries(stub.url);
  let alive = { value: true };
  let feed = createChangeFeed();

  async function startProcess(): Promise<void> {
    const mine = { value: true };
    alive = mine;
    feed = createChangeFeed();
    const never = new Promise<never>(() => undefined);
    /** What a killed process does no more: it neither calls nor records. */
    const whileAlive = <S extends object>(service: S): S =>
      new Proxy(service, {
        get(target, property) {
          const value: unknown = Reflect.get(target, property);
          if (typeof value !== 'function') return value;
          return (...args: unknown[]) =>
            mine.value ? (Reflect.apply(value, target, args) as unknown) : never;
        },
      });
    const courier = createCourier({
      deliveries: whileAlive(time.busyWhile(deliveries.service)),
      sender: createChannelSender({
        connector: whileAlive(time.busyWhile(createConnector(null, time))),
        timer: time,
        log: silentLog,
        random,
      }),
      feed,
      timer: time,
      log: silentLog,
      metrics: { failure: () => undefined },
    });
    await courier.start();
  }

  await startProcess();
  return {
    time,
    stub,
    deliveries,
    say(conversationId) {
      const sequence = deliveries.write(conversationId, time.now());
      if (alive.value) feed.publish({ kind: 'activity', conversationId, sequence, toSend: true });
    },
    crash: () => void (alive.value = false),
    restart: startProcess,
  };
}
