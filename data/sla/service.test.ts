import { DateTime } from 'luxon';
import { connect } from '../prisma/database';
import type { Change } from '../services';
import { openTestData, TEST_NOW, type TestData } from '../testing';
import { filterOf } from '../tickets/list/views';
import type { NewTicket, Ticket, TicketStatus } from '../tickets/types';
import { slaOf } from './state';

/** It is Wednesday 18 November 2026, 10:00; the desk is open from 9 to 12 and from 14 to 18. */
let data: TestData;
let changes: Change[];
beforeEach(async () => {
  data = await openTestData();
  changes = [];
});
afterEach(() => data.close());

const at = (day: number, time: string): Date =>
  DateTime.fromISO(`2026-11-${day}T${time}`, { zone: 'Europe/Paris' }).toJSDate();
const local = (instant: Date | null): string | null =>
  instant && DateTime.fromJSDate(instant, { zone: 'Europe/Paris' }).toFormat('dd HH:mm');

let filed = 0;
const file = (rest: Partial<NewTicket> = {}): Promise<Ticket> =>
  data.services.tickets.file({
    idempotencyKey: `k${(filed += 1)}`,
    deskId: 'abc',
    personId: 'abc-camille',
    conversationId: null,
    topicId: 'abc.payment-history',
    category: 'payment',
    subject: 'jai pa été payé',
    priority: 'normal',
    facts: [],
    checks: [],
    article: null,
    now: TEST_NOW,
    ...rest,
  });
const reply = ({ id }: Ticket, now: Date) =>
  data.services.tickets.write({
    idempotencyKey: `r${now.toISOString()}`,
    ticketId: id,
    kind: 'reply',
    advisor: { id: 'advisor-abc-1', name: 'Nadia Benali' },
    text: 'Je regarde.',
    now,
  });
const herWords = ({ id }: Ticket, now: Date) =>
  data.services.tickets.requesterWrote({
    idempotencyKey: `w${now.toISOString()}`,
    ticketId: id,
    personName: 'Camille',
    text: 'Toujours rien.',
    now,
  });
const move = ({ id }: Ticket, to: TicketStatus, now: Date) =>
  data.services.tickets.changeStatus({
    ticketId: id,
    to,
    actor: { kind: 'advisor', id: 'advisor-abc-1' },
    expectedVersion: null,
    now,
  });
const take = ({ id, version }: Ticket, now: Date) =>
  data.services.tickets.assign({
    ticketId: id,
    assigneeId: 'advisor-abc-2',
    advisorId: 'advisor-abc-2',
    expectedVersion: version,
    now,
  });
const read = async ({ id }: Ticket): Promise<Ticket> => {
  const ticket = await data.services.tickets.find(id);
  if (ticket === null) throw new Error('the ticket is gone');
  return ticket;
};
const dues = async (ticket: Ticket) => {
  const { clocks } = await read(ticket);
  return [local(clocks['first-reply'].dueAt), local(clocks.resolution.dueAt)];
};
const states = async (ticket: Ticket, now: Date) => {
  const sla = slaOf(await read(ticket), now);
  return [sla['first-reply'].state, sla.resolution.state];
};
const alerts = async ({ id }: Ticket) =>
  (await data.services.tickets.events(id))
    .filter(({ kind }) => kind.startsWith('sla-'))
    .map(({ kind, detail }) => `${kind} ${detail.clock}`);

