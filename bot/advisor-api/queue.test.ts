import type { TicketList, TicketSummary } from './contract';
import type { BulkResult, FilterChoices, SavedView } from './contract-queue';
import type { viewListAnswer } from './schemas-queue';
import { bulkAnswer, filterChoicesAnswer, ticketListQuery } from './schemas-queue';
import type { z } from 'zod';
import { type AdvisorApiFixture, startAdvisorApi } from './testing/advisor-api-fixture';

const JULIE = 'advisor-abc-1';
let api: AdvisorApiFixture;
let julie: string;
let mentor: string;

beforeAll(async () => {
  api = await startAdvisorApi();
  julie = await api.signIn(JULIE);
  mentor = await api.signIn('advisor-mentor-1');
});
afterAll(() => api.stop());

const list = (query: string, cookie = julie) => api.read<TicketList>(`/tickets?${query}`, cookie);
const references = async (query: string, cookie = julie) =>
  (await list(query, cookie)).tickets.map(({ reference }) => reference);

/** The contract and the schemas say the same. */
const agreed: readonly [
  z.infer<typeof bulkAnswer> extends BulkResult ? true : false,
  z.infer<typeof viewListAnswer> extends { views: readonly SavedView[] } ? true : false,
  z.infer<typeof filterChoicesAnswer> extends FilterChoices ? true : false,
] = [true, true, true];

test('the schemas answer what the contract says', () => {
  expect(agreed).toEqual([true, true, true]);
});

describe('filters', () => {
  test.each([
    'status=new,nope',
    'priority=',
    'view=everything',
    'sort=alphabet',
    'limit=101',
    'limit=many',
    `q=${'x'.repeat(2_001)}`,
    `category=${Array.from({ length: 31 }, (_, index) => `c${index}`).join(',')}`,
    'cursor=nonsense',
    `cursor=${Buffer.from('{"phase":0,"key":"1","id":"a"}').toString('base64url')}`,
  ])('%s is refused with the field that is wrong', async (query) => {
    const answer = await api.get(`/tickets?${query}`, julie);
    expect(answer.status).toBe(400);
    expect(answer.json().error.code).toBe('invalid');
  });

  test('several values of one filter are alternatives', () => {
    expect(ticketListQuery.parse({ view: 'all', status: 'new,open', assignee: 'me,none' })).toMatchObject({
      status: ['new', 'open'],
      assignee: ['me', 'none'],
    });
  });

  test('a desk that is not hers shows nothing, whatever is asked', async () => {
    const { reference } = await api.file({ deskId: 'oc-mentor', subject: 'zanzibar' });
    for (const query of [
      'view=all&desk=oc-mentor',
      'view=all&q=zanzibar',
      'view=all&q=zanzibar&desk=oc-mentor',
    ]) {
      expect(await references(query)).toEqual([]);
    }
    expect(await references('view=all&q=zanzibar', mentor)).toEqual([reference]);
  });

  test('assignee=me and none are herself and nobody', async () => {
    const ticket = await api.file({ deskId: 'abc', subject: 'à prendre' });
    await api.data.services.tickets.assign({
      ticketId: ticket.id,
      assigneeId: null,
      advisorId: JULIE,
      expectedVersion: (await api.data.services.tickets.find(ticket.id))?.version ?? 0,
      now: api.data.clock.now(),
    });
    expect(await references('view=all&assignee=none')).toContain(ticket.reference);
    expect(await references('view=all&assignee=me')).not.toContain(ticket.reference);
  });

  test('teams and topics to choose from are those of her desks', async () => {
    const { assignment } = api.data.services;
    await assignment.saveTeam({ deskId: 'abc', name: 'Paie', categories: ['payment'], memberIds: [JULIE] });
    await assignment.saveTeam({ deskId: 'oc-mentor', name: 'Mentors', categories: [], memberIds: [] });
    const { teams, topics } = filterChoicesAnswer.parse(await api.read<FilterChoices>('/filters', julie));
    expect(teams.map(({ desk, name }) => [desk, name])).toEqual([['abc', 'Paie']]);
    expect(new Set(topics.map(({ desk }) => desk))).toEqual(new Set(['abc']));
    const { reference } = await api.file({ deskId: 'abc', category: 'payment', subject: 'à l’équipe' });
    expect(await references(`view=all&team=${teams[0]?.id}`)).toContain(reference);
    await assignment.removeTeam('abc', 'Paie');
  });

  test('pages follow each other, under a search too', async () => {
    for (let index = 0; index < 5; index += 1) await api.file({ deskId: 'abc', subject: 'kangourou' });
    for (const query of ['view=all&sort=created', 'view=all&q=kangourou']) {
      const whole = await references(`${query}&limit=100`);
      const pieced: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: TicketList = await list(`${query}&limit=2${cursor && `&cursor=${cursor}`}`);
        pieced.push(...page.tickets.map(({ reference }) => reference));
        cursor = page.next;
      }
      expect(pieced).toEqual(whole);
    }
  });
});

