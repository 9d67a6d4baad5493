import type { Ticket } from '../../data/tickets/types';
import type { MessageView } from './contract';
import type { LiveView, PresentAdvisors } from './contract-live';
import { type AdvisorApiFixture, startAdvisorApi } from './testing/advisor-api-fixture';

let api: AdvisorApiFixture;
let nadia: string;
let pierre: string;
let julie: string;
let ticket: Ticket;

beforeEach(async () => {
  api = await startAdvisorApi();
  nadia = await api.signIn('advisor-abc-1');
  pierre = await api.signIn('advisor-abc-2');
  julie = await api.signIn('advisor-mentor-1');
  ticket = await api.file({ deskId: 'abc', personId: 'abc-camille' });
});
afterEach(() => api.stop());

const path = (rest = ''): string => `/live/tickets/${ticket.reference}${rest}`;
const take = (cookie: string, from: string | null = null) => api.post(path('/take-over'), { from }, cookie);
const look = (cookie: string, writing: 'reply' | 'note' | null = null, here = true) =>
  api.post(path('/presence'), { tabId: 'tab', here, writing }, cookie);
const write = (cookie: string, text: string, seenReplyId?: string | null) =>
  api.post(`/tickets/${ticket.id}/messages`, { kind: 'reply', text, clientId: text, seenReplyId }, cookie);

describe('taking a chat over', () => {
  test('one advisor holds it, the other is told who, and may take it from her', async () => {
    expect((await take(nadia)).json<LiveView>()).toMatchObject({
      takeable: true,
      hold: { advisor: { id: 'advisor-abc-1', name: 'Nadia Benali' } },
    });
    const refused = await take(pierre);
    expect(refused.status).toBe(409);
    expect(refused.json()).toMatchObject({
      error: { code: 'chat-held' },
      hold: { advisor: { id: 'advisor-abc-1' } },
    });
    expect((await take(pierre, 'advisor-abc-1')).json<LiveView>().hold?.advisor.id).toBe('advisor-abc-2');
    expect((await api.read<LiveView>(path(), nadia)).hold?.advisor.id).toBe('advisor-abc-2');
  });

  test('only who holds it hands it back', async () => {
    await take(nadia);
    expect((await api.post(path('/hand-back'), {}, pierre)).json<LiveView>().hold).not.toBeNull();
    expect((await api.post(path('/hand-back'), {}, nadia)).json<LiveView>().hold).toBeNull();
  });

  test('who signs out hands back what she holds, unless she is still there elsewhere', async () => {
    const again = await api.signIn('advisor-abc-1');
    await take(nadia);
    await look(again);
    await api.post('/sign-out', {}, nadia);
    expect((await api.read<LiveView>(path(), pierre)).hold).not.toBeNull();
    await api.post('/sign-out', {}, again);
    expect((await api.read<LiveView>(path(), pierre)).hold).toBeNull();
  });

  test('a ticket without a chat, and one that has ended, cannot be taken over', async () => {
    const { tickets } = api.data.services;
    const actor = { kind: 'advisor', id: 'advisor-abc-1' } as const;
    const now = api.data.clock.now();
    await tickets.changeStatus({ ticketId: ticket.id, to: 'closed', actor, expectedVersion: null, now });
    expect((await api.read<LiveView>(path(), nadia)).takeable).toBe(false);
    expect((await take(nadia)).json()).toMatchObject({ error: { code: 'chat-not-takeable' } });
    ticket = await api.file({ deskId: 'abc', conversationId: null });
    expect(await api.read<LiveView>(path(), nadia)).toMatchObject({ takeable: false, requester: null });
    expect((await take(nadia)).status).toBe(409);
  });
});

