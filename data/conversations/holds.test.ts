import { openTestData, TEST_NOW, type TestData } from '../testing';
import type { Ticket } from '../tickets/types';
import { AWAY_MINUTES, endOfHold, SILENCE_MINUTES, type HoldState } from './hold-rules';
import type { ChannelKind, ConversationScope } from './types';

const NADIA = { id: 'advisor-abc-1', name: 'Nadia Benali' };
const PIERRE = { id: 'advisor-abc-2', name: 'Pierre Lemoine' };
const later = (minutes: number): Date => new Date(TEST_NOW.getTime() + minutes * 60_000);

let data: TestData;
let ticket: Ticket;

beforeEach(async () => {
  data = await openTestData();
  ticket = await fileIn('chat', 'webchat', null);
});
afterEach(() => data.close());

async function fileIn(id: string, channel: ChannelKind, scope: ConversationScope | null): Promise<Ticket> {
  const { services } = data;
  await services.conversations.open({
    id,
    channel,
    deskId: 'abc',
    userId: 'dl_1',
    personId: 'abc-camille',
    locale: 'fr',
    ...(scope !== null && { scope }),
    now: TEST_NOW,
  });
  return services.tickets.file({
    idempotencyKey: id,
    deskId: 'abc',
    personId: 'abc-camille',
    conversationId: id,
    topicId: 'abc.contact',
    category: 'other',
    subject: 'bonjour',
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    now: TEST_NOW,
  });
}

const take = (advisor: typeof NADIA, from: string | null = null, ticketId = ticket.id) =>
  data.services.holds.take({ ticketId, advisor, from, now: TEST_NOW });

const events = async (kind: string) =>
  (await data.services.tickets.events(ticket.id)).filter((event) => event.kind === kind);

const told = async () =>
  (await data.services.outbox.claim(later(60), 100, ['conversation-hold'])).map(({ payload }) => payload);

const write = (activityId: string, now: Date) =>
  data.services.conversations.receive({
    conversationId: 'chat',
    activityId,
    payload: {},
    text: 'oui',
    owesTurn: false,
    now,
  });

describe('taking a chat over', () => {
  test('the advisor holds it, the ticket is hers and open, its requester is told', async () => {
    expect(await take(NADIA)).toMatchObject({
      ok: true,
      value: { ticketId: ticket.id, advisor: NADIA, since: TEST_NOW },
    });
    expect(await data.services.holds.of('chat')).toMatchObject({ advisor: NADIA, since: TEST_NOW });
    expect(await data.services.conversations.find('chat')).toMatchObject({ heldById: NADIA.id });
    expect(await data.services.tickets.find(ticket.id)).toMatchObject({
      status: 'open',
      assigneeId: NADIA.id,
    });
    expect(await events('taken-over')).toMatchObject([
      { actorId: NADIA.id, detail: { from: null, to: NADIA.id } },
    ]);
    expect(await told()).toMatchObject([
      { change: 'taken', advisorName: NADIA.name, conversationId: 'chat' },
    ]);
  });

  test('twice is once', async () => {
    await take(NADIA);
    expect(await take(NADIA)).toMatchObject({ ok: true, value: { since: TEST_NOW } });
    expect(await events('taken-over')).toHaveLength(1);
  });

  test('of ten at once one wins, and the others are told who', async () => {
    const all = await Promise.all(
      [...Array(10).keys()].map((index) => take(index % 2 === 0 ? NADIA : PIERRE)),
    );
    const holder = (await data.services.holds.of('chat'))?.advisor;
    const other = holder?.id === NADIA.id ? PIERRE : NADIA;
    all.forEach((taken, index) => {
      const asked = index % 2 === 0 ? NADIA : PIERRE;
      if (asked.id === other.id)
        expect(taken).toMatchObject({ ok: false, fault: { code: 'held', by: { advisor: holder } } });
      else expect(taken).toMatchObject({ ok: true, value: { advisor: holder } });
    });
    expect(await events('taken-over')).toHaveLength(1);
  });

  test('a colleague takes it from her by naming her, and from nobody else', async () => {
    await take(NADIA);
    expect(await take(PIERRE, 'advisor-mentor-1')).toMatchObject({ fault: { code: 'held' } });
    expect(await take(PIERRE, NADIA.id)).toMatchObject({ ok: true, value: { advisor: PIERRE } });
    expect((await events('taken-over'))[1]?.detail).toEqual({ from: NADIA.id, to: PIERRE.id });
    expect(await data.services.tickets.find(ticket.id)).toMatchObject({ assigneeId: NADIA.id });
  });

  test.each<[string, ChannelKind, ConversationScope | null, boolean]>([
    ['the web chat', 'webchat', null, true],
    ['a personal chat of Teams', 'teams', 'personal', true],
    ['a group chat', 'teams', 'group', false],
    ['a channel', 'teams', 'channel', false],
    ['another channel', 'other', null, false],
  ])('%s', async (_name, channel, scope, can) => {
    const other = await fileIn('elsewhere', channel, scope);
    expect(await data.services.holds.canTake(other.id)).toBe(can);
    expect((await take(NADIA, null, other.id)).ok).toBe(can);
  });

  test('not once the ticket has ended', async () => {
    const actor = { kind: 'advisor', id: NADIA.id } as const;
    const end = { ticketId: ticket.id, to: 'closed', actor, expectedVersion: null, now: TEST_NOW } as const;
    await data.services.tickets.changeStatus(end);
    expect(await data.services.holds.canTake(ticket.id)).toBe(false);
    expect(await take(NADIA)).toMatchObject({ fault: { code: 'ended', status: 'closed' } });
  });

  test('goes on after a restart, and in the ticket that this one was merged into', async () => {
    await take(NADIA);
    const target = await fileIn('other', 'webchat', null);
    const merged = await data.services.relations.merge({
      ticketId: ticket.id,
      intoId: target.id,
      advisorId: NADIA.id,
      expectedVersion: (await data.services.tickets.find(ticket.id))?.version ?? 0,
      now: TEST_NOW,
    });
    expect(merged.ok).toBe(true);
    expect(await data.services.holds.of('chat')).toMatchObject({ ticketId: target.id });
  });
});

