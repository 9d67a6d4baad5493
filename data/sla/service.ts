import { inTransaction, type Database, type Transaction } from '../prisma/database';
import type { ChangeFeed } from '../services';
import { record } from '../tickets/changes';
import type { Ticket, TicketEvent } from '../tickets/types';
import { nextToTell, reckonClocks, ticking } from './reckon';
import { slaOf } from './state';
import type { SlaClock } from './targets';
import type { SlaService } from './types';

type Alert = Extract<TicketEvent['kind'], 'sla-warned' | 'sla-breached'>;

/** Tells when clocks turn amber and when they run out. */
export function createSlaService(db: Database, feed: ChangeFeed): SlaService {
  return {
    async watch(now, limit) {
      const due = await db.ticket.findMany({
        where: { slaNextAt: { lt: now } },
        orderBy: { slaNextAt: 'asc' },
        take: limit,
        select: { id: true, deskId: true },
      });
      const failures: unknown[] = [];
      for (const { id, deskId } of due) {
        try {
          const changed = await inTransaction(db, (tx) => look(tx, id, now));
          if (changed) feed.publish({ kind: 'ticket', deskId, ticketId: id });
        } catch (error) {
          // The others are looked at all the same; this one is tried again at the next round.
          failures.push(error);
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, 'clocks of some tickets not looked at');
      return due.length;
    },
  };
}

/** Reckons a ticket's clocks and writes what has to be told by now. @returns whether a screen would show anything else. */
async function look(tx: Transaction, ticketId: string, now: Date): Promise<boolean> {
  const before = await tx.ticket.findUniqueOrThrow({ where: { id: ticketId }, select: INSTANTS });
  const ticket = await reckonClocks(tx, ticketId);
  const after = await tx.ticket.findUniqueOrThrow({ where: { id: ticketId }, select: INSTANTS });
  const events = await tx.ticketEvent.findMany({
    where: { ticketId, kind: { in: ['sla-warned', 'sla-breached'] } },
    select: { kind: true, detail: true },
  });
  const told = new Set(events.map(({ kind, detail }) => `${kind} ${(detail as { clock?: string }).clock}`));
  const alerts = alertsOf(ticket, now).filter(({ kind, clock }) => !told.has(`${kind} ${clock}`));
  for (const { kind, clock, dueAt } of alerts) {
    const detail = {
      clock,
      dueAt: dueAt.toISOString(),
      to: kind === 'sla-warned' ? ticket.assigneeId : null,
    };
    await record(tx, ticket, kind, { kind: 'assistant', id: null }, detail, now);
  }
  await tx.ticket.update({ where: { id: ticketId }, data: { slaNextAt: nextToTell(ticket, now) } });
  return alerts.length > 0 || JSON.stringify(before) !== JSON.stringify(after);
}

/** What a screen shows of the clocks. */
const INSTANTS = {
  firstReplyWarnAt: true,
  firstReplyDueAt: true,
  resolutionWarnAt: true,
  resolutionDueAt: true,
} as const;

interface Due {
  readonly kind: Alert;
  readonly clock: SlaClock;
  readonly dueAt: Date;
}

/** What the running clocks say now: amber, or run out. Where the amber was missed, only the red is told. */
function alertsOf(ticket: Ticket, now: Date): readonly Due[] {
  const states = slaOf(ticket, now);
  return ticking(ticket).flatMap((clock): readonly Due[] => {
    const state = states[clock];
    if (state.state === 'due-soon') return [{ kind: 'sla-warned', clock, dueAt: state.dueAt }];
    if (state.state === 'breached') return [{ kind: 'sla-breached', clock, dueAt: state.dueAt }];
    return [];
  });
}
