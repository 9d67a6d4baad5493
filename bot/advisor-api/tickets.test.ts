import type { AdvisorRef, ConflictError, Me, TicketDetail, TicketList, TicketSummary } from './contract';
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

describe('me', () => {
  test('says who is signed in, on which desks and what time it is', async () => {
    const me = await read<Me>('/me');
    expect(me).toMatchObject({
      id: 'advisor-mentor-1',
      name: 'Julie Carpentier',
      role: 'supervisor',
      desks: [{ id: 'oc-mentor', name: 'Mentors', zone: 'Europe/Paris' }],
      now: api.data.clock.now().toISOString(),
    });
  });

  test('without a session: 401, and what to do', async () => {
    const answer = await api.get('/me');
    expect(answer.status).toBe(401);
    expect(errorOf(answer)).toEqual({
      code: 'signed-out',
      message: expect.stringContaining('Reconnectez-vous') as string,
    });
    expect((await api.get('/me', 'guichet_session=made-up')).status).toBe(401);
  });

  test('nothing of the API is kept in a cache', async () => {
    expect((await api.get('/me', julie)).headers.get('cache-control')).toBe('no-store');
  });
});

describe('lists', () => {
  test('a new ticket stands under unassigned and to answer, with its topic and who waits since when', async () => {
    const before = await read<TicketList>('/tickets?view=unassigned');
    const ticket = await fileOne();
    const after = await read<TicketList>('/tickets?view=unassigned');
    expect(after.counts.unassigned).toBe(before.counts.unassigned + 1);
    expect(after.tickets.find(({ id }) => id === ticket.id)).toMatchObject({
      reference: ticket.reference,
      topicTitle: 'Titre de oc-mentor.payment-late',
      personName: 'Chloé Vasseur',
      assignee: null,
      status: 'new',
      waitingSince: api.data.clock.now().toISOString(),
    });
    const open = await read<TicketList>('/tickets');
    expect(open.tickets.map(({ id }) => id)).toContain(ticket.id);
  });

  test('whoever has waited longest stands first', async () => {
    const { clock } = api.data;
    await fileOne();
    clock.set(new Date(clock.now().getTime() + 60_000));
    await fileOne();
    const { tickets } = await read<TicketList>('/tickets?view=open');
    const since = tickets.map(({ waitingSince }) => Date.parse(waitingSince ?? ''));
    expect(since).toEqual([...since].sort((one, other) => one - other));
  });

  test('what is overdue stands in its own view, with its count, and says since when', async () => {
    const { clock } = api.data;
    const filedAt = clock.now();
    const ticket = await api.file({ deskId: 'oc-mentor', personId: 'mentor-chloe', priority: 'urgent' });
    const before = await read<TicketList>('/tickets?view=overdue');
    expect(before.tickets.map(({ id }) => id)).not.toContain(ticket.id);
    clock.set(new Date(filedAt.getTime() + 2 * 3_600_000));
    const after = await read<TicketList>('/tickets?view=overdue');
    expect(after.counts.overdue).toBe(after.tickets.length);
    const { sla } = after.tickets.find(({ id }) => id === ticket.id) ?? {};
    expect(sla).toMatchObject({
      firstReply: { state: 'breached', doneAt: null },
      resolution: { state: 'on-time', doneAt: null },
    });
    expect(Date.parse(sla?.firstReply.dueAt ?? '')).toBeGreaterThan(filedAt.getTime());
    const { tickets } = await read<TicketList>('/tickets?view=open');
    expect(tickets.find(({ id }) => id === ticket.id)?.sla).toEqual(sla);
    clock.set(filedAt);
  });

  test('an unknown view is refused, and the answer says which field', async () => {
    const answer = await api.get('/tickets?view=nope', julie);
    expect(answer.status).toBe(400);
    expect(errorOf(answer).message).toContain('view');
  });
});

describe('a ticket', () => {
  test('by id and by reference, in any case', async () => {
    const ticket = await fileOne();
    const byId = await read<TicketDetail>(`/tickets/${ticket.id}`);
    expect(await read<TicketDetail>(`/tickets/${ticket.reference.toLowerCase()}`)).toEqual(byId);
  });

  test('carries the conversation, the files, the person and the history', async () => {
    const ticket = await fileOne();
    const detail = await read<TicketDetail>(`/tickets/${ticket.id}`);
    expect(detail.transcript).toMatchObject([{ author: 'tutor', text: 'jai pa été payé', messageId: null }]);
    expect(detail.attachments).toMatchObject([{ name: 'relevé "novembre".png', contentType: 'image/png' }]);
    expect(detail.person).toMatchObject({ id: 'mentor-chloe', name: 'Chloé Vasseur' });
    expect(detail.person?.otherTickets.map(({ reference }) => reference)).not.toContain(ticket.reference);
    expect(detail.events).toMatchObject([{ kind: 'filed', actor: 'Chloé Vasseur' }]);
  });

  test('of somebody unknown has no person', async () => {
    const ticket = await api.file({ deskId: 'oc-mentor' });
    const detail = await read<TicketDetail>(`/tickets/${ticket.id}`);
    expect(detail).toMatchObject({ person: null, personName: null });
  });
});

