import { openTestData, TEST_NOW, type TestData } from '../testing';
import type { Ticket } from './types';

let data: TestData;
let ticket: Ticket;
const later = (minutes: number): Date => new Date(TEST_NOW.getTime() + minutes * 60_000);

beforeEach(async () => {
  data = await openTestData();
  const team = (name: string, categories: readonly string[], memberIds: readonly string[]) =>
    data.services.assignment.saveTeam({ deskId: 'abc', name, categories, memberIds });
  await team('Paie', ['payment'], ['advisor-abc-1']);
  await team('Comptes', ['account'], ['advisor-abc-2']);
  ticket = await data.services.tickets.file({
    idempotencyKey: 'k',
    deskId: 'abc',
    personId: 'abc-camille',
    conversationId: 'conv-1',
    topicId: 'abc.pay-missing',
    category: 'payment',
    subject: "j'ai pas été payée",
    priority: 'high',
    facts: [],
    checks: [],
    article: null,
    now: TEST_NOW,
  });
});
afterEach(() => data.close());

const change = (topicId: string, category: string, expectedVersion = ticket.version) =>
  data.services.tickets.changeTopic({
    ticketId: ticket.id,
    topicId,
    category,
    advisorId: 'advisor-abc-1',
    expectedVersion,
    now: later(10),
  });

it('goes to the team that takes the category; its clocks run on', async () => {
  expect(ticket.assigneeId).toBe('advisor-abc-1');
  expect(await change('abc.iban', 'account')).toMatchObject({
    ok: true,
    value: {
      topicId: 'abc.iban',
      category: 'account',
      assigneeId: 'advisor-abc-2',
      priority: 'high',
      clocks: ticket.clocks,
    },
  });
  const events = await data.services.tickets.events(ticket.id);
  expect(events.slice(-2)).toMatchObject([
    {
      kind: 'category-changed',
      actorId: 'advisor-abc-1',
      detail: { from: 'abc.pay-missing', to: 'abc.iban', category: 'account' },
    },
    { kind: 'assigned', actorKind: 'assistant', detail: { team: 'Comptes', to: 'advisor-abc-2' } },
  ]);
});

it('within its team it stays with whoever has it', async () => {
  expect(await change('abc.payment-history', 'payment')).toMatchObject({
    ok: true,
    value: { assigneeId: 'advisor-abc-1' },
  });
});

it('where nobody of the team is there it is nobody’s', async () => {
  await data.services.assignment.saveTeam({
    deskId: 'abc',
    name: 'Comptes',
    categories: ['account'],
    memberIds: [],
  });
  expect(await change('abc.iban', 'account')).toMatchObject({ ok: true, value: { assigneeId: null } });
});

it('a stale screen is told; the same change twice is one', async () => {
  expect(await change('abc.iban', 'account')).toMatchObject({ ok: true });
  expect(await change('abc.iban', 'account')).toMatchObject({ ok: true });
  expect(await change('abc.contact', 'other')).toMatchObject({ ok: false, fault: { code: 'conflict' } });
  const events = await data.services.tickets.events(ticket.id);
  expect(events.filter(({ kind }) => kind === 'category-changed')).toHaveLength(1);
});
