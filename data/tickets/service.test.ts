import type { Change } from '../services';
import { openTestData, TEST_NOW, type TestData } from '../testing';
import type { NewTicket, Ticket } from './types';

let data: TestData;
let changes: Change[];

beforeEach(async () => {
  data = await openTestData();
  changes = [];
  data.changes.subscribe((change) => changes.push(change));
});
afterEach(() => data.close());

const later = (minutes: number): Date => new Date(TEST_NOW.getTime() + minutes * 60_000);

const newTicket = (key: string, rest: Partial<NewTicket> = {}): NewTicket => ({
  idempotencyKey: key,
  deskId: 'abc',
  personId: 'abc-camille',
  conversationId: 'conv-1',
  topicId: 'abc.payment-history',
  category: 'payment',
  subject: "j'ai pas été payée",
  priority: 'normal',
  facts: [{ key: 'month', label: 'Mois concerné', value: 'octobre 2026', source: 'said' }],
  checks: [{ label: 'IBAN', outcome: 'ok', detail: 'enregistré' }],
  article: { topicId: 'abc.payment-history', branchId: 'wait', title: 'Paiement', text: 'Attendez.' },
  now: TEST_NOW,
  ...rest,
});

const reply = (ticket: Ticket, key: string, text = 'Bonjour, je regarde.') =>
  data.services.tickets.write({
    idempotencyKey: key,
    ticketId: ticket.id,
    kind: 'reply',
    advisor: { id: 'advisor-abc-1', name: 'Nadia Benali' },
    text,
    now: later(5),
  });

const herWords = (ticket: Ticket, key: string, now = later(10)) =>
  data.services.tickets.requesterWrote({
    idempotencyKey: key,
    ticketId: ticket.id,
    personName: 'Camille Moreau',
    text: 'Toujours rien.',
    now,
  });

const solve = (ticket: Ticket, now = later(20)) =>
  data.services.tickets.changeStatus({
    ticketId: ticket.id,
    to: 'solved',
    actor: { kind: 'advisor', id: 'advisor-abc-1' },
    expectedVersion: null,
    now,
  });

const sentKinds = async (): Promise<string[]> =>
  (await data.services.outbox.claim(later(60), 100)).map(({ payload }) => payload.kind);

describe('filing', () => {
  it('keeps everything, with a reference that can be read aloud and a line of history', async () => {
    const ticket = await data.services.tickets.file(newTicket('k1'));
    expect(ticket).toMatchObject({ reference: 'G-2611-0001', status: 'new', version: 1, assigneeId: null });
    expect(await data.services.tickets.find('g 2611 1')).toEqual(ticket);
    expect(await data.services.tickets.find(ticket.id)).toEqual(ticket);
    expect(ticket).toMatchObject({
      facts: newTicket('').facts,
      checks: newTicket('').checks,
      article: newTicket('').article,
    });
    expect((await data.services.tickets.events(ticket.id)).map(({ kind }) => kind)).toEqual(['filed']);
    expect(changes).toEqual([{ kind: 'ticket', deskId: 'abc', ticketId: ticket.id }]);
    expect(await sentKinds()).toEqual(['ticket-changed']);
  });

  it('the same request filed twenty times at once is one ticket', async () => {
    const tickets = await Promise.all(
      Array.from({ length: 20 }, () => data.services.tickets.file(newTicket('same'))),
    );
    expect(new Set(tickets.map(({ id }) => id)).size).toBe(1);
    expect(await data.services.tickets.events(tickets[0]?.id ?? '')).toHaveLength(1);
  });

  it('fifty requests at once get fifty references without a gap', async () => {
    const tickets = await Promise.all(
      Array.from({ length: 50 }, (_, index) => data.services.tickets.file(newTicket(`k${index}`))),
    );
    expect(tickets.map(({ reference }) => reference).sort()).toEqual(
      Array.from({ length: 50 }, (_, index) => `G-2611-${String(index + 1).padStart(4, '0')}`),
    );
  });

  it('works for a visitor whom nobody knows', async () => {
    const ticket = await data.services.tickets.file(newTicket('k', { personId: null, article: null }));
    expect(ticket).toMatchObject({ personId: null, article: null });
  });

  it('an unknown id or reference is null', async () => {
    expect(await data.services.tickets.find('G-2611-0001')).toBeNull();
    expect(await data.services.tickets.find('nothing')).toBeNull();
  });
});

