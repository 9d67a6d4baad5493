import { createChangeFeed } from '../../../data/changes';
import type { StoredActivity } from '../../../data/conversations/types';
import type { DeliveryService } from '../../../data/deliveries/types';
import { silentLog } from '../../log';
import { createConnector } from './connector';
import { createCourier } from './courier';
import { TENANT_LIMITS, THREAD_LIMITS } from './limits';
import { createChannelSender } from './sender';
import {
  startConnectorStub,
  type ConnectorStub,
  type SeenCall,
  type Trouble,
} from './testing/connector-stub';
import { createVirtualTime, type VirtualTime } from './testing/virtual-time';

const START = new Date('2026-11-18T09:00:00Z');
const HALF_HOUR_MS = 30 * 60_000;
/** Of real time, on a busy machine. */
const TIME_LIMIT_MS = 180_000;
const later = (ms: number): Date => new Date(START.getTime() + ms);

/** Numbers between 0 and 1 that a seed decides (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What the stub may do to a call, and how often in a thousand. */
const TROUBLES: readonly (readonly [number, (random: () => number, now: Date) => Trouble])[] = [
  [30, (random) => ({ kind: 'answer', status: 429, retryAfter: String(1 + Math.floor(random() * 20)) })],
  [
    10,
    (_, now) => ({ kind: 'answer', status: 429, retryAfter: new Date(now.getTime() + 9_000).toUTCString() }),
  ],
  [10, () => ({ kind: 'answer', status: 429 })],
  [20, () => ({ kind: 'answer', status: 412, code: 'PreconditionFailed' })],
  [10, () => ({ kind: 'answer', status: 500 })],
  [15, () => ({ kind: 'answer', status: 502 })],
  [15, () => ({ kind: 'answer', status: 503, retryAfter: '3' })],
  [15, () => ({ kind: 'answer', status: 504 })],
  [15, () => ({ kind: 'reset', after: false })],
  [10, () => ({ kind: 'reset', after: true })],
  [5, () => ({ kind: 'hang', after: false })],
  [5, () => ({ kind: 'hang', after: true })],
];

function troubleBy(random: () => number, now: () => Date): Trouble | null {
  let place = random() * 1_000;
  for (const [share, make] of TROUBLES) {
    if (place < share) return make(random, now());
    place -= share;
  }
  return null;
}

/** So many calls after each other, one trouble of the list comes in its turn: each kind comes, whatever chance does. */
const TURN = 60;

/** The trouble of each call: by chance, and every kind in its turn. */
function troubles(random: () => number, now: () => Date): () => Trouble | null {
  let calls = 0;
  return () => {
    calls += 1;
    const due = calls % TURN === 0 ? TROUBLES[(calls / TURN - 1) % TROUBLES.length] : undefined;
    return due === undefined ? troubleBy(random, now) : due[1](random, now());
  };
}

/** A trouble's kind, as finely as the list above tells them apart. */
const kindOf = (trouble: Trouble | null): readonly string[] => {
  if (trouble === null) return [];
  if (trouble.kind !== 'answer') return [`${trouble.kind} ${trouble.after ? 'after' : 'before'}`];
  const wait = trouble.retryAfter ?? '';
  return [`${trouble.status} ${wait === '' ? '' : Number.isNaN(Number(wait)) ? 'date' : 'seconds'}`];
};

