import type { ProposalView, TeachingView, TrialView } from './contract-teaching';
import { startAdvisorApi, type AdvisorApiFixture } from './testing/advisor-api-fixture';

let api: AdvisorApiFixture;
let julie: string;
let admin: string;
/** Two topics of the desk abc, and one of another. */
const [TOPIC, OTHER, FOREIGN] = ['abc.salary-missing', 'abc.portal-help', 'oc-mentor.payment-late'];
beforeEach(async () => {
  api = await startAdvisorApi();
  julie = await api.signIn('advisor-abc-2');
  const { advisors } = api.data.services;
  const now = api.data.clock.now();
  const { id } = await advisors.add({
    name: 'Responsable',
    email: 'r@abc.example',
    role: 'supervisor',
    deskIds: ['abc'],
    now,
  });
  admin = await api.signIn(id);
});
afterEach(() => api.stop());

const propose = async (text = 'mon virement fait la tête', part: object = {}, cookie = julie) =>
  api.post(
    '/phrases',
    { desk: 'abc', text, topicId: TOPIC, source: { kind: 'typed', id: null }, ...part },
    cookie,
  );
const proposed = async (text?: string): Promise<ProposalView> => (await propose(text)).json<ProposalView>();
const page = (): Promise<TeachingView> => api.read<TeachingView>('/teaching', admin);

async function notUnderstood(text: string, desk: 'abc' | 'oc-mentor' = 'abc'): Promise<void> {
  const { conversations } = api.data.services;
  const now = api.data.clock.now();
  const conversationId = `c-${desk}`;
  await conversations.open({
    id: conversationId,
    channel: 'webchat',
    deskId: desk,
    userId: 'u',
    personId: null,
    locale: 'fr',
    now,
  });
  await conversations.receive({ conversationId, activityId: text, payload: {}, text, owesTurn: true, now });
  await conversations.commitTurn({
    conversationId,
    inboundActivityId: text,
    state: null,
    locale: 'fr',
    replies: [],
    routed: {
      deskId: desk,
      personId: null,
      outcome: 'reject',
      topicId: null,
      category: null,
      confidence: null,
      locale: 'fr',
      text,
    },
    now,
  });
}

describe('"this was about another topic"', () => {
  test('any advisor of the desk proposes a phrase; a supervisor finds it', async () => {
    const answer = await propose('mon virement fait la tête', { formerTopicId: OTHER });
    expect(answer.status).toBe(200);
    expect((await page()).proposals).toMatchObject([
      {
        text: 'mon virement fait la tête',
        topicId: TOPIC,
        proposedBy: expect.any(String),
        status: 'proposed',
      },
    ]);
  });

  test('proposed twice it waits once, with the topic named last', async () => {
    await propose();
    await propose('mon virement fait la tête', { topicId: OTHER });
    expect((await page()).proposals).toMatchObject([{ topicId: OTHER }]);
  });

  test('a number that must not be kept is masked', async () => {
    expect((await proposed('mon iban FR7630006000011234567890189 marche pas')).text).not.toContain(
      '3000600001',
    );
  });

  test.each<[string, object, number]>([
    ['another desk', { desk: 'oc-mentor', topicId: FOREIGN }, 404],
    ['a topic of another desk', { topicId: FOREIGN }, 422],
    ['nothing', { text: '  ' }, 400],
  ])('%s is refused', async (_what, part, status) => {
    expect((await propose('un mot', part)).status).toBe(status);
  });
});

describe('what was not understood', () => {
  test('stands in groups, the most asked first, and leaves when it is proposed or dismissed', async () => {
    for (const text of ['mon badge ne marche plus', 'le badge marche plus', 'une carte de visite ?'])
      await notUnderstood(text);
    await notUnderstood('mon badge de mentor', 'oc-mentor');
    const [badges, card] = (await page()).clusters;
    expect([badges?.count, card?.count]).toEqual([2, 1]);
    await propose(badges?.text ?? '', { source: { kind: 'message', id: badges?.ids[0] } });
    expect((await api.post('/teaching/dismiss', { ids: card?.ids, back: false }, admin)).json()).toEqual({
      count: 1,
    });
    expect((await page()).clusters).toMatchObject([{ count: 1 }]);
    await api.post('/teaching/dismiss', { ids: card?.ids, back: true }, admin);
    expect((await page()).clusters).toHaveLength(2);
  });
});

describe('deciding', () => {
  test('tried, accepted, and what it changed is kept with it', async () => {
    const { id, text } = await proposed();
    const tried = await api.post(`/phrases/${id}/try`, { text, topicId: TOPIC }, admin);
    expect(tried.json<TrialView>()).toMatchObject({ worse: false, before: { right: 9 } });
    const accepted = await api.post(
      `/phrases/${id}/accept`,
      { text: 'mon virement boude', topicId: TOPIC, force: false },
      admin,
    );
    expect(accepted.json<ProposalView>()).toMatchObject({
      status: 'accepted',
      text: 'mon virement boude',
      trial: { worse: false },
    });
    const { proposals, decided } = await page();
    expect([proposals.length, decided.length]).toEqual([0, 1]);
  });

  test('one that makes something worse is refused with its figures, and learned when forced', async () => {
    const { id, text } = await proposed('de mal en pire');
    const lesson = { text, topicId: TOPIC };
    const refusal = await api.post(`/phrases/${id}/accept`, { ...lesson, force: false }, admin);
    expect(refusal.status).toBe(409);
    expect(refusal.json<{ trial: TrialView }>().trial).toMatchObject({ worse: true, after: { right: 8 } });
    expect((await api.post(`/phrases/${id}/accept`, { ...lesson, force: true }, admin)).json()).toMatchObject(
      { trial: { worse: true } },
    );
  });

  test('decided once: the second decision is told of it; it can be taken back', async () => {
    const { id, text } = await proposed();
    expect((await api.post(`/phrases/${id}/refuse`, {}, admin)).json()).toMatchObject({ status: 'refused' });
    const late = await api.post(`/phrases/${id}/accept`, { text, topicId: TOPIC, force: false }, admin);
    expect([late.status, late.json().error.code]).toEqual([409, 'already-decided']);
    expect((await api.post(`/phrases/${id}/reopen`, {}, admin)).json()).toMatchObject({ status: 'proposed' });
  });

  test('is for supervisors of the desk', async () => {
    const { id, text } = await proposed();
    const lesson = { text, topicId: TOPIC };
    const { advisors } = api.data.services;
    const foreign = await api.signIn(
      (
        await advisors.add({
          name: 'M',
          email: 'm@x.example',
          role: 'supervisor',
          deskIds: ['oc-mentor'],
          now: api.data.clock.now(),
        })
      ).id,
    );
    for (const path of ['try', 'refuse', 'reopen']) {
      expect((await api.post(`/phrases/${id}/${path}`, path === 'try' ? lesson : {}, julie)).status).toBe(
        403,
      );
      expect((await api.post(`/phrases/${id}/${path}`, path === 'try' ? lesson : {}, foreign)).status).toBe(
        404,
      );
    }
    expect((await api.get('/teaching', julie)).status).toBe(403);
  });
});