describe('an advisor writes', () => {
  it('a number that must not be kept is masked in what is sent as in what is kept', async () => {
    const ticket = await data.services.tickets.file(newTicket('k'));
    await reply(ticket, 'r', 'Est-ce bien FR76 3000 6000 0112 3456 7890 189 ?');
    const [message] = await data.services.tickets.messages(ticket.id);
    const sent = (await data.services.outbox.claim(later(60), 100)).map(({ payload }) => payload);
    expect(message?.text).toBe('Est-ce bien [IBAN masqué] ?');
    expect(sent).toContainEqual(expect.objectContaining({ text: 'Est-ce bien [IBAN masqué] ?' }));
    expect(JSON.stringify(sent)).not.toContain('7890');
  });

  it('a reply goes to her conversation, once, and the ticket waits for her', async () => {
    const ticket = await data.services.tickets.file(newTicket('k'));
    const written = await Promise.all([reply(ticket, 'r1'), reply(ticket, 'r1'), reply(ticket, 'r1')]);
    expect(new Set(written.map((result) => (result.ok ? result.value.id : 'fault'))).size).toBe(1);
    expect(await data.services.tickets.find(ticket.id)).toMatchObject({ status: 'waiting', version: 2 });
    const messages = await data.services.outbox.claim(later(120), 100);
    expect(
      messages.filter(({ payload }) => payload.kind === 'conversation-message').map(({ payload }) => payload),
    ).toEqual([
      {
        kind: 'conversation-message',
        conversationId: 'conv-1',
        activityId: expect.stringMatching(/^reply-[0-9a-f]{32}$/),
        author: 'advisor',
        authorName: 'Nadia Benali',
        text: 'Bonjour, je regarde.',
        ticketReference: 'G-2611-0001',
      },
    ]);
    expect((await data.services.tickets.events(ticket.id)).map(({ kind }) => kind)).toEqual([
      'filed',
      'replied',
      'status-changed',
    ]);
  });

  it('a note stays inside and changes nothing', async () => {
    const ticket = await data.services.tickets.file(newTicket('k'));
    const note = await data.services.tickets.write({
      idempotencyKey: 'n1',
      ticketId: ticket.id,
      kind: 'note',
      advisor: { id: 'advisor-abc-1', name: 'Nadia Benali' },
      text: 'Voir avec la paie.',
      now: later(1),
    });
    expect(note).toMatchObject({ ok: true, value: { kind: 'note', authorName: 'Nadia Benali' } });
    expect(await data.services.tickets.find(ticket.id)).toMatchObject({ status: 'new', version: 1 });
    expect(await sentKinds()).toEqual(['ticket-changed']);
  });

  it('two tickets may use the same key', async () => {
    const a = await data.services.tickets.file(newTicket('a'));
    const b = await data.services.tickets.file(newTicket('b'));
    await reply(a, 'client-1', 'à A');
    await reply(b, 'client-1', 'à B');
    expect((await data.services.tickets.messages(b.id)).map(({ text }) => text)).toEqual(['à B']);
  });

  it('refuses what cannot be: an unknown ticket, a reply on a closed one', async () => {
    const ticket = await data.services.tickets.file(newTicket('k'));
    expect(await reply({ ...ticket, id: 'nothing' }, 'r')).toEqual({
      ok: false,
      fault: { code: 'not-found' },
    });
    await data.services.tickets.changeStatus({
      ticketId: ticket.id,
      to: 'closed',
      actor: { kind: 'advisor', id: 'advisor-abc-1' },
      expectedVersion: null,
      now: later(1),
    });
    expect(await reply(ticket, 'r')).toEqual({
      ok: false,
      fault: { code: 'transition-refused', from: 'closed', to: 'waiting' },
    });
    expect(await data.services.tickets.messages(ticket.id)).toEqual([]);
  });
});