describe('the clocks of a ticket', () => {
  it('are set when it is filed, by its priority', async () => {
    expect(await dues(await file())).toEqual(['19 10:00', '23 10:00']);
    expect(await dues(await file({ priority: 'urgent' }))).toEqual(['18 11:00', '19 10:00']);
    expect(await dues(await file({ priority: 'high', now: at(20, '17:00') }))).toEqual([
      '23 10:00',
      '24 17:00',
    ]);
  });

  it('the first is met by the first reply, the second stands still until she has written', async () => {
    const ticket = await file();
    await take(ticket, at(18, '10:30'));
    expect(await states(ticket, at(18, '10:30'))).toEqual(['on-time', 'on-time']);
    await reply(ticket, at(18, '11:00'));
    expect(await states(ticket, at(18, '11:00'))).toEqual(['met', 'paused']);
    expect(await dues(ticket)).toEqual(['19 10:00', null]);
    await herWords(ticket, at(19, '11:00'));
    expect(await states(ticket, at(19, '11:00'))).toEqual(['met', 'on-time']);
    expect(await dues(ticket)).toEqual(['19 10:00', '24 10:00']);
    await move(ticket, 'solved', at(19, '15:00'));
    expect(await states(ticket, at(27, '15:00'))).toEqual(['met', 'met']);
  });

  it('a late reply stays late, a late solution too', async () => {
    const ticket = await file();
    expect(await states(ticket, at(19, '10:00'))).toEqual(['due-soon', 'on-time']);
    expect(await states(ticket, at(19, '10:01'))).toEqual(['breached', 'on-time']);
    await reply(ticket, at(19, '10:02'));
    await herWords(ticket, at(19, '10:03'));
    await move(ticket, 'solved', at(26, '10:00'));
    expect(await states(ticket, at(26, '10:00'))).toEqual(['breached', 'breached']);
  });

  it('reopened, the second goes on from where it stood', async () => {
    const ticket = await file();
    await move(ticket, 'solved', at(18, '11:00'));
    expect(await states(ticket, at(18, '11:00'))).toEqual(['none', 'met']);
    await move(ticket, 'open', at(23, '09:00'));
    expect(await dues(ticket)).toEqual(['23 17:00', '25 17:00']);
  });

  it('nothing is measured of what was withdrawn', async () => {
    const ticket = await file();
    await move(ticket, 'withdrawn', at(18, '11:00'));
    expect(await states(ticket, at(27, '11:00'))).toEqual(['none', 'none']);
  });
});

describe('another priority', () => {
  const change = (ticket: Ticket, priority: Ticket['priority'], expectedVersion = ticket.version) =>
    data.services.tickets.changePriority({
      ticketId: ticket.id,
      priority,
      advisorId: 'advisor-abc-1',
      expectedVersion,
      now: at(18, '11:30'),
    });

  it('gives other deadlines from the beginning, and stands in the history', async () => {
    const ticket = await file();
    expect(await change(ticket, 'urgent')).toMatchObject({
      ok: true,
      value: { priority: 'urgent', version: 2 },
    });
    expect(await dues(ticket)).toEqual(['18 11:00', '19 10:00']);
    expect((await data.services.tickets.events(ticket.id)).at(-1)).toMatchObject({
      kind: 'priority-changed',
      detail: { from: 'normal', to: 'urgent' },
    });
  });

  it('of a stale ticket is a conflict, unless somebody has chosen the same', async () => {
    const ticket = await file();
    await change(ticket, 'urgent');
    expect(await change(ticket, 'low')).toMatchObject({ ok: false, fault: { code: 'conflict' } });
    expect(await change(ticket, 'urgent')).toMatchObject({ ok: true, value: { version: 2 } });
  });
});