/** Deliveries as the database keeps them, in memory: what stays when a process is killed. */
function memoryDeliveries(serviceUrl: string) {
  const rows = new Map<string, { activity: StoredActivity; sentAt: Date | null; attempts: number }[]>();
  const rowsOf = (id: string) => rows.get(id) ?? [];
  const row = (id: string, sequence: number) => {
    const found = rowsOf(id)[sequence - 1];
    if (!found) throw new Error('no such activity');
    return found;
  };
  const service: DeliveryService = {
    owing: async () => [...rows.keys()].filter((id) => rowsOf(id).some(({ sentAt }) => sentAt === null)),
    async next(id) {
      const owed = rowsOf(id).find(({ sentAt }) => sentAt === null);
      const reference = { serviceUrl, channelId: 'msteams', conversation: { id, tenantId: 'tenant' } };
      return owed ? { activity: owed.activity, reference, dead: null } : null;
    },
    async markSent({ conversationId, sequence, now }) {
      row(conversationId, sequence).sentAt = now;
    },
    async noteFailure(conversationId, sequence) {
      row(conversationId, sequence).attempts += 1;
    },
    giveUp: () => Promise.reject(new Error('nothing may be given up')),
    bury: () => Promise.reject(new Error('nothing is dead')),
    callsSince: async (id, since, now) =>
      rowsOf(id)
        .filter(({ sentAt }) => sentAt === null || sentAt >= since)
        .flatMap(({ sentAt, attempts }) =>
          Array.from({ length: attempts + (sentAt === null ? 0 : 1) }, () => sentAt ?? now),
        ),
    sentAs: async () => null,
  };
  return {
    service,
    texts: (id: string) => rowsOf(id).map(({ activity }) => activity.text),
    write(conversationId: string, at: Date): number {
      const sequence = rowsOf(conversationId).length + 1;
      const text = `${conversationId} ${sequence}`;
      const activity: StoredActivity = {
        conversationId,
        sequence,
        activityId: `${conversationId}|${sequence}`,
        direction: 'out',
        author: 'assistant',
        payload: { type: 'message', text },
        text,
        at,
        processedAt: null,
      };
      rows.set(conversationId, [...rowsOf(conversationId), { activity, sentAt: null, attempts: 0 }]);
      return sequence;
    },
  };
}

