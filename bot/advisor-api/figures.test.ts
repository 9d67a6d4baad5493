import type { FiguresView } from './contract-figures';
import { startAdvisorApi, type AdvisorApiFixture } from './testing/advisor-api-fixture';

/** It is Wednesday 18 November 2026, 10:00 in Paris. */
let api: AdvisorApiFixture;
let nadia: string;
beforeEach(async () => {
  api = await startAdvisorApi();
  nadia = await api.signIn('advisor-abc-1');
});
afterEach(() => api.stop());

const WEEK = '/figures?from=2026-11-12&to=2026-11-18';
const read = (path = WEEK, cookie = nadia): Promise<FiguresView> => api.read<FiguresView>(path, cookie);

/** Somebody of a desk asks something in her conversation, and gets an answer. */
async function asked(
  at: string,
  desk: 'abc' | 'oc-mentor' = 'abc',
  conversationId = `c-${desk}`,
): Promise<void> {
  const { conversations } = api.data.services;
  const now = new Date(at);
  await conversations.open({
    id: conversationId,
    channel: 'webchat',
    deskId: desk,
    userId: 'u1',
    personId: null,
    locale: 'fr',
    now,
  });
  const activityId = `in-${at}`;
  await conversations.receive({
    conversationId,
    activityId,
    payload: {},
    text: 'paie ?',
    owesTurn: true,
    now,
  });
  const commit = () =>
    conversations.commitTurn({
      conversationId,
      inboundActivityId: activityId,
      state: null,
      locale: 'fr',
      replies: [],
      routed: {
        deskId: desk,
        personId: null,
        outcome: 'answer',
        topicId: 'abc.payment-history',
        category: 'payment',
        confidence: 0.9,
        locale: 'fr',
        text: 'paie ?',
      },
      now,
    });
  await commit();
  // A turn committed again after a crash is counted once.
  await commit();
}

const filed = (at: string, deskId: 'abc' | 'oc-mentor' = 'abc', conversationId: string | null = null) =>
  api.data.services.tickets.file({
    idempotencyKey: `t-${at}-${deskId}`,
    deskId,
    personId: null,
    conversationId,
    topicId: 'abc.payment-history',
    category: 'payment',
    subject: 'jai pa été payé',
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    now: new Date(at),
  });

describe('the figures of a period', () => {
  test('nothing yet: zeros for every day, hour and age', async () => {
    const figures = await read();
    expect(figures.totals).toMatchObject({ messages: 0, visits: 0, tickets: 0 });
    expect(figures.byDay).toHaveLength(7);
    expect(figures.byHour).toHaveLength(24);
    expect(figures.backlog.every(({ ours, waiting }) => ours === 0 && waiting === 0)).toBe(true);
  });

  test('messages, visits and tickets of the period, beside those of the one before', async () => {
    await asked('2026-11-18T08:00:00Z');
    await asked('2026-11-18T08:05:00Z');
    await asked('2026-11-10T08:00:00Z');
    await filed('2026-11-18T08:06:00Z', 'abc', 'c-abc');
    const figures = await read();
    expect(figures.totals).toMatchObject({ messages: 2, visits: 1, withoutTicket: 0, tickets: 1 });
    expect(figures.before).toMatchObject({ messages: 1, visits: 1, withoutTicket: 1, tickets: 0 });
    expect(figures.byCategory).toEqual([{ desk: 'abc', category: 'payment', messages: 2, tickets: 1 }]);
    expect(figures.byDay.at(-1)).toMatchObject({ day: '2026-11-18', messages: 2 });
    expect(figures.byHour[9]).toBe(2);
  });

  test('the first instant of the first day counts, the one after the last day does not', async () => {
    await filed('2026-11-11T23:00:00Z');
    await filed('2026-11-11T22:59:59Z');
    await filed('2026-11-18T23:00:00Z');
    expect((await read()).totals.tickets).toBe(1);
  });

  test('replies by priority, and what is open by age', async () => {
    const { id } = await filed('2026-11-16T09:00:00Z');
    await api.data.services.tickets.write({
      idempotencyKey: 'r1',
      ticketId: id,
      kind: 'reply',
      advisor: { id: 'advisor-abc-1', name: 'Nadia Benali' },
      text: 'Je regarde.',
      now: new Date('2026-11-16T10:00:00Z'),
    });
    await filed('2026-11-18T08:30:00Z');
    const figures = await read();
    expect(figures.byPriority.find(({ priority }) => priority === 'normal')).toMatchObject({
      tickets: 2,
      firstReply: { done: 1, inTime: 1, medianMinutes: 60 },
      resolution: { done: 0, medianMinutes: null },
    });
    expect(figures.backlog).toMatchObject([
      { age: 'under-a-day', ours: 1, waiting: 0 },
      { age: 'one-to-three-days', ours: 0, waiting: 1 },
      {},
      {},
    ]);
  });

  test('votes stand with the title of their article, the least helpful first', async () => {
    await asked('2026-11-18T08:00:00Z');
    for (const [topicId, helpful] of [
      ['abc.payment-history', true],
      ['abc.coupon-entry', false],
    ] as const) {
      await api.data.services.conversations.recordFeedback({
        conversationId: 'c-abc',
        topicId,
        branchId: 'default',
        helpful,
        now: new Date('2026-11-18T08:01:00Z'),
      });
    }
    expect((await read()).articles).toEqual([
      { topicId: 'abc.coupon-entry', title: expect.any(String), helpful: 0, not: 1 },
      { topicId: 'abc.payment-history', title: expect.any(String), helpful: 1, not: 0 },
    ]);
  });

  test('another desk is neither counted nor named', async () => {
    await asked('2026-11-18T08:00:00Z', 'oc-mentor');
    await filed('2026-11-18T08:00:00Z', 'oc-mentor');
    await api.data.services.conversations.recordFeedback({
      conversationId: 'c-oc-mentor',
      topicId: 'oc-mentor.payment-late',
      branchId: 'default',
      helpful: false,
      now: new Date('2026-11-18T08:01:00Z'),
    });
    const figures = await read();
    expect(figures.totals).toMatchObject({ messages: 0, tickets: 0 });
    expect(figures.byCategory).toEqual([]);
    expect(figures.articles).toEqual([]);
    expect((await api.get(`${WEEK}&desk=oc-mentor`, nadia)).status).toBe(404);
    expect((await api.get(`${WEEK}&desk=nowhere`, nadia)).status).toBe(404);
  });

  test.each([
    '/figures',
    '/figures?from=2026-11-18&to=2026-11-17',
    '/figures?from=2025-01-01&to=2026-11-18',
    '/figures?from=2026-02-30&to=2026-03-01',
  ])('%s is refused with a reason', async (path) => {
    const answer = await api.get(path, nadia);
    expect(answer.status).toBe(400);
    expect(answer.json().error.message).not.toBe('');
  });

  test('each table can be had as a file', async () => {
    await filed('2026-11-18T08:00:00Z');
    for (const part of ['categories', 'days', 'hours', 'times', 'backlog', 'articles']) {
      const answer = await api.get(`/figures/export?part=${part}&from=2026-11-12&to=2026-11-18`, nadia);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-disposition')).toContain(
        `chiffres-${part}-2026-11-12-2026-11-18.csv`,
      );
    }
    const days = await api.get('/figures/export?part=days&from=2026-11-18&to=2026-11-18', nadia);
    expect(days.text).toContain(
      'Jour;Messages;Visites;Visites sans demande;Demandes\r\n2026-11-18;0;0;0;1\r\n',
    );
  });
});
