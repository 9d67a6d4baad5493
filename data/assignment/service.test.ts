import { DateTime } from 'luxon';
import type { DeskId } from '../desks/types';
import { connect } from '../prisma/database';
import { openTestData, type TestData } from '../testing';
import type { NewTicket, Ticket } from '../tickets/types';

/** The desk of mentors: Julie (1) and Mathis (2). It is Wednesday 18 November 2026, 10:00. */
const JULIE = 'advisor-mentor-1';
const MATHIS = 'advisor-mentor-2';

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
});
afterEach(() => data.close());

const at = (day: number, time: string): Date =>
  DateTime.fromISO(`2026-11-${day}T${time}`, { zone: 'Europe/Paris' }).toJSDate();

const team = (rest: { categories?: string[]; memberIds?: string[]; name?: string; deskId?: DeskId } = {}) =>
  data.services.assignment.saveTeam({
    deskId: 'oc-mentor',
    name: 'Mentors',
    categories: [],
    memberIds: [JULIE, MATHIS],
    ...rest,
  });

let filed = 0;
const file = (now = at(18, '10:00'), rest: Partial<NewTicket> = {}): Promise<Ticket> =>
  data.services.tickets.file({
    idempotencyKey: `k${(filed += 1)}`,
    deskId: 'oc-mentor',
    personId: 'mentor-chloe',
    conversationId: null,
    topicId: 'oc-mentor.payment-late',
    category: 'payment',
    subject: 'jai pa été payé',
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    now,
    ...rest,
  });

/** A test's own hand on the tables that no service writes yet. */
async function absent(advisorId: string, from: Date, to: Date): Promise<void> {
  const db = connect(data.url.replace('file:', ''));
  await db.advisorAbsence.create({
    data: { id: `absence-${advisorId}-${from.toISOString()}`, advisorId, startsAt: from, endsAt: to },
  });
  await db.$disconnect();
}

const assigneeOf = async ({ id }: Ticket) => (await data.services.tickets.find(id))?.assigneeId;
const history = async ({ id }: Ticket) =>
  (await data.services.tickets.events(id))
    .filter(({ kind }) => kind === 'assigned' || kind === 'released')
    .map(({ kind, actorKind, detail }) => [kind, actorKind, detail]);
const watch = (now: Date) => data.services.assignment.watch(now, 100);
const act = (ticket: Ticket, now: Date) =>
  data.services.tickets.write({
    idempotencyKey: `n${now.toISOString()}`,
    ticketId: ticket.id,
    kind: 'note',
    advisor: { id: JULIE, name: 'Julie Carpentier' },
    text: 'Je regarde.',
    now,
  });

describe('filing', () => {
  it('on a desk without teams gives a request to nobody', async () => {
    const ticket = await file();
    expect(ticket).toMatchObject({ assigneeId: null, status: 'new' });
    expect(await history(ticket)).toEqual([]);
  });

  it('gives it to the members of its team in turn, still new, with a line of history', async () => {
    await team();
    const tickets = [await file(), await file(at(18, '10:01')), await file(at(18, '10:02'))];
    expect(tickets.map(({ assigneeId }) => assigneeId)).toEqual([JULIE, MATHIS, JULIE]);
    expect(tickets[0]).toMatchObject({ status: 'new', version: 1 });
    expect(await history(tickets[0]!)).toEqual([['assigned', 'assistant', { team: 'Mentors', to: JULIE }]]);
  });

  it('gives it to whoever has fewest open', async () => {
    await team();
    const first = await file();
    const second = await file(at(18, '10:01'));
    await data.services.tickets.changeStatus({
      ticketId: second.id,
      to: 'solved',
      actor: { kind: 'advisor', id: MATHIS },
      expectedVersion: null,
      now: at(18, '10:02'),
    });
    expect(first.assigneeId).toBe(JULIE);
    expect((await file(at(18, '10:03'))).assigneeId).toBe(MATHIS);
  });

  it('gives none to whoever is away, and none to a team that does not take the category', async () => {
    await team({ categories: ['payment'] });
    await absent(JULIE, at(18, '00:00'), at(21, '00:00'));
    expect([(await file()).assigneeId, (await file()).assigneeId]).toEqual([MATHIS, MATHIS]);
    expect((await file(at(18, '10:01'), { category: 'session' })).assigneeId).toBeNull();
  });

  it('the same request filed twenty times at once is given once', async () => {
    await team();
    const same = { idempotencyKey: 'same' };
    const tickets = await Promise.all(Array.from({ length: 20 }, () => file(at(18, '10:00'), same)));
    expect(new Set(tickets.map(({ assigneeId }) => assigneeId))).toEqual(new Set([JULIE]));
    expect(await history(tickets[0]!)).toHaveLength(1);
  });

  it('ten at once go half to each', async () => {
    await team();
    const tickets = await Promise.all(Array.from({ length: 10 }, () => file()));
    expect(tickets.filter(({ assigneeId }) => assigneeId === JULIE)).toHaveLength(5);
  });
});

