import { toDesk, WITH_EXCEPTIONS } from '../desks/rows';
import { DESK_IDS, type Desk, type DeskId } from '../desks/types';
import { oneOf, type Database } from '../prisma/database';
import { isOurTurn } from '../sla/clock';
import { TICKET_PRIORITIES, TICKET_STATUSES } from '../tickets/types';
import { daysOf, localHours } from './local-hours';
import { ageOf, clockFigures } from './ticket-times';
import {
  BACKLOG_AGES,
  ROUTED_OUTCOMES,
  type Figures,
  type InsightService,
  type Period,
  type TimedTicket,
  type Totals,
} from './types';
import { VisitTally } from './visits';

/** Rows that are read at once. */
const BATCH = 5_000;

interface Scope {
  readonly deskIds: readonly DeskId[];
  readonly period: Period;
}

/** What happened on the desks, counted from the records when it is asked for. */
export function createInsightService(db: Database): InsightService {
  return {
    votes: (scope) => votesOf(db, scope),
    async figures({ deskIds, period, zone, now }) {
      const desks = new Map(
        (await db.desk.findMany({ include: WITH_EXCEPTIONS })).map(toDesk).map((desk) => [desk.id, desk]),
      );
      const local = localHours(zone);
      const length = period.to.getTime() - period.from.getTime();
      const earlier = { from: new Date(period.from.getTime() - length), to: period.from };
      const current = await countPeriod(db, { deskIds, period }, desks, new VisitTally(local));
      const before = await countPeriod(db, { deskIds, period: earlier }, desks, new VisitTally(local));
      return {
        totals: current.totals,
        before: before.totals,
        byCategory: current.tally.byCategory(),
        byDay: current.tally.byDay(daysOf(period.from, period.to, zone)),
        byHour: current.tally.byHour(),
        byPriority: TICKET_PRIORITIES.map((priority) => {
          const tickets = current.tickets.filter((ticket) => ticket.priority === priority);
          return { priority, tickets: tickets.length, ...clocksOf(tickets, desks) };
        }),
        ...(await backlogOf(db, deskIds, now)),
        votes: await votesOf(db, { deskIds, period }),
      };
    },
  };
}

async function countPeriod(
  db: Database,
  scope: Scope,
  desks: ReadonlyMap<DeskId, Desk>,
  tally: VisitTally,
): Promise<{ tally: VisitTally; totals: Totals; tickets: readonly TimedTicket[] }> {
  for await (const message of messagesOf(db, scope)) tally.message(message);
  const tickets = await ticketsOf(db, scope);
  for (const ticket of tickets) tally.ticket(ticket);
  return { tally, tickets, totals: { ...tally.totals(), ...clocksOf(tickets, desks) } };
}

function clocksOf(
  tickets: readonly TimedTicket[],
  desks: ReadonlyMap<DeskId, Desk>,
): Pick<Totals, 'firstReply' | 'resolution'> {
  const hoursOf = (deskId: DeskId): Desk => desks.get(deskId) as Desk;
  return {
    firstReply: clockFigures(tickets, 'first-reply', hoursOf),
    resolution: clockFigures(tickets, 'resolution', hoursOf),
  };
}

const within = ({ deskIds, period }: Scope) => ({
  deskId: { in: [...deskIds] },
  at: { gte: period.from, lt: period.to },
});

async function* messagesOf(db: Database, scope: Scope) {
  for (let after: string | undefined; ;) {
    const rows = await db.routedMessage.findMany({
      where: within(scope),
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
      take: BATCH,
      ...(after !== undefined && { cursor: { id: after }, skip: 1 }),
      select: { id: true, conversationId: true, deskId: true, outcome: true, category: true, at: true },
    });
    for (const row of rows) {
      yield {
        ...row,
        deskId: oneOf(DESK_IDS, row.deskId, 'RoutedMessage.deskId'),
        outcome: oneOf(ROUTED_OUTCOMES, row.outcome, 'RoutedMessage.outcome'),
      };
    }
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.id;
  }
}

async function ticketsOf(db: Database, { deskIds, period }: Scope): Promise<readonly TimedTicket[]> {
  const rows = await db.ticket.findMany({
    where: { deskId: { in: [...deskIds] }, createdAt: { gte: period.from, lt: period.to } },
    select: {
      deskId: true,
      category: true,
      conversationId: true,
      priority: true,
      createdAt: true,
      firstRepliedAt: true,
      solvedAt: true,
      firstReplyDueAt: true,
      resolutionDueAt: true,
    },
  });
  return rows.map(({ firstRepliedAt, solvedAt, firstReplyDueAt, resolutionDueAt, ...row }) => ({
    ...row,
    deskId: oneOf(DESK_IDS, row.deskId, 'Ticket.deskId'),
    priority: oneOf(TICKET_PRIORITIES, row.priority, 'Ticket.priority'),
    done: { 'first-reply': firstRepliedAt, resolution: solvedAt },
    dueAt: { 'first-reply': firstReplyDueAt, resolution: resolutionDueAt },
  }));
}

async function backlogOf(
  db: Database,
  deskIds: readonly DeskId[],
  now: Date,
): Promise<Pick<Figures, 'backlog' | 'overdue'>> {
  const rows = await db.ticket.findMany({
    where: { deskId: { in: [...deskIds] }, status: { in: ['new', 'open', 'waiting'] } },
    select: { status: true, createdAt: true, dueAt: true },
  });
  const open = rows.map(({ status, createdAt }) => ({
    age: ageOf(createdAt, now),
    ours: isOurTurn(oneOf(TICKET_STATUSES, status, 'Ticket.status')),
  }));
  return {
    backlog: BACKLOG_AGES.map((age) => ({
      age,
      ours: open.filter((ticket) => ticket.age === age && ticket.ours).length,
      waiting: open.filter((ticket) => ticket.age === age && !ticket.ours).length,
    })),
    overdue: rows.filter(({ dueAt }) => dueAt !== null && dueAt < now).length,
  };
}

async function votesOf(db: Database, { deskIds, period }: Scope): Promise<Figures['votes']> {
  const rows = await db.answerFeedback.findMany({
    where: { at: { gte: period.from, lt: period.to } },
    select: { conversationId: true, topicId: true, helpful: true },
  });
  const ours = await conversationsOf(db, deskIds, [...new Set(rows.map((row) => row.conversationId))]);
  const votes = new Map<string, { helpful: number; not: number }>();
  for (const { topicId, helpful } of rows.filter((row) => ours.has(row.conversationId))) {
    const { helpful: yes, not } = votes.get(topicId) ?? { helpful: 0, not: 0 };
    votes.set(topicId, helpful ? { helpful: yes + 1, not } : { helpful: yes, not: not + 1 });
  }
  return [...votes]
    .map(([topicId, counts]) => ({ topicId, ...counts }))
    .sort((one, other) => other.not - one.not || other.helpful - one.helpful);
}

/** Those of some conversations that belong to the desks. */
async function conversationsOf(
  db: Database,
  deskIds: readonly DeskId[],
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let start = 0; start < ids.length; start += 500) {
    const rows = await db.conversation.findMany({
      where: { id: { in: ids.slice(start, start + 500) }, deskId: { in: [...deskIds] } },
      select: { id: true },
    });
    for (const { id } of rows) found.add(id);
  }
  return found;
}
