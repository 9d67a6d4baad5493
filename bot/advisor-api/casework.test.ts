import type { TicketDetail, TicketSummary, MessageView, SlotView } from './contract';
import type { FilledReply, LinkView, ReplyView, TopicChoices, FileView } from './contract-tickets';
import { type AdvisorApiFixture, type Answer, startAdvisorApi } from './testing/advisor-api-fixture';

let api: AdvisorApiFixture;
let julie: string;
let nadia: string;
beforeAll(async () => {
  api = await startAdvisorApi();
  julie = await api.signIn('advisor-mentor-1');
  nadia = await api.signIn('advisor-abc-1');
});
afterAll(() => api.stop());
afterEach(() => expect(api.errors).toEqual([]));

const file = (rest: object = {}) => api.file({ deskId: 'oc-mentor', personId: 'mentor-chloe', ...rest });
const post = async <T>(path: string, body: object): Promise<T> => {
  const answer = await api.post(path, body, julie);
  expect({ path, status: answer.status, text: answer.text }).toMatchObject({ status: 200 });
  return answer.json<T>();
};
const refusal = (answer: Answer) => ({ status: answer.status, code: answer.json().error.code });
const detail = (id: string) => api.read<TicketDetail>(`/tickets/${id}`, julie);
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const upload = (
  ticketId: string,
  name: string,
  content: Buffer,
  cookie = julie,
  type = 'application/octet-stream',
) =>
  fetch(`${api.url}/api/advisor/tickets/${ticketId}/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { cookie, 'content-type': type },
    body: new Uint8Array(content),
  });

describe('topic', () => {
  test('what the text is likely about comes first; another topic stands in the history in words', async () => {
    const ticket = await file();
    const choices = await api.read<TopicChoices>(`/tickets/${ticket.id}/topics?text=facture`, julie);
    expect(choices.topics.map(({ id }) => id)).toEqual(['oc-mentor.invoicing', 'oc-mentor.payment-late']);
    expect(choices.suggested).toContain('oc-mentor.invoicing');
    const changed = await post<TicketSummary>(`/tickets/${ticket.id}/topic`, {
      topicId: 'oc-mentor.invoicing',
      version: ticket.version,
    });
    expect(changed).toMatchObject({ topicId: 'oc-mentor.invoicing', category: 'other' });
    expect((await detail(ticket.id)).events.find(({ kind }) => kind === 'category-changed')).toMatchObject({
      actor: 'Julie Carpentier',
      detail: { from: 'Titre de oc-mentor.payment-late', to: 'Titre de oc-mentor.invoicing' },
    });
  });

  test('a topic of another desk is refused, and a stale version gets the ticket as it is', async () => {
    const ticket = await file();
    const foreign = { topicId: 'abc.contact', version: ticket.version };
    expect(refusal(await api.post(`/tickets/${ticket.id}/topic`, foreign, julie))).toEqual({
      status: 422,
      code: 'unknown-topic',
    });
    const stale = { topicId: 'oc-mentor.invoicing', version: 99 };
    expect(refusal(await api.post(`/tickets/${ticket.id}/topic`, stale, julie))).toEqual({
      status: 409,
      code: 'conflict',
    });
  });
});

describe('merging', () => {
  test('the target shows messages, conversation, facts and files of both; taking it back parts them', async () => {
    const target = await file();
    const facts = [{ key: 'month', label: 'Mois', value: 'octobre', source: 'said' as const }];
    const source = await file({ facts });
    const duplicates = await api.read<{ tickets: TicketSummary[] }>(
      `/tickets/${source.id}/duplicates`,
      julie,
    );
    expect(duplicates.tickets.map(({ id }) => id)).toContain(target.id);
    await post(`/tickets/${source.id}/messages`, { kind: 'note', text: 'doublon ?', clientId: 'n' });
    await post(`/tickets/${source.id}/merge`, { into: target.reference, version: source.version });
    const merged = await detail(target.id);
    expect(merged.merged).toMatchObject([{ reference: source.reference, facts }]);
    expect(merged.messages.map(({ text }) => text)).toContain('doublon ?');
    expect(merged.transcript).toHaveLength(2);
    expect(new Set(merged.transcript.map(({ sequence }) => sequence)).size).toBe(2);
    expect(merged.attachments).toHaveLength(2);
    expect(await detail(source.id)).toMatchObject({ status: 'merged', mergedInto: target.reference });
    await post(`/tickets/${source.id}/unmerge`, {});
    expect(await detail(source.id)).toMatchObject({ status: 'new', mergedInto: null });
    expect((await detail(target.id)).merged).toEqual([]);
  });

  test.each([
    ["somebody else's", () => file({ personId: 'mentor-alice' }), 422, 'other-person'],
    ['one of a desk that is not hers', () => api.file({ deskId: 'abc' }), 404, 'not-found'],
  ])('not into %s', async (_, other, status, code) => {
    const source = await file();
    const body = { into: (await other()).id, version: source.version };
    expect(refusal(await api.post(`/tickets/${source.id}/merge`, body, julie))).toEqual({ status, code });
  });
});

test('a second request becomes a ticket of its own, linked, once', async () => {
  const ticket = await file();
  const body = { text: 'et ma facture ?', topicId: 'oc-mentor.invoicing', clientId: 's1' };
  const second = await post<TicketSummary>(`/tickets/${ticket.id}/split`, body);
  expect(await post(`/tickets/${ticket.id}/split`, body)).toMatchObject({ id: second.id });
  expect((await detail(ticket.id)).links).toEqual([
    {
      reference: second.reference,
      subject: 'et ma facture ?',
      status: 'new',
      kind: 'split',
      role: 'from',
    },
  ]);
});

test('tickets are linked by their reference, and unlinked', async () => {
  const [one, other] = [await file(), await file({ personId: 'mentor-alice' })];
  const { links } = await post<{ links: LinkView[] }>(`/tickets/${one.id}/links`, {
    ticket: other.reference,
  });
  expect(links).toMatchObject([{ reference: other.reference, kind: 'related' }]);
  expect(await post(`/tickets/${one.id}/links/remove`, { ticket: other.id })).toEqual({ links: [] });
});

describe('files of a reply', () => {
  test('are checked by their content, sent with the reply, and stand under it', async () => {
    const ticket = await file();
    const answer = await upload(ticket.id, '../capture.txt', PNG);
    expect(answer.status).toBe(200);
    const sent = (await answer.json()) as FileView;
    expect(sent).toMatchObject({ name: 'capture.txt', contentType: 'image/png', size: PNG.length });
    expect((await detail(ticket.id)).attachments.map(({ id }) => id)).not.toContain(sent.id);
    const written = await post<MessageView>(`/tickets/${ticket.id}/messages`, {
      kind: 'reply',
      text: 'Voici la capture.',
      clientId: 'f1',
      files: [sent.id, sent.id],
    });
    expect((await detail(ticket.id)).attachments).toContainEqual({ ...sent, messageId: written.id });
    const payloads = (await api.data.services.outbox.claim(api.data.clock.now(), 500)).map(
      ({ payload }) => payload,
    );
    expect(payloads).toContainEqual(expect.objectContaining({ kind: 'conversation-message', files: [sent] }));
  });

  test.each([
    ['a program', 'outil.png', Buffer.from('MZ\u0090\u0000\u0003'), 422, 'file-refused'],
    ['a page', 'page.txt', Buffer.from('<!doctype html><script>alert(1)</script>'), 422, 'file-refused'],
    ['one over 10 MB', 'grand.png', Buffer.alloc(10 * 1024 * 1024 + 1), 413, 'file-too-large'],
  ])('%s is refused', async (_, name, content, status, code) => {
    const ticket = await file();
    const answer = await upload(ticket.id, name, content);
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({
      status,
      body: { error: { code } },
    });
  });

  test("a colleague's file, one of another ticket, and one that was sent already are not sent", async () => {
    const ticket = await file();
    const { id } = (await (await upload(ticket.id, 'a.png', PNG)).json()) as FileView;
    const send = (ticketId: string, clientId: string, cookie = julie) =>
      api.post(`/tickets/${ticketId}/messages`, { kind: 'reply', text: 'x', clientId, files: [id] }, cookie);
    const colleague = await api.signIn('advisor-mentor-2');
    expect((await send(ticket.id, 'c1', colleague)).status).toBe(404);
    expect((await send((await file()).id, 'c2')).status).toBe(404);
    expect((await send(ticket.id, 'c3')).status).toBe(200);
    expect((await send(ticket.id, 'c4')).status).toBe(404);
  });

  test('only our own page can upload, and only to a ticket of her desks', async () => {
    const ticket = await file();
    expect((await upload(ticket.id, 'a.png', PNG, nadia)).status).toBe(404);
    expect((await upload(ticket.id, 'a.png', PNG, julie, 'text/plain')).status).toBe(415);
  });
});

describe('an appointment', () => {
  test('free times are offered to the requester, and the ticket waits for her', async () => {
    const ticket = await api.file({ deskId: 'abc', personId: 'abc-camille' });
    const { slots } = await api.read<{ slots: SlotView[] }>(`/tickets/${ticket.id}/slots`, nadia);
    const chosen = slots.slice(0, 2).map(({ advisorId, startsAt }) => ({ advisorId, startsAt }));
    const body = {
      text: 'Parlons-en.',
      shown: 'Parlons-en. Jeudi ?',
      channel: 'teams',
      slots: chosen,
      clientId: 'p',
    };
    const answers = [
      await api.post(`/tickets/${ticket.id}/proposal`, body, nadia),
      await api.post(`/tickets/${ticket.id}/proposal`, body, nadia),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const shown = await api.read<TicketDetail>(`/tickets/${ticket.id}`, nadia);
    expect(shown.status).toBe('waiting');
    expect(shown.messages.map(({ text }) => text)).toEqual(['Parlons-en. Jeudi ?']);
    expect(shown.events.filter(({ kind }) => kind === 'appointment-proposed')).toHaveLength(1);
  });

  test('with somebody of another desk it is refused', async () => {
    const ticket = await file();
    const body = {
      text: '',
      shown: 'x',
      channel: 'teams',
      slots: [{ advisorId: 'advisor-abc-1', startsAt: '2026-11-20T09:00:00.000Z' }],
      clientId: 'p',
    };
    expect((await api.post(`/tickets/${ticket.id}/proposal`, body, julie)).status).toBe(422);
  });
});

describe('replies that a desk uses again', () => {
  test('a supervisor writes, changes and archives them; an advisor uses them filled', async () => {
    const created = await post<ReplyView>('/replies', {
      desk: 'oc-mentor',
      title: 'Essai',
      text: 'Bonjour {firstName}, {reference}',
      category: 'payment',
    });
    expect(created).toMatchObject({ version: 1, updatedBy: 'Julie Carpentier', archived: false });
    const edit = { title: 'Essai', text: 'Bonjour {firstName} !', category: null };
    expect(await post(`/replies/${created.id}`, { ...edit, version: 1 })).toMatchObject({ version: 2 });
    const stale = await api.post(`/replies/${created.id}`, { ...edit, text: 'Autre', version: 1 }, julie);
    expect(refusal(stale)).toEqual({ status: 409, code: 'reply-changed' });
    expect(stale.json<{ current: ReplyView }>().current.text).toBe('Bonjour {firstName} !');
    const filledFor = async (personId: string | null) => {
      const ticket = await file({ personId });
      const { replies } = await api.read<{ replies: FilledReply[] }>(`/tickets/${ticket.id}/replies`, julie);
      return replies.find(({ id }) => id === created.id);
    };
    expect(await filledFor('mentor-chloe')).toMatchObject({ text: 'Bonjour Chloé !', missing: [] });
    expect(await filledFor(null)).toMatchObject({ text: 'Bonjour {firstName} !', missing: ['firstName'] });
    await post(`/replies/${created.id}/archive`, { archived: true });
    expect(await filledFor('mentor-chloe')).toBeUndefined();
    const { replies } = await api.read<{ replies: ReplyView[] }>('/replies?archived=yes', julie);
    expect(replies.find(({ id }) => id === created.id)?.archived).toBe(true);
  });

  test('an unknown field is named', async () => {
    const answer = await api.post(
      '/replies',
      { desk: 'oc-mentor', title: 'Autre', text: 'Bonjour {prenom}', category: null },
      julie,
    );
    expect(refusal(answer)).toEqual({ status: 422, code: 'unknown-fields' });
    expect(answer.text).toContain('{prenom}');
  });

  test('an advisor does not change them; another desk does not see them', async () => {
    const colleague = await api.signIn('advisor-mentor-2');
    const body = { desk: 'oc-mentor', title: 'Non', text: 'x', category: null };
    expect(refusal(await api.post('/replies', body, colleague))).toEqual({
      status: 403,
      code: 'supervisors-only',
    });
    const { replies } = await api.read<{ replies: ReplyView[] }>('/replies', nadia);
    expect(replies.filter(({ desk }) => desk !== 'abc')).toEqual([]);
    const created = await post<ReplyView>('/replies', { ...body, title: 'Ici' });
    expect((await api.post(`/replies/${created.id}/archive`, { archived: true }, nadia)).status).toBe(404);
  });

  test('a reply in which a field still stands is not sent; a note may speak of one', async () => {
    const ticket = await file();
    const write = (kind: string) =>
      api.post(
        `/tickets/${ticket.id}/messages`,
        { kind, text: 'Bonjour {firstName}', clientId: kind },
        julie,
      );
    expect(refusal(await write('reply'))).toEqual({ status: 422, code: 'unfilled-fields' });
    expect((await write('note')).status).toBe(200);
  });
});
