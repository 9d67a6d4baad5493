import { openTestData, TEST_NOW, type TestData } from '../testing';
import type { DeskId } from '../desks/types';
import type { NewTicket, Ticket } from '../tickets/types';
import type { LinkedChannel } from './channels';

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

const identity = (channelId: string, teamId = 'team-1') => ({
  tenantId: 'tenant-1',
  teamId,
  channelId,
  name: `Canal ${channelId}`,
  reference: {
    serviceUrl: 'https://smba.example/emea/',
    channelId: 'msteams',
    conversation: { id: channelId },
  },
});

const link = (
  channelId: string,
  deskId: DeskId,
  category: string | null = null,
  teamId?: string,
): Promise<LinkedChannel> =>
  data.services.teamsChannels.link({
    channel: identity(channelId, teamId),
    deskId,
    category,
    locale: 'fr',
    advisorId: 'advisor-abc-1',
    now: TEST_NOW,
  });

let filed = 0;
const file = (change: Partial<NewTicket> = {}): Promise<Ticket> =>
  data.services.tickets.file({
    idempotencyKey: `ticket-${(filed += 1)}`,
    deskId: 'abc',
    personId: null,
    conversationId: null,
    topicId: 'abc.pay-missing',
    category: 'payment',
    subject: 'Toujours pas payée',
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    now: TEST_NOW,
    ...change,
  });

const announced = async (): Promise<readonly string[]> => {
  const claimed = await data.services.outbox.claim(TEST_NOW, 50, ['ticket-card']);
  await Promise.all(claimed.map(({ id }) => data.services.outbox.markSent(id, TEST_NOW)));
  return claimed.map(({ payload }) => (payload.kind === 'ticket-card' ? payload.ticketId : ''));
};

const target = async (deskId: string, category: string): Promise<string | null> =>
  (await data.services.teamsChannels.forTicket(deskId, category))?.channelId ?? null;

describe('which channel a ticket goes to', () => {
  it('is its category’s own, else the desk’s, else none', async () => {
    expect(await target('abc', 'payment')).toBeNull();
    await link('19:desk', 'abc');
    await link('19:payment', 'abc', 'payment');
    await link('19:mentor', 'oc-mentor');
    expect(await target('abc', 'payment')).toBe('19:payment');
    expect(await target('abc', 'coupon')).toBe('19:desk');
    expect(await target('oc-mentor', 'coupon')).toBe('19:mentor');
    expect(await target('ogestion', 'coupon')).toBeNull();
  });

  it('is never a dead one, until it is linked again', async () => {
    const { channel } = await link('19:desk', 'abc');
    expect(await data.services.teamsChannels.markDead(channel.id, '403-Forbidden', TEST_NOW)).toBe(true);
    expect(await data.services.teamsChannels.markDead(channel.id, '403-Forbidden', TEST_NOW)).toBe(false);
    expect(await target('abc', 'payment')).toBeNull();
    expect(await data.services.teamsChannels.ofDesks(['abc'])).toMatchObject([
      { dead: { reason: '403-Forbidden', at: TEST_NOW } },
    ]);
    expect((await link('19:desk', 'abc')).channel).toMatchObject({ id: channel.id, dead: null });
    expect(await target('abc', 'payment')).toBe('19:desk');
  });

  it('stops being one when its team is gone', async () => {
    await link('19:a', 'abc', null, 'team-1');
    await link('19:b', 'oc-mentor', null, 'team-2');
    expect(await data.services.teamsChannels.markTeamDead('team-1', 'team-deleted', TEST_NOW)).toBe(1);
    expect(await data.services.teamsChannels.markTeamDead('team-1', 'team-deleted', TEST_NOW)).toBe(0);
    expect(await target('abc', 'payment')).toBeNull();
    expect(await target('oc-mentor', 'payment')).toBe('19:b');
  });
});

it('the desk’s supervisors are told of a dead channel, each once', async () => {
  const { channel } = await link('19:a', 'abc');
  await data.services.teamsChannels.markDead(channel.id, '403', TEST_NOW);
  await data.services.teamsChannels.markDead(channel.id, '403', TEST_NOW);
  const told = await data.services.outbox.claim(TEST_NOW, 50, ['channel-dead']);
  expect(told.map(({ payload }) => payload)).toEqual(
    ['advisor-abc-1', 'advisor-admin'].map((advisorId) => ({
      kind: 'channel-dead',
      teamsChannelId: channel.id,
      advisorId,
    })),
  );
});