describe('who is there', () => {
  test('colleagues on a ticket see each other, and what is written; oneself not', async () => {
    await look(nadia, 'note');
    expect((await look(pierre)).json<LiveView>().viewers).toEqual([
      { id: 'advisor-abc-1', name: 'Nadia Benali', writing: 'note' },
    ]);
    expect((await api.read<LiveView>(path(), nadia)).viewers).toEqual([
      { id: 'advisor-abc-2', name: 'Pierre Lemoine', writing: null },
    ]);
    await look(pierre, null, false);
    expect((await api.read<LiveView>(path(), nadia)).viewers).toEqual([]);
  });

  test('a reply that is being written is shown to the requester, a note never', async () => {
    await look(nadia, 'note');
    await look(nadia);
    expect(api.typed).toEqual([]);
    await look(nadia, 'reply');
    expect(api.typed).toEqual([`Nadia Benali in ${ticket.conversationId}`]);
  });

  test('the requester: in her chat, writing, or when she was last there', async () => {
    const chat = { conversationId: ticket.conversationId ?? '', deskId: 'abc' };
    const requester = async () => (await api.read<LiveView>(path(), nadia)).requester;
    expect(await requester()).toMatchObject({ here: false, writing: false });
    const closed = api.presence.chatOpened(chat);
    api.presence.requesterWriting(chat);
    expect(await requester()).toMatchObject({ here: true, writing: true });
    api.data.clock.set(new Date(api.data.clock.now().getTime() + 60_000));
    closed();
    expect(await requester()).toEqual({
      here: false,
      writing: false,
      lastSeenAt: api.data.clock.now().toISOString(),
    });
  });

  test('advisors with Guichet open, of one’s own desks only', async () => {
    const streams = await Promise.all(
      [nadia, julie].map((cookie) => fetch(`${api.url}/api/advisor/events`, { headers: { cookie } })),
    );
    expect(await api.read<PresentAdvisors>('/live/advisors', pierre)).toEqual({
      advisorIds: ['advisor-abc-1'],
    });
    expect(await api.read<PresentAdvisors>('/live/advisors', julie)).toEqual({
      advisorIds: ['advisor-mentor-1'],
    });
    await Promise.all(streams.map((stream) => stream.body?.cancel()));
  });
});

describe('nothing of another desk', () => {
  test.each(['', '/presence', '/take-over', '/hand-back'])('/live/tickets/:id%s', async (rest) => {
    const bodies: Readonly<Record<string, object>> = {
      '/presence': { tabId: 'tab', here: true, writing: 'reply' },
      '/take-over': { from: null },
    };
    const call = (cookie: string) =>
      rest === '' ? api.get(path(), cookie) : api.post(path(rest), bodies[rest] ?? {}, cookie);
    expect((await call(julie)).status).toBe(404);
    expect((await call('')).status).toBe(401);
    expect((await call(nadia)).status).toBe(200);
    expect(api.typed.filter((typed) => typed.startsWith('Julie'))).toEqual([]);
  });

  test('her stream hears of the desk’s presence, a stranger’s does not', async () => {
    const heard = async (cookie: string): Promise<string> => {
      const stream = await fetch(`${api.url}/api/advisor/events`, { headers: { cookie } });
      const reader = stream.body?.getReader();
      await reader?.read();
      await look(nadia, 'reply');
      await look(nadia, null, false);
      const own = await api.file({ deskId: 'oc-mentor' });
      expect(own.deskId).toBe('oc-mentor');
      const chunk = await Promise.race([
        reader?.read().then(({ value }) => new TextDecoder().decode(value)),
        new Promise<string>((resolve) => setTimeout(() => resolve(''), 300)),
      ]);
      await reader?.cancel();
      return chunk ?? '';
    };
    expect(await heard(pierre)).toContain(`"type":"live","ticketId":"${ticket.id}"`);
    expect(await heard(julie)).not.toContain(ticket.id);
  });
});

describe('a reply that crosses a colleague’s', () => {
  test('is refused with hers, and goes once it has been seen', async () => {
    const first = (await write(nadia, 'Bonjour', null)).json<MessageView>();
    const refused = await write(pierre, 'Moi aussi', null);
    expect(refused.status).toBe(409);
    expect(refused.json()).toMatchObject({
      error: { code: 'replied-meanwhile' },
      replies: [{ id: first.id, text: 'Bonjour', authorName: 'Nadia Benali' }],
    });
    expect(await api.data.services.tickets.messages(ticket.id)).toHaveLength(1);
    expect((await write(pierre, 'Moi aussi', first.id)).status).toBe(200);
    expect((await write(pierre, 'Et encore', first.id)).status).toBe(200);
    expect((await write(nadia, 'Sans regarder')).status).toBe(200);
  });

  test('sent again after its answer was lost it is written once, whatever came in between', async () => {
    await write(nadia, 'Bonjour', null);
    await write(pierre, 'Tiens');
    expect((await write(nadia, 'Bonjour', null)).status).toBe(200);
    expect(await api.data.services.tickets.messages(ticket.id)).toHaveLength(2);
  });
});