describe('what is overdue', () => {
  const overdue = async (now: Date) => {
    const { queue } = data.services;
    const filter = filterOf('overdue', { deskIds: ['abc'] }, 'advisor-abc-1', now);
    const { rows } = await queue.page(filter, { after: null, limit: 10 });
    const { overdue: count } = await queue.counts(['abc'], 'advisor-abc-1', now);
    expect(count).toBe(rows.length);
    return rows.map(({ id }) => id);
  };

  it('is what waits for us beyond its deadline, the longest first', async () => {
    const normal = await file();
    const high = await file({ priority: 'high' });
    await file({ deskId: 'oc-mentor', personId: 'mentor-alice', priority: 'urgent' });
    expect(await overdue(at(18, '12:00'))).toEqual([]);
    expect(await overdue(at(18, '14:01'))).toEqual([high.id]);
    expect(await overdue(at(19, '10:01'))).toEqual([high.id, normal.id]);
    await reply(high, at(19, '10:02'));
    expect(await overdue(at(19, '10:03'))).toEqual([normal.id]);
  });

  it('is found by an index, not by looking at every ticket', async () => {
    const db = connect(data.url.replace('file:', ''));
    try {
      const plan = await db.$queryRawUnsafe<{ detail: string }[]>(
        `EXPLAIN QUERY PLAN SELECT COUNT(*) FROM "Ticket" WHERE "deskId" IN ('abc','ogestion') AND "dueAt" < '2026-11-18'`,
      );
      const next = await db.$queryRawUnsafe<{ detail: string }[]>(
        `EXPLAIN QUERY PLAN SELECT id FROM "Ticket" WHERE "slaNextAt" < '2026-11-18' ORDER BY "slaNextAt" LIMIT 100`,
      );
      expect(plan.map(({ detail }) => detail).join()).toMatch(/Ticket_deskId_dueAt_idx/);
      expect(next.map(({ detail }) => detail).join()).toMatch(/Ticket_slaNextAt_idx/);
    } finally {
      await db.$disconnect();
    }
  });
});

describe('the watch', () => {
  const watch = (now: Date) => data.services.sla.watch(now, 100);

  it('warns the assignee when a clock turns amber, tells the supervisors when it has run out, each once', async () => {
    const ticket = await file();
    await take(ticket, at(18, '10:30'));
    data.changes.subscribe((change) => changes.push(change));
    const version = (await read(ticket)).version;
    expect(await watch(at(18, '17:15'))).toBe(0);
    expect(await watch(at(18, '17:16'))).toBe(1);
    expect(await watch(at(18, '17:17'))).toBe(0);
    expect(await alerts(ticket)).toEqual(['sla-warned first-reply']);
    const warning = (await data.services.tickets.events(ticket.id)).at(-1);
    expect(warning).toMatchObject({ actorKind: 'assistant', detail: { to: 'advisor-abc-2' } });
    await watch(at(19, '10:01'));
    await watch(at(19, '10:02'));
    expect(await alerts(ticket)).toEqual(['sla-warned first-reply', 'sla-breached first-reply']);
    expect(changes).toEqual([
      { kind: 'ticket', deskId: 'abc', ticketId: ticket.id },
      { kind: 'ticket', deskId: 'abc', ticketId: ticket.id },
    ]);
    expect((await read(ticket)).version).toBe(version);
  });

  it('two that look at once tell once', async () => {
    const ticket = await file();
    await Promise.all([watch(at(19, '10:01')), watch(at(19, '10:01')), watch(at(19, '10:01'))]);
    expect(await alerts(ticket)).toEqual(['sla-breached first-reply']);
  });

  it('says the same clock is late once, however often the ticket comes and goes', async () => {
    const ticket = await file();
    await watch(at(19, '10:01'));
    await move(ticket, 'waiting', at(19, '10:02'));
    await move(ticket, 'open', at(19, '10:03'));
    await watch(at(19, '10:04'));
    expect(await alerts(ticket)).toEqual(['sla-breached first-reply']);
  });

  it('says nothing of what waits for the requester or is settled', async () => {
    const waiting = await file();
    const solved = await file();
    await reply(waiting, at(18, '11:00'));
    await move(solved, 'solved', at(18, '11:00'));
    expect(await watch(at(30, '11:00'))).toBe(0);
    expect([await alerts(waiting), await alerts(solved)]).toEqual([[], []]);
  });

  it('reckons the clocks of tickets from before there were any', async () => {
    const ticket = await file();
    const db = connect(data.url.replace('file:', ''));
    await db.ticket.update({
      where: { id: ticket.id },
      data: { firstReplyDueAt: null, resolutionDueAt: null, dueAt: null, slaNextAt: ticket.createdAt },
    });
    await db.$disconnect();
    await watch(at(18, '10:01'));
    expect(await dues(ticket)).toEqual(['19 10:00', '23 10:00']);
    expect(await alerts(ticket)).toEqual([]);
    expect(await watch(at(18, '10:02'))).toBe(0);
  });
});
