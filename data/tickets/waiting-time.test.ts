import { openTestData, TEST_NOW, type TestData } from '../testing';
import type { Ticket } from './types';

/** Since when a requester waits for us: from her filing, or from her first words after it was last not our turn. */
let data: TestData;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

const later = (minutes: number): Date => new Date(TEST_NOW.getTime() + minutes * 60_000);

const file = (key = 'k'): Promise<Ticket> =>
  data.services.tickets.file({
    idempotencyKey: key,
    deskId: 'abc',
    personId: 'abc-camille',
    conversationId: null,
    topicId: 'abc.payment-history',
    category: 'payment',
    subject: 'x',
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    now: TEST_NOW,
  });

const reply = (ticket: Ticket, key: string, minutes = 5) =>
  data.services.tickets.write({
    idempotencyKey: key,
    ticketId: ticket.id,
    kind: 'reply',
    advisor: { id: 'advisor-abc-1', name: 'Nadia Benali' },
    text: 'Je regarde.',
    now: later(minutes),
  });

const herWords = (ticket: Ticket, key: string, now = later(10)) =>
  data.services.tickets.requesterWrote({
    idempotencyKey: key,
    ticketId: ticket.id,
    personName: 'Camille Moreau',
    text: 'Toujours rien.',
    now,
  });

const move = (ticket: Ticket, to: 'solved' | 'waiting' | 'open', by: 'advisor' | 'requester', now: Date) =>
  data.services.tickets.changeStatus({
    ticketId: ticket.id,
    to,
    actor: { kind: by, id: null },
    expectedVersion: null,
    now,
  });

const waitingSince = async (ticket: Ticket) => (await data.services.tickets.find(ticket.id))?.waitingSince;

it('runs from her filing, stops with our reply, runs again from her first words after it', async () => {
  const ticket = await file();
  expect(await waitingSince(ticket)).toEqual(TEST_NOW);
  await reply(ticket, 'r1');
  expect(await waitingSince(ticket)).toBeNull();
  await herWords(ticket, 'w1');
  await herWords(ticket, 'w2', later(12));
  expect(await waitingSince(ticket)).toEqual(later(10));
  await reply(ticket, 'r2', 20);
  expect(await waitingSince(ticket)).toBeNull();
});

test.each(['solved', 'waiting'] as const)('what was %s by hand waits from her words on', async (to) => {
  const [one, other] = [await file('one'), await file('other')];
  for (const ticket of [one, other]) await move(ticket, to, 'advisor', later(5));
  await herWords(one, 'w', later(1_440));
  await move(other, 'open', 'requester', later(1_440));
  expect([await waitingSince(one), await waitingSince(other)]).toEqual([later(1_440), later(1_440)]);
});

it('what was settled by mistake waits as before', async () => {
  const ticket = await file();
  await move(ticket, 'solved', 'advisor', later(5));
  await move(ticket, 'open', 'advisor', later(6));
  expect(await waitingSince(ticket)).toEqual(TEST_NOW);
});

it.each(['open', 'waiting'] as const)(
  'nobody settles what was %s without having seen her words',
  async (from) => {
    const ticket = await file();
    await move(ticket, 'open', 'advisor', later(1));
    if (from === 'waiting') await reply(ticket, 'r');
    const seen = await data.services.tickets.find(ticket.id);
    await herWords(ticket, 'w');
    const settled = await data.services.tickets.changeStatus({
      ticketId: ticket.id,
      to: 'closed',
      actor: { kind: 'advisor', id: 'advisor-abc-1' },
      expectedVersion: seen?.version ?? 0,
      now: later(11),
    });
    expect(settled).toMatchObject({ ok: false, fault: { code: 'conflict', current: { status: 'open' } } });
  },
);