it('an activity from it shows that it is alive', async () => {
  const { channel } = await link('19:a', 'abc');
  await data.services.teamsChannels.markDead(channel.id, '403', TEST_NOW);
  const reference = { serviceUrl: 'https://elsewhere.example/' };
  await data.services.teamsChannels.refresh('19:a', { reference, name: 'Paiements' });
  expect(await data.services.teamsChannels.find(channel.id)).toMatchObject({
    dead: null,
    reference,
    name: 'Paiements',
  });
});

describe('linking', () => {
  it('replaces the queue that the channel had, and the channel that the queue had', async () => {
    await link('19:a', 'abc');
    const second = await link('19:b', 'abc');
    expect(second).toMatchObject({ formerQueue: null, formerChannel: { channelId: '19:a' } });
    expect(await data.services.teamsChannels.findByChannelId('19:a')).toBeNull();
    const third = await link('19:b', 'oc-coach', 'session');
    expect(third).toMatchObject({ formerQueue: { deskId: 'abc', category: null }, formerChannel: null });
    expect(await target('abc', 'payment')).toBeNull();
  });

  it('forgets the cards of another desk, and keeps those of its own', async () => {
    const { channel } = await link('19:a', 'abc');
    const ticket = await file();
    await data.services.ticketCards.posted({
      ticketId: ticket.id,
      teamsChannelId: channel.id,
      activityId: '1',
      conversationId: '19:a;messageid=1',
      shownVersion: 1,
      toldPosition: 0,
      now: TEST_NOW,
    });
    await link('19:a', 'abc', 'payment');
    expect(await data.services.ticketCards.ofTicket(ticket.id)).toMatchObject([
      { activityId: '1', channel: { category: 'payment' } },
    ]);
    await link('19:a', 'oc-coach');
    expect(await data.services.ticketCards.ofTicket(ticket.id)).toEqual([]);
  });

  it('undone: nothing is known of it, and a card on its way is not kept', async () => {
    const { channel } = await link('19:a', 'abc');
    expect(await data.services.teamsChannels.unlink('19:a')).toMatchObject({ deskId: 'abc' });
    expect(await data.services.teamsChannels.unlink('19:a')).toBeNull();
    const ticket = await file();
    await data.services.ticketCards.posted({
      ticketId: ticket.id,
      teamsChannelId: channel.id,
      activityId: '1',
      conversationId: null,
      shownVersion: 1,
      toldPosition: 0,
      now: TEST_NOW,
    });
    expect(await data.services.ticketCards.ofTicket(ticket.id)).toEqual([]);
  });
});

describe('a change is announced to the channels', () => {
  it('of a desk that has one, and of no other', async () => {
    await file();
    expect(await announced()).toEqual([]);
    await link('19:a', 'oc-mentor');
    await file();
    expect(await announced()).toEqual([]);
    const ticket = await file({ deskId: 'oc-mentor' });
    expect(await announced()).toEqual([ticket.id]);
  });

  it('once for several changes before it is sent, and again for the next one', async () => {
    await link('19:a', 'abc');
    const ticket = await file();
    const advisor = { id: 'advisor-abc-1', name: 'Nadia Benali' };
    const write = (key: string) =>
      data.services.tickets.write({
        idempotencyKey: key,
        ticketId: ticket.id,
        kind: 'reply',
        advisor,
        text: 'Bonjour',
        now: TEST_NOW,
      });
    await write('1');
    await write('2');
    expect(await announced()).toEqual([ticket.id]);
    expect(await announced()).toEqual([]);
    await write('3');
    expect(await announced()).toEqual([ticket.id]);
  });

  it('while one is being sent, for it may have looked already', async () => {
    await link('19:a', 'abc');
    const ticket = await file();
    const [claimed] = await data.services.outbox.claim(TEST_NOW, 1, ['ticket-card']);
    await data.services.tickets.changePriority({
      ticketId: ticket.id,
      priority: 'high',
      advisorId: 'advisor-abc-1',
      expectedVersion: ticket.version,
      now: TEST_NOW,
    });
    await data.services.outbox.markSent(claimed?.id ?? '', TEST_NOW);
    expect(await announced()).toEqual([ticket.id]);
  });

  it('with its history, from where the thread was told last', async () => {
    await link('19:a', 'abc');
    const ticket = await file();
    const all = await data.services.ticketCards.eventsAfter(ticket.id, 0);
    expect(all.map(({ kind }) => kind)).toEqual(['filed']);
    await data.services.tickets.changePriority({
      ticketId: ticket.id,
      priority: 'high',
      advisorId: 'advisor-abc-1',
      expectedVersion: ticket.version,
      now: TEST_NOW,
    });
    const news = await data.services.ticketCards.eventsAfter(ticket.id, all[0]?.position ?? 0);
    expect(news.map(({ kind }) => kind)).toEqual(['priority-changed']);
  });
});