describe('many at once', () => {
  const bulk = async (body: object, cookie = julie): Promise<BulkResult> => {
    const answer = await api.post('/bulk', body, cookie);
    expect(answer.status).toBe(200);
    return bulkAnswer.parse(answer.json<BulkResult>());
  };
  const filed = async (subject: string, deskId: 'abc' | 'oc-mentor' = 'abc'): Promise<TicketSummary> => {
    const { id } = await api.file({ deskId, subject });
    return api.read<TicketSummary>(`/tickets/${id}`, deskId === 'abc' ? julie : mentor);
  };

  test('what can be done is done; what cannot says why, and how it stands', async () => {
    const [good, stale, foreign] = [await filed('une'), await filed('deux'), await filed('x', 'oc-mentor')];
    const { done, failed } = await bulk({
      action: 'assign',
      assigneeId: JULIE,
      tickets: [
        { id: good.id, version: good.version },
        { id: stale.id, version: stale.version + 5 },
        { id: foreign.id, version: foreign.version },
        { id: 'unknown', version: 1 },
      ],
    });
    expect(done).toMatchObject([{ id: good.id, assignee: { id: JULIE }, status: 'open' }]);
    expect(failed.map(({ id, error, current }) => [id, error.code, current?.reference ?? null])).toEqual([
      [stale.id, 'conflict', stale.reference],
      [foreign.id, 'not-found', null],
      ['unknown', 'not-found', null],
    ]);
  });

  test('tickets are solved and closed together', async () => {
    const both = [await filed('une'), await filed('deux')];
    const solved = await bulk({
      action: 'status',
      status: 'solved',
      tickets: both.map(({ id, version }) => ({ id, version })),
    });
    expect(solved.done.map(({ status }) => status)).toEqual(['solved', 'solved']);
    const closed = await bulk({
      action: 'status',
      status: 'closed',
      tickets: solved.done.map(({ id, version }) => ({ id, version })),
    });
    expect(closed.done.map(({ status }) => status)).toEqual(['closed', 'closed']);
    const again = await bulk({
      action: 'status',
      status: 'open',
      tickets: closed.done.map(({ id, version }) => ({ id, version })),
    });
    expect(again.failed.map(({ error }) => error.code)).toEqual(['transition-refused', 'transition-refused']);
  });

  test('somebody of another desk is given nothing', async () => {
    const ticket = await filed('une');
    const { failed } = await bulk({
      action: 'assign',
      assigneeId: 'advisor-mentor-1',
      tickets: [{ id: ticket.id, version: ticket.version }],
    });
    expect(failed[0]?.error.code).toBe('assignee-not-of-desk');
  });

  test.each([
    ['nothing', { action: 'assign', assigneeId: null, tickets: [] }],
    [
      'the same twice',
      { action: 'status', status: 'solved', tickets: Array(2).fill({ id: 'a', version: 1 }) },
    ],
    [
      'more than a hundred',
      {
        action: 'status',
        status: 'solved',
        tickets: Array.from({ length: 101 }, (_, index) => ({ id: `t${index}`, version: 1 })),
      },
    ],
    ['an unknown action', { action: 'erase', tickets: [{ id: 'a', version: 1 }] }],
  ])('%s is refused as a whole', async (_what, body) => {
    expect((await api.post('/bulk', body, julie)).status).toBe(400);
  });
});

describe('saved views', () => {
  test('are kept, renamed, ordered, removed, and put back, by their owner alone', async () => {
    const add = async (name: string) =>
      (await api.post('/views', { name, query: 'view=all&category=payment' }, julie)).json<SavedView>();
    const [one, two] = [await add('Paiements'), await add('Retards')];
    expect((await api.post('/views', { name: ' paiements ', query: '' }, julie)).json().error.code).toBe(
      'view-name-taken',
    );
    await api.post(`/views/${one.id}`, { name: 'Virements' }, julie);
    await api.post('/views/order', { ids: [two.id, one.id] }, julie);
    const names = async (cookie = julie) =>
      (await api.read<{ views: SavedView[] }>('/views', cookie)).views.map(({ name }) => name);
    expect(await names()).toEqual(['Retards', 'Virements']);
    expect(await names(mentor)).toEqual([]);
    expect((await api.post(`/views/${one.id}/remove`, {}, mentor)).status).toBe(404);
    expect((await api.post(`/views/${one.id}`, { name: 'Mienne' }, mentor)).status).toBe(404);
    const removed = (await api.post(`/views/${two.id}/remove`, {}, julie)).json<SavedView>();
    await api.post('/views', { name: removed.name, query: removed.query, position: 0 }, julie);
    expect(await names()).toEqual(['Retards', 'Virements']);
  });
});
