import fc from 'fast-check';
import { connect } from '../prisma/database';
import type { Change } from '../services';
import { openTestData, TEST_NOW, type TestData } from '../testing';
import type { JsonValue } from './types';

let data: TestData;
let changes: Change[];

beforeEach(async () => {
  data = await openTestData();
  changes = [];
  data.changes.subscribe((change) => changes.push(change));
  await open();
});
afterEach(() => data.close());

const later = (minutes: number): Date => new Date(TEST_NOW.getTime() + minutes * 60_000);

type Open = Parameters<TestData['services']['conversations']['open']>[0];

const open = (rest: Partial<Open> = {}) =>
  data.services.conversations.open({
    id: 'c1',
    channel: 'webchat',
    deskId: 'abc',
    userId: 'dl_1',
    personId: null,
    locale: 'fr',
    now: TEST_NOW,
    ...rest,
  });

const receive = (
  activityId: string,
  rest: { owesTurn?: boolean; now?: Date; conversationId?: string } = {},
) =>
  data.services.conversations.receive({
    conversationId: 'c1',
    activityId,
    payload: { type: 'message', text: activityId },
    text: activityId,
    owesTurn: true,
    now: TEST_NOW,
    ...rest,
  });

const commit = (inboundActivityId: string, texts: readonly string[], state: JsonValue = { form: 'coupon' }) =>
  data.services.conversations.commitTurn({
    conversationId: 'c1',
    inboundActivityId,
    state,
    locale: 'en',
    replies: texts.map((text, index) => ({
      activityId: `${inboundActivityId}-${index}`,
      author: 'assistant' as const,
      payload: { type: 'message', text },
      text,
    })),
    now: later(1),
  });

const texts = async (): Promise<string[]> =>
  (await data.services.conversations.since('c1', 0)).map(({ text }) => text);

describe('opening', () => {
  it('finds a known conversation: it keeps its desk, state and language, and learns who she is and how to reach her', async () => {
    await receive('a1');
    await commit('a1', []);
    const again = await open({
      deskId: 'oc-mentor',
      personId: 'abc-camille',
      reference: { serviceUrl: 'x' },
      locale: 'fr',
    });
    expect(again).toMatchObject({
      deskId: 'abc',
      personId: 'abc-camille',
      reference: { serviceUrl: 'x' },
      state: { form: 'coupon' },
      locale: 'en',
      lastTurnAt: later(1),
    });
    expect(await open()).toMatchObject({ personId: 'abc-camille', reference: { serviceUrl: 'x' } });
  });

  it('twenty at once are one conversation', async () => {
    const opened = await Promise.all(Array.from({ length: 20 }, () => open({ id: 'new' })));
    expect(new Set(opened.map(({ id }) => id))).toEqual(new Set(['new']));
  });

  it('an unknown conversation is null, and nothing can be stored in it', async () => {
    expect(await data.services.conversations.find('none')).toBeNull();
    await expect(receive('a1', { conversationId: 'none' })).rejects.toMatchObject({
      code: 'conversation-unknown',
    });
  });

  it('the latest conversation of a person comes first', async () => {
    await open({ id: 'old', personId: 'abc-camille', now: later(-60) });
    await open({ id: 'new', personId: 'abc-camille', now: later(60) });
    expect((await data.services.conversations.ofPerson('abc-camille')).map(({ id }) => id)).toEqual([
      'new',
      'old',
    ]);
  });
});

