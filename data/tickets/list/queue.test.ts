import fc from 'fast-check';
import { openTestData, TEST_NOW, type TestData } from '../../testing';
import type { NewTicket, Ticket } from '../types';
import { QUEUE_SORTS, QUEUE_VIEWS, type QueueFilter } from './types';
import { filterOf } from './views';

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

const JULIE = 'advisor-abc-1';
const later = (minutes: number): Date => new Date(TEST_NOW.getTime() + minutes * 60_000);

let filed = 0;
function file(ticket: Partial<NewTicket>): Promise<Ticket> {
  filed += 1;
  return data.services.tickets.file({
    idempotencyKey: `queue-${filed}`,
    deskId: 'abc',
    personId: null,
    conversationId: null,
    topicId: 'abc-salary',
    category: 'payment',
    subject: `Demande ${filed}`,
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    now: later(filed),
    ...ticket,
  });
}

const filter = (narrowed: Partial<QueueFilter> & { view?: (typeof QUEUE_VIEWS)[number] } = {}): QueueFilter =>
  filterOf(narrowed.view ?? 'all', { deskIds: ['abc'], ...narrowed }, JULIE, later(100_000));

async function subjects(asked: QueueFilter, limit = 100): Promise<string[]> {
  const { rows } = await data.services.queue.page(asked, { after: null, limit });
  return rows.map(({ subject }) => subject);
}

const assign = (ticket: Ticket, assigneeId: string | null, now = later(500)) =>
  data.services.tickets.assign({
    ticketId: ticket.id,
    assigneeId,
    advisorId: JULIE,
    expectedVersion: ticket.version,
    now,
  });

test('each view shows what it promises', async () => {
  const [fresh, taken, answered, done] = [
    await file({ subject: 'nouvelle' }),
    await file({ subject: 'prise' }),
    await file({ subject: 'répondue' }),
    await file({ subject: 'résolue' }),
  ];
  await assign(fresh, null);
  await assign(taken, JULIE);
  await assign(answered, null);
  await data.services.tickets.write({
    idempotencyKey: 'w',
    ticketId: answered.id,
    kind: 'reply',
    advisor: { id: JULIE, name: 'Julie' },
    text: 'Voilà.',
    now: later(510),
  });
  await assign(done, null);
  await data.services.tickets.changeStatus({
    ticketId: done.id,
    to: 'solved',
    actor: { kind: 'advisor', id: JULIE },
    expectedVersion: null,
    now: later(520),
  });
  expect(await subjects(filter({ view: 'mine' }))).toEqual(['prise']);
  expect(await subjects(filter({ view: 'unassigned' }))).toEqual(['nouvelle', 'répondue']);
  expect(await subjects(filter({ view: 'open' }))).toEqual(['nouvelle', 'prise']);
  expect(await subjects(filter({ view: 'waiting' }))).toEqual(['répondue']);
  expect(await subjects(filter({ view: 'solved' }))).toEqual(['résolue']);
  expect((await subjects(filter({ view: 'overdue' }))).sort()).toEqual(['nouvelle', 'prise']);
  expect(await subjects(filter({ view: 'all', sort: 'created' }))).toEqual([
    'résolue',
    'répondue',
    'prise',
    'nouvelle',
  ]);
  expect(await data.services.queue.counts(['abc'], JULIE, later(100_000))).toEqual({
    mine: 1,
    unassigned: 2,
    open: 2,
    overdue: 2,
    waiting: 1,
    solved: 1,
    groups: [{ deskId: 'abc', category: 'payment', open: 2 }],
  });
});

test('counts follow every change and every deadline that passes, and are those of whoever asks', async () => {
  const now = later(30);
  const counts = (deskIds: readonly string[], advisorId: string, at: Date) =>
    data.services.queue.counts(deskIds, advisorId, at);
  const [first, second] = [await file({}), await file({})];
  await file({ deskId: 'oc-mentor' });
  await assign(first, JULIE);
  await assign(second, null);
  expect(await counts(['abc'], JULIE, now)).toMatchObject({ mine: 1, unassigned: 1, open: 2 });
  expect(await counts(['abc'], 'advisor-abc-2', now)).toMatchObject({ mine: 0, unassigned: 1, open: 2 });
  expect(await counts(['abc', 'oc-mentor'], JULIE, now)).toMatchObject({ open: 3 });
  expect(await counts([], JULIE, now)).toMatchObject({ open: 0, groups: [] });
  const [row] = (await data.services.queue.page(filter({ sort: 'due' }), { after: null, limit: 1 })).rows;
  const due = row?.clocks['first-reply'].dueAt?.getTime() ?? NaN;
  const overdue = async (at: number) => (await counts(['abc'], JULIE, new Date(at))).overdue;
  expect([await overdue(due), await overdue(due + 1), await overdue(due)]).toEqual([0, 1, 0]);
  await file({ now });
  expect(await counts(['abc'], JULIE, now)).toMatchObject({ open: 3 });
});

test('filters narrow a view, freely combined; a desk that is not asked for is never shown', async () => {
  await file({ subject: 'paiement', category: 'payment', priority: 'urgent' });
  await file({ subject: 'contrat', category: 'legal', topicId: 'abc-contract' });
  await file({ subject: 'ailleurs', deskId: 'oc-mentor' });
  expect(await subjects(filter({ categories: ['legal', 'tool'] }))).toEqual(['contrat']);
  expect(await subjects(filter({ priorities: ['urgent'], statuses: ['new'] }))).toEqual(['paiement']);
  expect(await subjects(filter({ topicIds: ['abc-contract'], categories: ['payment'] }))).toEqual([]);
  expect(await subjects(filter({ deskIds: ['oc-mentor'] }))).toEqual(['ailleurs']);
  expect(await subjects(filter({ deskIds: [] }))).toEqual([]);
  expect(await subjects(filter({ view: 'waiting', statuses: ['new'] }))).toEqual([]);
});

test('every page begins where the last one ended, in any view and order', async () => {
  const random = { seed: 7, numRuns: 24 };
  for (let index = 0; index < 23; index += 1) {
    // Several within one instant: the id tells them apart.
    const ticket = await file({ now: later(Math.floor(index / 3)), deskId: index % 4 ? 'abc' : 'oc-mentor' });
    if (index % 3 === 0) await assign(ticket, index % 2 ? JULIE : null, later(600));
    if (index % 5 === 0) {
      await data.services.tickets.changeStatus({
        ticketId: ticket.id,
        to: index % 2 ? 'solved' : 'waiting',
        actor: { kind: 'advisor', id: JULIE },
        expectedVersion: null,
        now: later(700),
      });
    }
  }
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...QUEUE_VIEWS),
      fc.constantFrom(...QUEUE_SORTS),
      fc.integer({ min: 1, max: 7 }),
      async (view, sort, limit) => {
        const asked = filter({ view, sort, deskIds: ['abc', 'oc-mentor'] });
        const whole = await data.services.queue.page(asked, { after: null, limit: 100 });
        const pieced: string[] = [];
        let after: Awaited<ReturnType<typeof data.services.queue.page>>['next'] = null;
        do {
          const page = await data.services.queue.page(asked, { after, limit });
          expect(page.rows.length).toBeLessThanOrEqual(limit);
          pieced.push(...page.rows.map(({ id }) => id));
          after = page.next;
        } while (after !== null);
        expect(pieced).toEqual(whole.rows.map(({ id }) => id));
        expect(new Set(pieced).size).toBe(pieced.length);
      },
    ),
    random,
  );
});