describe('handing it back', () => {
  const release = (advisorId: string | null, reason: 'advisor' | 'requester' = 'advisor') =>
    data.services.holds.release({ conversationId: 'chat', advisorId, reason, now: later(1) });

  test('the assistant answers again, once, and the requester is told', async () => {
    await take(NADIA);
    await told();
    expect(await release(NADIA.id)).toMatchObject({ advisor: NADIA });
    expect(await release(NADIA.id)).toBeNull();
    expect(await data.services.holds.of('chat')).toBeNull();
    expect(await events('handed-back')).toMatchObject([
      { actorKind: 'advisor', detail: { from: NADIA.id, because: 'advisor' } },
    ]);
  });

  test('a colleague cannot hand back what she does not hold', async () => {
    await take(NADIA);
    expect(await release(PIERRE.id)).toBeNull();
    expect(await data.services.holds.of('chat')).not.toBeNull();
  });

  test('asked for by the requester, nothing is told: the assistant answers her', async () => {
    await take(NADIA);
    await release(null, 'requester');
    expect(await told()).toMatchObject([{ change: 'taken' }]);
    expect(await events('handed-back')).toMatchObject([{ actorKind: 'requester' }]);
  });

  test('everything that an advisor holds, when she signs out', async () => {
    await take(NADIA);
    expect(await data.services.holds.releaseAllOf(PIERRE.id, 'signed-out', later(1))).toBe(0);
    expect(await data.services.holds.releaseAllOf(NADIA.id, 'signed-out', later(1))).toBe(1);
    expect(await data.services.holds.of('chat')).toBeNull();
  });

  test('by itself: not while somebody writes and she is connected; then when nobody does', async () => {
    const { advisors, holds } = data.services;
    const { token } = await advisors.createSignInLink(NADIA.id, TEST_NOW);
    const session = await advisors.redeemSignInLink(token, TEST_NOW);
    await take(NADIA);
    const seenAt = async (minutes: number): Promise<number> => {
      await advisors.seen(session?.sessionToken ?? '', later(minutes));
      return holds.watch(later(minutes), 100);
    };
    expect(await seenAt(SILENCE_MINUTES - 1)).toBe(0);
    await write('m1', later(SILENCE_MINUTES - 1));
    expect(await seenAt(SILENCE_MINUTES + 5)).toBe(0);
    expect(await seenAt(2 * SILENCE_MINUTES)).toBe(1);
    expect((await events('handed-back'))[0]?.detail).toMatchObject({ because: 'silence' });
    expect(await holds.watch(later(2 * SILENCE_MINUTES), 100)).toBe(0);
  });
});

describe('when a hold ends', () => {
  const state = (rest: Partial<HoldState> = {}): HoldState => ({
    since: TEST_NOW,
    ticketStatus: 'open',
    lastWrittenAt: null,
    advisorSeenAt: TEST_NOW,
    ...rest,
  });
  test.each<[string, Partial<HoldState>, number, string | null]>([
    ['just begun', {}, 0, null],
    ['away for long enough', {}, AWAY_MINUTES, 'away'],
    ['almost', {}, AWAY_MINUTES - 0.01, null],
    ['nobody writes', { advisorSeenAt: later(15) }, SILENCE_MINUTES, 'silence'],
    ['one of them writes', { advisorSeenAt: later(15), lastWrittenAt: later(10) }, SILENCE_MINUTES, null],
    [
      'what was written before counts for nothing',
      { advisorSeenAt: later(15), lastWrittenAt: later(-60) },
      SILENCE_MINUTES,
      'silence',
    ],
    ['signed out', { advisorSeenAt: null }, 0, 'signed-out'],
    ['solved', { ticketStatus: 'solved' }, 0, 'settled'],
    ['withdrawn', { ticketStatus: 'withdrawn' }, 0, 'settled'],
    ['merged: it goes on in the other', { ticketStatus: 'merged' }, 0, null],
    ['waiting for the requester', { ticketStatus: 'waiting' }, 1, null],
  ])('%s', (_name, rest, minutes, reason) => {
    expect(endOfHold(state(rest), later(minutes))).toBe(reason);
  });
});