describe('nobody reacts', () => {
  it('for two open hours: the request is its team’s again, once', async () => {
    await team();
    const ticket = await file(at(18, '11:00'));
    expect(await watch(at(18, '15:00'))).toBe(0);
    expect(await watch(at(18, '15:01'))).toBe(1);
    expect(await watch(at(18, '15:02'))).toBe(0);
    expect(await data.services.tickets.find(ticket.id)).toMatchObject({ assigneeId: null, version: 2 });
    expect((await history(ticket)).at(-1)).toEqual(['released', 'assistant', { from: JULIE }]);
  });

  it.each<[string, (ticket: Ticket) => Promise<unknown>]>([
    ['a note', (ticket) => act(ticket, at(18, '11:30'))],
    [
      'taking it over',
      ({ id, version }) =>
        data.services.tickets.assign({
          ticketId: id,
          assigneeId: JULIE,
          advisorId: JULIE,
          expectedVersion: version,
          now: at(18, '11:30'),
        }),
    ],
    [
      'another priority',
      ({ id, version }) =>
        data.services.tickets.changePriority({
          ticketId: id,
          priority: 'high',
          advisorId: JULIE,
          expectedVersion: version,
          now: at(18, '11:30'),
        }),
    ],
  ])('%s is a reaction', async (_what, react) => {
    await team();
    const ticket = await file(at(18, '11:00'));
    await react(ticket);
    expect(await watch(at(18, '17:00'))).toBe(0);
    expect(await assigneeOf(ticket)).toBe(JULIE);
  });

  it('taking over what she was given opens it', async () => {
    await team();
    const { id, version } = await file();
    const taken = await data.services.tickets.assign({
      ticketId: id,
      assigneeId: JULIE,
      advisorId: JULIE,
      expectedVersion: version,
      now: at(18, '10:05'),
    });
    expect(taken).toMatchObject({ ok: true, value: { status: 'open', assigneeId: JULIE } });
  });
});

describe('somebody is away for long', () => {
  it('what waits for her goes to somebody who is there; what waits for the requester stays', async () => {
    await team();
    const mine = await file();
    await act(mine, at(18, '10:05'));
    const answered = await file(at(18, '10:01'), { category: 'payment' });
    await data.services.tickets.assign({
      ticketId: answered.id,
      assigneeId: JULIE,
      advisorId: JULIE,
      expectedVersion: answered.version,
      now: at(18, '10:06'),
    });
    await data.services.tickets.changeStatus({
      ticketId: answered.id,
      to: 'waiting',
      actor: { kind: 'advisor', id: JULIE },
      expectedVersion: null,
      now: at(18, '10:07'),
    });
    await absent(JULIE, at(19, '00:00'), at(24, '00:00'));
    expect(await watch(at(18, '18:00'))).toBe(0);
    expect(await watch(at(19, '09:00'))).toBe(1);
    expect(await watch(at(19, '09:01'))).toBe(0);
    expect([await assigneeOf(mine), await assigneeOf(answered)]).toEqual([MATHIS, JULIE]);
    expect((await history(mine)).at(-1)).toEqual([
      'assigned',
      'assistant',
      { from: JULIE, because: 'absence', to: MATHIS },
    ]);
  });

  it('it stays with her where nobody else is there', async () => {
    await team();
    const ticket = await file();
    await act(ticket, at(18, '10:05'));
    await absent(JULIE, at(19, '00:00'), at(24, '00:00'));
    await absent(MATHIS, at(19, '00:00'), at(24, '00:00'));
    expect(await watch(at(19, '09:00'))).toBe(0);
    expect(await assigneeOf(ticket)).toBe(JULIE);
  });

  it('what nobody can take holds up nothing of what others can', async () => {
    await team({ name: 'Julie seule', categories: ['payment'], memberIds: [JULIE] });
    await team({ name: 'Les autres', categories: ['other'] });
    const stuck = [await file(), await file(at(18, '10:01')), await file(at(18, '10:02'))];
    const free = await file(at(18, '10:03'), { category: 'other' });
    await data.services.tickets.assign({
      ticketId: free.id,
      assigneeId: JULIE,
      advisorId: JULIE,
      expectedVersion: free.version,
      now: at(18, '10:04'),
    });
    for (const ticket of stuck) await act(ticket, at(18, '10:05'));
    await absent(JULIE, at(19, '00:00'), at(24, '00:00'));
    expect(await data.services.assignment.watch(at(19, '09:00'), 2)).toBe(1);
    expect(await assigneeOf(free)).toBe(MATHIS);
    expect(await Promise.all(stuck.map(assigneeOf))).toEqual([JULIE, JULIE, JULIE]);
  });
});

describe('teams', () => {
  it('are saved by name, and give way to what is saved later', async () => {
    await team({ categories: ['payment', 'payment'] });
    const saved = await team({ memberIds: [MATHIS] });
    expect(saved).toMatchObject({ ok: true, value: { categories: [], memberIds: [MATHIS] } });
    expect(await data.services.assignment.teams('oc-mentor')).toHaveLength(1);
    expect(await data.services.assignment.removeTeam('oc-mentor', 'Mentors')).toBe(true);
    expect(await data.services.assignment.removeTeam('oc-mentor', 'Mentors')).toBe(false);
    expect((await file()).assigneeId).toBeNull();
  });

  it('take advisors of their desk only', async () => {
    expect(await team({ memberIds: [JULIE, 'advisor-abc-1', 'nobody'] })).toEqual({
      ok: false,
      fault: { code: 'not-of-desk', advisorIds: ['advisor-abc-1', 'nobody'] },
    });
    expect(await data.services.assignment.teams('oc-mentor')).toEqual([]);
  });
});
