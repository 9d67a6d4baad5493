import { createConnector } from './connector';
import { TENANT_LIMITS, THREAD_LIMITS } from './limits';
import {
  startConnectorStub,
  type ConnectorStub,
  type SeenCall,
  type Trouble,
} from './testing/connector-stub';
import { startTroubledWorld, type TroubledWorld } from './testing/troubled-world';
import { kindOf, seeded, troubleBy, troubles, TROUBLES } from './testing/troubles';
import { createVirtualTime } from './testing/virtual-time';

const START = new Date('2026-11-18T09:00:00Z');
const HALF_HOUR_MS = 30 * 60_000;
/** Of real time, on a busy machine. */
const TIME_LIMIT_MS = 180_000;
const later = (ms: number): Date => new Date(START.getTime() + ms);

const stubs: ConnectorStub[] = [];
afterEach(async () => {
  for (const stub of stubs.splice(0)) await stub.stop();
});

async function startWorld(random: () => number): Promise<TroubledWorld> {
  const world = await startTroubledWorld(START, random);
  stubs.push(world.stub);
  return world;
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
function repetitions(world: TroubledWorld): readonly string[] {
  return CONVERSATIONS.flatMap((id) => {
    const stands = world.stub.texts(id);
    expect(withoutRepetitions(stands)).toEqual(world.deliveries.texts(id));
    return stands.filter((text, index) => text === stands[index - 1]);
  });
}

/** Half an hour of conversations with a connector that is in trouble as told. */
async function halfHour(
  seed: number,
  known: (trouble: Trouble | null) => Trouble | null,
): Promise<TroubledWorld> {
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
    stubs.push(stub);
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
