import type { TicketDetail } from './contract';
import type { SimilarCounts } from './contract-queue';
import type { ManyAnswered, SimilarTickets } from './contract-tickets';
import { type AdvisorApiFixture, startAdvisorApi } from './testing/advisor-api-fixture';

let api: AdvisorApiFixture;
let julie: string;
beforeAll(async () => {
  api = await startAdvisorApi();
  julie = await api.signIn('advisor-mentor-1');
});
afterAll(() => api.stop());
afterEach(() => expect(api.errors).toEqual([]));

const file = (rest: object = {}) => api.file({ deskId: 'oc-mentor', personId: 'mentor-chloe', ...rest });
const post = async <T>(path: string, body: object): Promise<T> => {
  const answer = await api.post(path, body, julie);
  expect({ path, status: answer.status, text: answer.text }).toMatchObject({ status: 200 });
  return answer.json<T>();
};
const detail = (id: string) => api.read<TicketDetail>(`/tickets/${id}`, julie);

describe('many at once', () => {
  test('tickets of one cause are found by topic and text', async () => {
    const say = (subject: string, rest: object = {}) => file({ subject, ...rest });
    const ticket = await say('Le virement du 5 novembre a échoué');
    const alike = await say('virement de novembre échoué', { personId: 'mentor-alice' });
    const apart = await say('Quel est mon tarif horaire ?', { personId: 'mentor-alice' });
    await say('Le virement du 5 novembre a échoué', { topicId: 'oc-mentor.invoicing' });
    const { tickets, count } = await api.read<SimilarTickets>(`/tickets/${ticket.id}/similar`, julie);
    expect(tickets[0]).toMatchObject({ ticket: { id: ticket.id }, similar: true });
    expect(tickets.find((one) => one.ticket.id === alike.id)?.similar).toBe(true);
    expect(tickets.find((one) => one.ticket.id === apart.id)?.similar).toBe(false);
    expect(count).toBe(tickets.filter(({ similar }) => similar).length - 1);
  });

  test('rows of the queue say with how many others they could be answered; one that stands alone says nothing', async () => {
    const topicId = 'oc-mentor.payment-failed-run';
    const first = await file({ topicId, subject: 'le virement de la semaine est revenu en erreur' });
    const alike = await file({ topicId, subject: 'virement de cette semaine revenu en erreur' });
    const apart = await file({ topicId, subject: 'quel est mon plafond annuel ?' });
    const elsewhere = await file({ topicId: `${topicId}-2`, subject: first.subject });
    const settled = await file({ topicId, subject: first.subject });
    await post(`/tickets/${settled.id}/status`, { status: 'solved', version: settled.version });
    const foreign = await api.file({ deskId: 'abc', topicId, subject: first.subject });
    const ids = [first, alike, apart, elsewhere, settled, foreign].map(({ id }) => id);
    const { counts } = await api.read<SimilarCounts>(`/similar?tickets=${ids.join(',')}`, julie);
    expect(counts).toEqual({ [first.id]: 1, [alike.id]: 1 });
    const { count } = await api.read<SimilarTickets>(`/tickets/${first.id}/similar`, julie);
    expect(count).toBe(counts[first.id]);
  });

  test('each is told in her own chat, once; one that a field is missing for is left out', async () => {
    const known = [await file(), await file({ personId: 'mentor-alice' })];
    const visitor = await file({ personId: null });
    const body = {
      tickets: [...known, visitor].map(({ id }) => id),
      text: 'Bonjour {firstName}, c’est réparé ({reference}).',
      solve: true,
      clientId: 'm1',
    };
    const { results } = await post<ManyAnswered>('/answers', body);
    expect(results.map(({ outcome }) => outcome)).toEqual(['told', 'told', 'missing-fields']);
    expect(results[2]?.missing).toEqual(['firstName']);
    await post('/answers', body);
    for (const [index, name] of ['Chloé', 'Alice'].entries()) {
      const told = await detail(known[index]?.id ?? '');
      expect(told.status).toBe('solved');
      expect(told.messages.map(({ text }) => text)).toEqual([
        `Bonjour ${name}, c’est réparé (${told.reference}).`,
      ]);
    }
    expect((await detail(visitor.id)).status).toBe('new');
  });

  test('one of another desk among them: nobody is told anything', async () => {
    const [own, foreign] = [await file(), await api.file({ deskId: 'abc' })];
    const body = { tickets: [own.id, foreign.id], text: 'x', solve: false, clientId: 'm2' };
    expect((await api.post('/answers', body, julie)).status).toBe(404);
    expect((await detail(own.id)).messages).toEqual([]);
  });
});
