import type { OutboxService } from '../data/outbox/types';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What /metrics tells. */
export interface Metrics {
  turn(outcome: { readonly decision: string; readonly channel: string; readonly seconds: number }): void;
  failure(where: 'turn' | 'outbox' | 'delivery' | 'channel-keys'): void;
  readonly streams: { inc(): void; dec(): void };
  readonly registry: Registry;
}

/** @param outbox counts its messages when somebody asks. */
export function createMetrics(outbox: Pick<OutboxService, 'backlog' | 'dead'>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const turns = new Counter({
    name: 'guichet_turns_total',
    help: 'Turns answered, by what the assistant decided and by channel.',
    labelNames: ['decision', 'channel'],
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'guichet_turn_seconds',
    help: 'From the start of a turn to its commit.',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const failures = new Counter({
    name: 'guichet_failures_total',
    help: 'What went wrong, by place.',
    labelNames: ['where'],
    registers: [registry],
  });
  const streams = new Gauge({
    name: 'guichet_open_streams',
    help: 'Web chats that listen now.',
    registers: [registry],
  });
  new Gauge({
    name: 'guichet_outbox_backlog',
    help: 'Messages that wait to be sent.',
    registers: [registry],
    async collect() {
      this.set(await outbox.backlog());
    },
  });
  new Gauge({
    name: 'guichet_outbox_dead',
    help: 'Messages that were given up, by kind and reason.',
    labelNames: ['kind', 'reason'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { kind, reason, count } of await outbox.dead()) this.set({ kind, reason }, count);
    },
  });
  return {
    turn({ decision, channel, seconds: took }) {
      turns.inc({ decision, channel });
      seconds.observe(took);
    },
    failure: (where) => failures.inc({ where }),
    streams: { inc: () => streams.inc(), dec: () => streams.dec() },
    registry,
  };
}