describe('assigning', () => {
  const assign = (id: string, assigneeId: string | null, version: number) =>
    api.post(`/tickets/${id}/assign`, { assigneeId, version }, julie);
  const nameOf = (assignee: AdvisorRef | null) => assignee?.name ?? null;

  test('to oneself, to a colleague, to nobody; the history says to whom by name', async () => {
    const ticket = await fileOne();
    const mine = (await assign(ticket.id, 'advisor-mentor-1', 1)).json<TicketSummary>();
    expect({ name: nameOf(mine.assignee), status: mine.status }).toEqual({
      name: 'Julie Carpentier',
      status: 'open',
    });
    const his = (await assign(ticket.id, 'advisor-mentor-2', mine.version)).json<TicketSummary>();
    expect(nameOf(his.assignee)).toBe('Mathis Colin');
    const free = (await assign(ticket.id, null, his.version)).json<TicketSummary>();
    expect(free.assignee).toBeNull();
    const { events } = await read<TicketDetail>(`/tickets/${ticket.id}`);
    const assignments = events.filter(({ kind }) => kind === 'assigned');
    expect(assignments.map(({ actor, detail }) => [actor, detail.to])).toEqual([
      ['Julie Carpentier', 'Julie Carpentier'],
      ['Julie Carpentier', 'Mathis Colin'],
      ['Julie Carpentier', null],
    ]);
  });

  test('with a stale version: 409 with the ticket as it is now', async () => {
    const ticket = await fileOne();
    await assign(ticket.id, 'advisor-mentor-2', 1);
    const answer = await assign(ticket.id, 'advisor-mentor-1', 1);
    expect(answer.status).toBe(409);
    expect(answer.json<ConflictError>()).toMatchObject({
      error: { code: 'conflict' },
      current: { assignee: { name: 'Mathis Colin' } },
    });
  });

  test.each(['advisor-abc-1', 'nobody-knows'])('to somebody who is not of the desk (%s): 422', async (id) => {
    const ticket = await fileOne();
    const answer = await assign(ticket.id, id, 1);
    expect(answer.status).toBe(422);
    expect(errorOf(answer).code).toBe('assignee-not-of-desk');
  });
});

describe('the priority', () => {
  test('changes the deadlines, and stands in the history', async () => {
    const ticket = await fileOne();
    const before = await read<TicketDetail>(`/tickets/${ticket.id}`);
    const change = { priority: 'urgent', version: 1 };
    const answer = await api.post(`/tickets/${ticket.id}/priority`, change, julie);
    const urgent = answer.json<TicketSummary>();
    expect(urgent).toMatchObject({ priority: 'urgent', version: 2 });
    const { firstReply } = urgent.sla;
    expect(Date.parse(firstReply.dueAt ?? '')).toBeLessThan(Date.parse(before.sla.firstReply.dueAt ?? ''));
    const { events } = await read<TicketDetail>(`/tickets/${ticket.id}`);
    expect(events.at(-1)).toMatchObject({ kind: 'priority-changed', actor: 'Julie Carpentier' });
  });

  test('with a stale version: 409; one that nobody knows: 400', async () => {
    const ticket = await fileOne();
    await api.post(`/tickets/${ticket.id}/priority`, { priority: 'high', version: 1 }, julie);
    const stale = await api.post(`/tickets/${ticket.id}/priority`, { priority: 'low', version: 1 }, julie);
    expect(stale.status).toBe(409);
    const unknown = await api.post(`/tickets/${ticket.id}/priority`, { priority: 'asap', version: 2 }, julie);
    expect(unknown.status).toBe(400);
  });
});

describe('the state', () => {
  const change = (id: string, status: string, version: number) =>
    api.post(`/tickets/${id}/status`, { status, version }, julie);

  test('resolving and taking it back', async () => {
    const ticket = await fileOne();
    const solved = (await change(ticket.id, 'solved', 1)).json<TicketSummary>();
    expect(solved).toMatchObject({ status: 'solved', waitingSince: null });
    const back = (await change(ticket.id, 'open', solved.version)).json<TicketSummary>();
    expect(back.status).toBe('open');
    expect(back.waitingSince).not.toBeNull();
  });

  test('with a stale version: 409 with the ticket as it is now', async () => {
    const ticket = await fileOne();
    await change(ticket.id, 'waiting', 1);
    const answer = await change(ticket.id, 'solved', 1);
    expect(answer.status).toBe(409);
    expect(answer.json<ConflictError>().current).toMatchObject({ status: 'waiting' });
  });

  test('what the lifecycle does not know is refused', async () => {
    const ticket = await fileOne();
    const closed = (await change(ticket.id, 'closed', 1)).json<TicketSummary>();
    const answer = await change(ticket.id, 'open', closed.version);
    expect(answer.status).toBe(409);
    expect(errorOf(answer).code).toBe('transition-refused');
  });
});
