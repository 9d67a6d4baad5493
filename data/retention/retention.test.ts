import { openTestData, TEST_NOW, type TestData } from '../testing';
import type { TicketStatus } from '../tickets/types';
import { connect, type Database } from '../prisma/database';
import { cutoff, effectiveDays, NEVER, retentionFaults, type Retention, type RetentionDays } from './rules';

describe('the rules', () => {
  test.each<[string, Partial<RetentionDays>, readonly string[]]>([
    ['never', {}, []],
    ['the fewest days', { conversations: 30, audit: 180 }, []],
    ['too few', { conversations: 29, audit: 179 }, ['conversations', 'audit']],
    ['too many', { attachments: 3651 }, ['attachments']],
    ['half a day', { routedMessages: 30.5 }, ['routedMessages']],
  ])('%s', (_what, days, faults) => {
    expect(retentionFaults({ ...NEVER, ...days })).toEqual(faults);
  });

  it('a desk follows the house until it has days of its own', () => {
    const house: Retention = { follows: false, days: { ...NEVER, audit: 365 } };
    expect(effectiveDays({ follows: true, days: NEVER }, house).audit).toBe(365);
    expect(effectiveDays({ follows: false, days: NEVER }, house).audit).toBeNull();
  });
});

describe('what is old', () => {
  let data: TestData;
  let db: Database;
  beforeEach(async () => {
    data = await openTestData({ demo: false });
    db = connect(data.url.replace(/^file:/, ''));
  });
  afterEach(async () => {
    await db.$disconnect();
    await data.close();
  });

  const old = cutoff(100, TEST_NOW);
  const talk = async (id: string, at = old): Promise<void> => {
    const { conversations, attachments } = data.services;
    await conversations.open({
      id,
      channel: 'webchat',
      deskId: 'abc',
      userId: id,
      personId: null,
      locale: 'fr',
      now: at,
    });
    await attachments.store({
      conversationId: id,
      activityId: null,
      name: 'a.png',
      contentType: 'image/png',
      content: Buffer.from('x'),
      now: at,
    });
  };
  const file = async (conversationId: string, status: TicketStatus, mergedIntoId: string | null = null) => {
    const ticket = await data.services.tickets.file({
      idempotencyKey: conversationId,
      deskId: 'abc',
      personId: null,
      conversationId,
      topicId: 'abc.contact',
      category: 'other',
      subject: 'x',
      priority: 'normal',
      facts: [],
      checks: [],
      article: null,
      now: old,
    });
    await db.ticket.update({ where: { id: ticket.id }, data: { status, mergedIntoId } });
    return ticket;
  };
  const keep = (days: Partial<RetentionDays>, scope: 'abc' | 'house' = 'abc') =>
    db.setting.create({
      data: {
        scope,
        key: 'retention',
        value: { follows: false, days: { ...NEVER, ...days } },
        version: 1,
        updatedAt: TEST_NOW,
      },
    });
  const left = async () => (await db.conversation.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id);

  it('is kept for ever unless somebody says otherwise', async () => {
    await talk('old');
    expect(await data.services.retention.sweep(TEST_NOW, 100)).toBe(0);
    expect(await left()).toEqual(['old']);
  });

  it('goes with its files when the house or the desk says so; what is younger stays', async () => {
    await talk('old');
    await talk('young', cutoff(10, TEST_NOW));
    await keep({ conversations: 90 }, 'house');
    expect(await data.services.retention.sweep(TEST_NOW, 100)).toBe(1);
    expect(await left()).toEqual(['young']);
    expect(await db.attachment.count()).toBe(1);
  });

  it('stays where the desk keeps it longer than the house', async () => {
    await talk('old');
    await keep({ conversations: 90 }, 'house');
    await keep({ conversations: 365 });
    expect(await data.services.retention.sweep(TEST_NOW, 100)).toBe(0);
  });

  test.each<[TicketStatus, boolean]>([
    ['new', true],
    ['open', true],
    ['waiting', true],
    ['solved', true],
    ['closed', false],
    ['withdrawn', false],
  ])('of a request that is %s stays: %s', async (status, stays) => {
    await talk('old');
    await file('old', status);
    await keep({ conversations: 90, attachments: 90 });
    const counted = await data.services.retention.count(
      { ...NEVER, conversations: 90, attachments: 90 },
      ['abc'],
      false,
      TEST_NOW,
    );
    expect(counted).toEqual({ ...counted, conversations: stays ? 0 : 1, attachments: stays ? 0 : 1 });
    await data.services.retention.sweep(TEST_NOW, 100);
    expect(await left()).toEqual(stays ? ['old'] : []);
  });

  test.each<[number, boolean]>([
    [14, true],
    [15, false],
  ])('of a request that was solved %i days ago stays: %s', async (days, stays) => {
    await talk('old');
    const { id } = await file('old', 'solved');
    await db.ticket.update({ where: { id }, data: { solvedAt: cutoff(days, TEST_NOW) } });
    await keep({ conversations: 90 });
    await data.services.retention.sweep(TEST_NOW, 100);
    expect(await left()).toEqual(stays ? ['old'] : []);
  });

  it('of a merged request stays as long as the one in which it goes on is unfinished', async () => {
    for (const id of ['a', 'b', 'c']) await talk(id);
    const goal = await file('c', 'open');
    const middle = await file('b', 'merged', goal.id);
    await file('a', 'merged', middle.id);
    await keep({ conversations: 90 });
    expect(await data.services.retention.sweep(TEST_NOW, 100)).toBe(0);
    await db.ticket.update({ where: { id: goal.id }, data: { status: 'closed' } });
    expect(await data.services.retention.sweep(TEST_NOW, 100)).toBe(3);
  });

  it('goes a little at a time, past what must stay', async () => {
    for (let one = 0; one < 5; one += 1) await talk(`kept-${one}`);
    for (let one = 0; one < 5; one += 1) await file(`kept-${one}`, 'open');
    for (let one = 0; one < 5; one += 1) await talk(`old-${one}`);
    await keep({ conversations: 90 });
    expect(await data.services.retention.sweep(TEST_NOW, 2)).toBe(2);
    expect(await data.services.retention.sweep(TEST_NOW, 100)).toBe(3);
    expect(await left()).toHaveLength(5);
  });

  it('goes in one look, however many that must stay lie between', async () => {
    const ids = Array.from({ length: 410 }, (_, index) => `c-${String(index).padStart(3, '0')}`);
    const goes = (id: string): boolean => id.endsWith('07');
    await db.conversation.createMany({
      data: ids.map((id) => ({
        ...{ id, userId: id, channel: 'webchat', deskId: 'abc', locale: 'fr' },
        ...{ nextSequence: 1, createdAt: old, lastTurnAt: old },
      })),
    });
    const { id: ticketId } = await file('elsewhere', 'open');
    await db.attachment.createMany({
      data: ids
        .filter((id) => !goes(id))
        .map((conversationId) => ({
          ...{ id: `file of ${conversationId}`, conversationId, ticketId, createdAt: old },
          ...{ name: 'a.png', contentType: 'image/png', size: 1, content: new Uint8Array([1]) },
        })),
    });
    await keep({ conversations: 90 });
    const looks = [];
    for (const limit of [2, 100, 100]) looks.push(await data.services.retention.sweep(TEST_NOW, limit));
    expect(looks).toEqual([2, 3, 0]);
    expect((await left()).filter(goes)).toEqual([]);
  });

  it('of the log and of what was understood goes too', async () => {
    const entry = {
      actor: { kind: 'system', id: null, name: 'x' },
      action: 'a',
      entityKind: 'a',
      entityId: null,
    } as const;
    const at = cutoff(400, TEST_NOW);
    await data.services.audit.record({ ...entry, at, deskId: 'abc', detail: {} });
    await data.services.audit.record({ ...entry, at, deskId: null, detail: {} });
    await data.services.audit.record({ ...entry, at, deskId: 'ogestion', detail: {} });
    await keep({ audit: 365 });
    expect(await data.services.retention.sweep(TEST_NOW, 100)).toBe(1);
    await keep({ audit: 365 }, 'house');
    expect(await data.services.retention.sweep(TEST_NOW, 100)).toBe(2);
  });
});