describe('receiving', () => {
  it('stores an activity once, however often it is delivered, and tells it once', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => receive('a1')));
    expect(results.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(results.every(({ activity }) => activity.sequence === 1)).toBe(true);
    expect(changes).toEqual([{ kind: 'activity', conversationId: 'c1', sequence: 1 }]);
  });

  it('the same activity id in another conversation is another activity', async () => {
    await open({ id: 'c2' });
    await receive('a1');
    expect(await receive('a1', { conversationId: 'c2' })).toMatchObject({ duplicate: false });
  });

  it('what owes no turn is stored as processed', async () => {
    await receive('typing', { owesTurn: false });
    expect(await data.services.conversations.owedTurns()).toEqual([]);
  });

  it('sequences have no gaps, whatever comes at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1e9 }),
        fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 12 }),
        async (run, kinds) => {
          const id = `race-${run}-${kinds.join('')}`;
          await open({ id });
          await Promise.all(
            kinds.map((kind, index) =>
              kind === 0
                ? data.services.conversations.append({
                    conversationId: id,
                    activity: { activityId: `x${index}`, author: 'advisor', payload: {}, text: '' },
                    now: TEST_NOW,
                  })
                : receive(`a${index % 5}`, { conversationId: id }),
            ),
          );
          const sequences = (await data.services.conversations.since(id, 0)).map(({ sequence }) => sequence);
          expect(sequences).toEqual(sequences.map((_, index) => index + 1));
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe('committing a turn', () => {
  it('stores state, replies and the end of the turn together, in order', async () => {
    await receive('a1');
    const replies = await commit('a1', ['Bonjour', 'Quelle date ?']);
    expect(replies.map(({ sequence, text, direction }) => [sequence, text, direction])).toEqual([
      [2, 'Bonjour', 'out'],
      [3, 'Quelle date ?', 'out'],
    ]);
    expect(await data.services.conversations.find('c1')).toMatchObject({
      state: { form: 'coupon' },
      locale: 'en',
    });
    expect(await data.services.conversations.owedTurns()).toEqual([]);
    expect(await texts()).toEqual(['a1', 'Bonjour', 'Quelle date ?']);
    expect(changes.map((change) => change.kind === 'activity' && change.sequence)).toEqual([1, 2, 3]);
  });

  it('a second time changes nothing and gives the replies of the first', async () => {
    await receive('a1');
    const first = await commit('a1', ['une fois']);
    expect(await commit('a1', ['deux fois'], { other: true })).toEqual(first);
    expect(await texts()).toEqual(['a1', 'une fois']);
    expect((await data.services.conversations.find('c1'))?.state).toEqual({ form: 'coupon' });
  });

  it('ten times at once stores one', async () => {
    await receive('a1');
    await Promise.all(Array.from({ length: 10 }, () => commit('a1', ['une fois'])));
    expect(await texts()).toEqual(['a1', 'une fois']);
  });

  it('without replies, or with a state of null, is a turn too', async () => {
    await receive('a1');
    expect(await commit('a1', [], null)).toEqual([]);
    expect((await data.services.conversations.find('c1'))?.state).toBeNull();
    expect(await data.services.conversations.owedTurns()).toEqual([]);
  });

  it('of an activity that was never received is refused, and nothing is stored', async () => {
    await expect(commit('ghost', ['?'])).rejects.toMatchObject({ code: 'activity-unknown' });
    expect(await texts()).toEqual([]);
  });

  it('a turn is owed until it is committed, the oldest first', async () => {
    await receive('a2', { now: later(2) });
    await receive('a1', { now: later(1) });
    await receive('a3', { now: later(3) });
    await commit('a3', []);
    expect((await data.services.conversations.owedTurns()).map(({ activityId }) => activityId)).toEqual([
      'a1',
      'a2',
    ]);
  });
});

describe('appending and reading on', () => {
  const append = (activityId: string) =>
    data.services.conversations.append({
      conversationId: 'c1',
      activity: { activityId, author: 'advisor', payload: { type: 'message' }, text: activityId },
      now: TEST_NOW,
    });

  it('an advisor’s words come once', async () => {
    await Promise.all([append('r1'), append('r1'), append('r1')]);
    expect(await texts()).toEqual(['r1']);
    expect(changes).toHaveLength(1);
  });

  it('reads what comes after a watermark, page by page', async () => {
    for (const id of ['r1', 'r2', 'r3', 'r4']) await append(id);
    const ids = async (watermark: number, limit?: number) =>
      (await data.services.conversations.since('c1', watermark, limit)).map(({ activityId }) => activityId);
    expect(await ids(1, 2)).toEqual(['r2', 'r3']);
    expect(await ids(3)).toEqual(['r4']);
    expect(await ids(4)).toEqual([]);
  });
});

it('texts of every script and shape come back as they were', async () => {
  const odd = 'مرحبا 👩‍🏫 e\u0301 \u0000 \u202e </script> \n\t';
  await data.services.conversations.receive({
    conversationId: 'c1',
    activityId: 'odd',
    payload: { text: odd, nested: [null, true, 1.5, { '': odd }] },
    text: odd,
    owesTurn: true,
    now: TEST_NOW,
  });
  const [stored] = await data.services.conversations.since('c1', 0);
  expect(stored).toMatchObject({ text: odd, payload: { text: odd, nested: [null, true, 1.5, { '': odd }] } });
});

it('a vote on an answer counts once a conversation, the last one', async () => {
  const vote = (helpful: boolean) =>
    data.services.conversations.recordFeedback({
      conversationId: 'c1',
      topicId: 'abc.iban',
      branchId: 'main',
      helpful,
      now: TEST_NOW,
    });
  await Promise.all([vote(true), vote(true)]);
  await vote(false);
  const db = connect(data.url.replace('file:', ''));
  expect((await db.answerFeedback.findMany()).map(({ helpful }) => helpful)).toEqual([false]);
  await db.$disconnect();
});
