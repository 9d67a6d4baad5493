import type { ConflictError, MessageView, TicketDetail } from './contract';
import { type AdvisorApiFixture, startAdvisorApi } from './testing/advisor-api-fixture';

let api: AdvisorApiFixture;
let julie: string;
beforeAll(async () => {
  api = await startAdvisorApi();
  julie = await api.signIn('advisor-mentor-1');
});
afterAll(() => api.stop());
afterEach(() => expect(api.errors).toEqual([]));

/** GET as Julie, of the desk of mentors. */
const read = <T>(path: string): Promise<T> => api.read<T>(path, julie);
const fileOne = () => api.file({ deskId: 'oc-mentor', personId: 'mentor-chloe' });
const errorOf = (answer: { json<T>(): T }) => answer.json<ConflictError>().error;

describe('writing', () => {
  const write = (id: string, body: object, as = julie) => api.post(`/tickets/${id}/messages`, body, as);

  test('a reply sets the ticket waiting, goes to the conversation, and is marked there once delivered', async () => {
    const ticket = await fileOne();
    const answer = await write(ticket.id, { kind: 'reply', text: ' Bonjour Chloé. ', clientId: 'one' });
    expect(answer.status).toBe(200);
    const written = answer.json<MessageView>();
    expect(written).toMatchObject({ kind: 'reply', authorName: 'Julie Carpentier', text: 'Bonjour Chloé.' });

    await deliverOutbox();
    const detail = await read<TicketDetail>(`/tickets/${ticket.id}`);
    expect(detail).toMatchObject({ status: 'waiting', waitingSince: null });
    expect(detail.transcript.at(-1)).toMatchObject({
      author: 'advisor',
      text: 'Bonjour Chloé.',
      messageId: written.id,
    });
  });

  test('a note stays inside: neither the state nor the conversation changes', async () => {
    const ticket = await fileOne();
    await write(ticket.id, { kind: 'note', text: 'À voir avec la compta.', clientId: 'one' });
    await deliverOutbox();
    const detail = await read<TicketDetail>(`/tickets/${ticket.id}`);
    expect(detail.status).toBe('new');
    expect(detail.messages).toMatchObject([{ kind: 'note', text: 'À voir avec la compta.' }]);
    expect(detail.transcript).toHaveLength(1);
  });

  test('the same client id writes once, also when sent twice at the same instant', async () => {
    const ticket = await fileOne();
    const body = { kind: 'reply', text: 'Bonjour.', clientId: 'twice' };
    const answers = await Promise.all([write(ticket.id, body), write(ticket.id, body)]);
    const again = await write(ticket.id, body);
    const ids = new Set([...answers, again].map((answer) => answer.json<MessageView>().id));
    expect(ids.size).toBe(1);
    const detail = await read<TicketDetail>(`/tickets/${ticket.id}`);
    expect(detail.messages).toHaveLength(1);
  });

  test('two advisors may choose the same client id', async () => {
    const ticket = await fileOne();
    const mathis = await api.signIn('advisor-mentor-2');
    const body = { kind: 'note', text: 'Vu.', clientId: 'same' };
    const one = (await write(ticket.id, body)).json<MessageView>();
    const other = (await write(ticket.id, body, mathis)).json<MessageView>();
    expect(other.id).not.toBe(one.id);
    expect(other.authorName).toBe('Mathis Colin');
  });

  test('a reply to a closed ticket is refused with the ticket as it is', async () => {
    const ticket = await fileOne();
    await api.post(`/tickets/${ticket.id}/status`, { status: 'closed', version: 1 }, julie);
    const answer = await write(ticket.id, { kind: 'reply', text: 'Bonjour.', clientId: 'late' });
    expect(answer.status).toBe(409);
    expect(answer.json<ConflictError>()).toMatchObject({
      error: { code: 'transition-refused' },
      current: { status: 'closed' },
    });
  });

  test.each([
    ['no JSON at all', 'kind=reply', 400, 'malformed-json'],
    ['a missing text', { kind: 'reply', clientId: 'a' }, 400, 'invalid'],
    ['an empty body', {}, 400, 'invalid'],
    ['more than 64 KB', { kind: 'note', text: 'x'.repeat(70_000), clientId: 'a' }, 413, 'body-too-large'],
  ])('%s is refused', async (_what, body, status, code) => {
    const ticket = await fileOne();
    const answer = await api.post(`/tickets/${ticket.id}/messages`, body, julie);
    expect(answer.status).toBe(status);
    expect(errorOf(answer).code).toBe(code);
  });

  async function deliverOutbox(): Promise<void> {
    const { services, clock } = api.data;
    for (const { id, payload } of await services.outbox.claim(clock.now(), 100)) {
      if (payload.kind === 'conversation-message') {
        const { conversationId, activityId, author, text } = payload;
        const activity = { activityId, author, text, payload: { type: 'message', text } };
        await services.conversations.append({ conversationId, activity, now: clock.now() });
      }
      await services.outbox.markSent(id, clock.now());
    }
  }
});