interface World {
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

const worlds: ConnectorStub[] = [];
afterEach(async () => {
  for (const stub of worlds.splice(0)) await stub.stop();
});

async function startWorld(random: () => number): Promise<World> {
  const time = createVirtualTime(START);
  const stub = await startConnectorStub({
    timer: time,
    limits: THREAD_LIMITS,
    tenantLimits: TENANT_LIMITS,
    latency: () => 20 + random() * 400,
  });
  worlds.push(stub);
  const deliveries = memoryDeliveries(stub.url);
  let alive = { value: true };
  let feed = createChangeFeed();

  async function start(): Promise<void> {
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

  await start();
  return {
    time,
    stub,
    deliveries,
    say(conversationId) {
      const sequence = deliveries.write(conversationId, time.now());
      if (alive.value) feed.publish({ kind: 'activity', conversationId, sequence, toSend: true });
    },
    crash: () => void (alive.value = false),
    restart: start,
  };
}

/** Calls that the connector took although their sender cannot know: the answer was lost on the way back. */
const lostAnswers = (calls: readonly SeenCall[]): readonly string[] =>
  calls.filter(({ taken, trouble }) => taken && trouble !== null).map(({ body }) => String(body.text));

/** A conversation without the repetitions that stand right behind what they repeat. */
const withoutRepetitions = (texts: readonly string[]): readonly string[] =>
  texts.filter((text, index) => text !== texts[index - 1]);

const CONVERSATIONS = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `19:${name};messageid=1`);

/** Conversations of every pace: bursts of forty, a message a second, now and then one. */
function plan(random: () => number): readonly (readonly [number, string])[] {
  return CONVERSATIONS.flatMap((id, index) => {
    const times: number[] = [];
    for (let at = random() * 10_000; at < HALF_HOUR_MS - 300_000;) {
      const burst = index < 2 ? 1 + Math.floor(random() * 40) : 1 + Math.floor(random() * 3);
      for (let count = 0; count < burst; count += 1) times.push(at + count * random() * 50);
      at += (index < 2 ? 60_000 : 25_000) * (0.5 + random());
    }
    return times.map((at) => [at, id] as const);
  }).sort(([one], [other]) => one - other);
}

/** What stands twice in the conversations; fails when anything is missing, or not in the order in which it was written. */
function repetitions(world: World): readonly string[] {
  return CONVERSATIONS.flatMap((id) => {
    const stands = world.stub.texts(id);
    expect(withoutRepetitions(stands)).toEqual(world.deliveries.texts(id));
    return stands.filter((text, index) => text === stands[index - 1]);
  });
}

/** Half an hour of conversations with a connector that is in trouble as told. */
async function halfHour(seed: number, known: (trouble: Trouble | null) => Trouble | null): Promise<World> {
  const random = seeded(seed);
  const world = await startWorld(random);
  const next = troubles(random, world.time.now);
  world.stub.trouble = () => known(next());
  for (const [at, id] of plan(random)) {
    await world.time.runUntil(later(at));
    world.say(id);
  }
  await world.time.runUntil(later(HALF_HOUR_MS));
  return world;
}

/** A connector that is cut off or goes silent before it takes a message, never after: what it answers, or does not, is how things stand. */
const beforeTaking = (trouble: Trouble | null): Trouble | null =>
  trouble === null || trouble.kind === 'answer' ? trouble : { ...trouble, after: false };

describe('thirty minutes with a connector that fails in every documented way', () => {
  it.each([1, 2])(
    '(seed %i) lose nothing, keep every order, exceed no limit',
    async (seed) => {
      const world = await halfHour(seed, (trouble) => trouble);
      const { calls, exceeded } = world.stub;
      expect(exceeded).toEqual([]);
      expect(calls.length).toBeGreaterThan(1_000);
      expect(TROUBLES.length).toBe(new Set(calls.flatMap(({ trouble }) => kindOf(trouble))).size);
      // Twice stands only what was taken while its answer was lost, once more for each such answer.
      expect([...repetitions(world)].sort()).toEqual([...lostAnswers(calls)].sort());
    },
    TIME_LIMIT_MS,
  );

  it.each([6])(
    '(seed %i) say nothing twice, where a call that was not answered was not taken',
    async (seed) => {
      const world = await halfHour(seed, beforeTaking);
      const { calls, exceeded } = world.stub;
      expect(exceeded).toEqual([]);
      const kinds = new Set(calls.flatMap(({ trouble }) => kindOf(trouble)));
      expect([...kinds]).toEqual(expect.arrayContaining(['reset before', 'hang before', '412 ', '500 ']));
      expect(repetitions(world)).toEqual([]);
    },
    TIME_LIMIT_MS,
  );

  it.each([4])(
    '(seed %i) lose nothing either when the process is killed again and again',
    async (seed) => {
      const random = seeded(seed);
      const world = await startWorld(random);
      world.stub.trouble = () => troubleBy(random, world.time.now);
      const kills = Array.from({ length: 8 }, () => random() * (HALF_HOUR_MS - 300_000));
      const events = [
        ...plan(random).map(([at, id]) => ({ at, run: async () => world.say(id) })),
        ...kills.flatMap((at) => [
          { at, run: async () => world.crash() },
          { at: at + 500 + random() * 5_000, run: world.restart },
        ]),
      ].sort((one, other) => one.at - other.at);
      for (const { at, run } of events) {
        await world.time.runUntil(later(at));
        await run();
      }
      await world.time.runUntil(later(HALF_HOUR_MS));

      expect(world.stub.exceeded).toEqual([]);
      const lost = lostAnswers(world.stub.calls).length;
      // The call that was under way in a conversation when the process died may have been taken: it is made again.
      const twice = repetitions(world).length;
      expect(twice).toBeGreaterThanOrEqual(lost);
      expect(twice).toBeLessThanOrEqual(lost + kills.length * CONVERSATIONS.length);
    },
    TIME_LIMIT_MS,
  );

  it('a bot that ignores the limits would be noticed', async () => {
    const time = createVirtualTime(START);
    const stub = await startConnectorStub({
      timer: time,
      limits: THREAD_LIMITS,
      tenantLimits: TENANT_LIMITS,
    });
    worlds.push(stub);
    const connector = createConnector(null, time);
    const to = { serviceUrl: stub.url, channelId: 'msteams', conversation: { id: 'a' } };
    const statuses: unknown[] = [];
    for (let count = 0; count < 8; count += 1) {
      const sent = await time.during(connector.send(to, { text: 'x' }, new AbortController().signal));
      statuses.push(sent.ok ? 201 : 'status' in sent.fault && sent.fault.status);
    }
    expect(statuses).toEqual([201, 201, 201, 201, 201, 201, 201, 429]);
    expect(stub.exceeded).toEqual(['a: more than 7 in 1000 ms']);
  });
});