describe('the requester writes', () => {
  it('reopens what waited, and messages stand in their order', async () => {
    const ticket = await data.services.tickets.file(newTicket('k'));
    await reply(ticket, 'r1');
    await herWords(ticket, 'w1');
    await herWords(ticket, 'w1');
    expect(await data.services.tickets.find(ticket.id)).toMatchObject({ status: 'open' });
    expect((await data.services.tickets.messages(ticket.id)).map(({ authorKind }) => authorKind)).toEqual([
      'advisor',
      'requester',
    ]);
  });

  it('reopens what was solved within 14 days, and no longer after', async () => {
    const ticket = await data.services.tickets.file(newTicket('k'));
    await solve(ticket, TEST_NOW);
    expect(await herWords(ticket, 'late', later(14 * 24 * 60 + 1))).toEqual({
      ok: false,
      fault: { code: 'transition-refused', from: 'solved', to: 'open' },
    });
    expect(await herWords(ticket, 'in time', later(14 * 24 * 60))).toMatchObject({ ok: true });
    expect(await data.services.tickets.find(ticket.id)).toMatchObject({ status: 'open', solvedAt: null });
  });
});

describe('assigning and moving', () => {
  const assign = (ticket: Ticket, assigneeId: string | null, expectedVersion: number) =>
    data.services.tickets.assign({
      ticketId: ticket.id,
      assigneeId,
      advisorId: 'advisor-abc-1',
      expectedVersion,
      now: later(1),
    });

  it('taking a new ticket opens it; giving it back leaves it open', async () => {
    const ticket = await data.services.tickets.file(newTicket('k'));
    const taken = await assign(ticket, 'advisor-abc-1', 1);
    expect(taken).toMatchObject({ ok: true, value: { status: 'open', assigneeId: 'advisor-abc-1' } });
    const version = taken.ok ? taken.value.version : 0;
    expect(await assign(ticket, null, version)).toMatchObject({
      ok: true,
      value: { status: 'open', assigneeId: null },
    });
  });

  it('of two who take it at once, one gets it and the other sees who', async () => {
    const ticket = await data.services.tickets.file(newTicket('k'));
    const results = await Promise.all([
      assign(ticket, 'advisor-abc-1', 1),
      assign(ticket, 'advisor-abc-2', 1),
    ]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      fault: { code: 'conflict', current: { assigneeId: expect.stringMatching(/^advisor-abc-/) } },
    });
  });

  it('a second click on the same button is no conflict', async () => {
    const ticket = await data.services.tickets.file(newTicket('k'));
    const click = () =>
      data.services.tickets.changeStatus({
        ticketId: ticket.id,
        to: 'solved',
        actor: { kind: 'advisor', id: 'advisor-abc-1' },
        expectedVersion: 1,
        now: later(1),
      });
    expect(await Promise.all([click(), click()])).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await assign(ticket, 'advisor-abc-1', 1)).toMatchObject({
      ok: false,
      fault: { code: 'conflict' },
    });
  });

  it('a requester may withdraw and not merge', async () => {
    const ticket = await data.services.tickets.file(newTicket('k'));
    const move = (to: 'withdrawn' | 'merged') =>
      data.services.tickets.changeStatus({
        ticketId: ticket.id,
        to,
        actor: { kind: 'requester', id: 'abc-camille' },
        expectedVersion: null,
        now: later(1),
      });
    expect(await move('merged')).toMatchObject({ ok: false, fault: { code: 'transition-refused' } });
    expect(await move('withdrawn')).toMatchObject({ ok: true, value: { status: 'withdrawn' } });
  });
});

describe('lists', () => {
  it('show what one person filed, and what was filed in one conversation', async () => {
    const { tickets } = data.services;
    for (const key of ['a', 'b', 'c']) await tickets.file(newTicket(key));
    await tickets.file(newTicket('d', { deskId: 'oc-mentor', personId: 'mentor-alice' }));
    expect((await tickets.ofPerson('mentor-alice')).map(({ reference }) => reference)).toEqual([
      'G-2611-0004',
    ]);
    expect(await tickets.ofConversation('conv-1')).toHaveLength(4);
  });
});
