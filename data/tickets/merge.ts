import type { Database, Transaction } from '../prisma/database';
import { ok, refused, type Result } from '../result';
import { reckonClocks } from '../sla/reckon';
import { current, move, record } from './changes';
import { mayMove } from './lifecycle';
import type { MergeFault, TicketRelations, UnmergeFault } from './relations';
import { toTicket } from './rows';
import { TICKET_STATUSES, type Ticket, type TicketStatus } from './types';

/** A merge of a merge of a merge...: further than this nobody follows. */
const DEPTH = 20;

/** What happens to a ticket in which another one goes on and makes a merge final. */
const ADDED = ['replied', 'noted', 'requester-wrote', 'status-changed', 'merged', 'appointment-proposed'];

const isOngoing = ({ status }: Pick<Ticket, 'status'>): boolean =>
  status === 'new' || status === 'open' || status === 'waiting';

/** The ticket in which a ticket goes on: itself, unless it was merged. */
export async function destination(tx: Database | Transaction, ticketId: string): Promise<Ticket | null> {
  let row = await tx.ticket.findUnique({ where: { id: ticketId } });
  for (let step = 0; row?.mergedIntoId && step < DEPTH; step += 1)
    row = (await tx.ticket.findUnique({ where: { id: row.mergedIntoId } })) ?? row;
  return row && toTicket(row);
}

/** Everything that goes on in a ticket, oldest first. */
export async function mergedInto(tx: Database | Transaction, ticketId: string): Promise<readonly Ticket[]> {
  const found = new Map<string, Ticket>();
  let ids = [ticketId];
  for (let step = 0; ids.length > 0 && step < DEPTH; step += 1) {
    const rows = await tx.ticket.findMany({ where: { mergedIntoId: { in: ids } } });
    ids = rows.map(({ id }) => id).filter((id) => !found.has(id));
    for (const row of rows) found.set(row.id, toTicket(row));
  }
  return [...found.values()].sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
}

/** The conversation in which its requester hears of a ticket: of those that it came from, the one in which she wrote last. */
export async function conversationToTell(tx: Database | Transaction, ticket: Ticket): Promise<string | null> {
  const merged = await mergedInto(tx, ticket.id);
  const ids = [ticket, ...merged].flatMap(({ conversationId }) => conversationId ?? []);
  if (new Set(ids).size < 2) return ids[0] ?? null;
  const latest = await tx.conversation.findFirst({
    where: { id: { in: ids } },
    orderBy: [{ lastTurnAt: 'desc' }, { id: 'asc' }],
    select: { id: true },
  });
  return latest?.id ?? ticket.conversationId;
}

/** See TicketRelations.merge. */
export async function merge(
  tx: Transaction,
  command: Parameters<TicketRelations['merge']>[0],
): Promise<Result<Ticket, MergeFault>> {
  const { now } = command;
  const found = await current(tx, command.ticketId, command.expectedVersion);
  if (!found.ok) return mergedAlready(found, command.intoId);
  const source = found.value;
  const row = await tx.ticket.findUnique({ where: { id: command.intoId } });
  if (!row) return refused({ code: 'not-found' });
  const target = toTicket(row);
  const fault = mergeFault(source, target);
  if (fault !== null) return refused(fault);
  const actor = { kind: 'advisor', id: command.advisorId } as const;
  if (!mayMove(source, 'merged', 'advisor', now))
    return refused({ code: 'transition-refused', from: source.status, to: 'merged' });
  const owed = source.status !== 'waiting' && target.status === 'waiting';
  await tx.ticket.update({ where: { id: source.id }, data: { mergedIntoId: target.id } });
  await move(tx, source, 'merged', actor, now);
  if (owed) await oweAnswer(tx, target, source, command);
  await tx.ticket.update({
    where: { id: target.id },
    data: { updatedAt: now, version: { increment: 1 } },
  });
  await record(tx, source, 'merged', actor, { into: target.reference, was: source.status }, now);
  await record(
    tx,
    target,
    'merged',
    actor,
    { from: source.reference, ...(owed && { opened: 'waiting' }) },
    now,
  );
  return ok(toTicket(await tx.ticket.findUniqueOrThrow({ where: { id: source.id } })));
}

function mergeFault(source: Ticket, target: Ticket): MergeFault | null {
  if (source.id === target.id) return { code: 'same-ticket' };
  if (source.deskId !== target.deskId) return { code: 'other-desk' };
  const samePerson =
    source.personId === null
      ? target.personId === null && source.conversationId === target.conversationId
      : source.personId === target.personId;
  if (!samePerson) return { code: 'other-person' };
  return isOngoing(target) ? null : { code: 'target-over', target };
}

/** A second click finds it merged already, as wished. */
const mergedAlready = (
  found: Extract<Awaited<ReturnType<typeof current>>, { ok: false }>,
  intoId: string,
): Result<Ticket, MergeFault> =>
  found.fault.code === 'conflict' && found.fault.current.mergedIntoId === intoId
    ? ok(found.fault.current)
    : found;

/** She asked again while we thought that we waited for her. */
async function oweAnswer(
  tx: Transaction,
  target: Ticket,
  source: Ticket,
  { advisorId, now }: { readonly advisorId: string; readonly now: Date },
): Promise<void> {
  await move(tx, target, 'open', { kind: 'advisor', id: advisorId }, now);
  await tx.ticket.update({ where: { id: target.id }, data: { waitingSince: source.waitingSince ?? now } });
}

/** See TicketRelations.unmerge. Not a move of the lifecycle: it takes one back. */
export async function unmerge(
  tx: Transaction,
  command: Parameters<TicketRelations['unmerge']>[0],
): Promise<Result<Ticket, UnmergeFault>> {
  const { ticketId, now } = command;
  const row = await tx.ticket.findUnique({ where: { id: ticketId } });
  if (!row) return refused({ code: 'not-found' });
  const source = toTicket(row);
  const target =
    source.mergedIntoId === null ? null : await tx.ticket.findUnique({ where: { id: source.mergedIntoId } });
  const [sourceEvent, targetEvent] = await Promise.all([
    lastMerge(tx, ticketId, 'into', target?.reference),
    lastMerge(tx, target?.id, 'from', source.reference),
  ]);
  if (!target || !sourceEvent || !targetEvent) return refused({ code: 'not-merged' });
  const added = await tx.ticketEvent.count({
    where: {
      ticketId: { in: [source.id, target.id] },
      position: { gt: targetEvent.position },
      kind: { in: ADDED },
    },
  });
  if (added > 0) return refused({ code: 'went-on' });
  const actor = { kind: 'advisor', id: command.advisorId } as const;
  const was = statusOf(detailOf(sourceEvent).was);
  await tx.ticket.update({
    where: { id: source.id },
    data: { mergedIntoId: null, status: was, updatedAt: now, version: { increment: 1 } },
  });
  await record(tx, source, 'status-changed', actor, { from: 'merged', to: was }, now);
  if (detailOf(targetEvent).opened === 'waiting') {
    await move(tx, toTicket(target), 'waiting', actor, now);
    await tx.ticket.update({ where: { id: target.id }, data: { waitingSince: null } });
  }
  await tx.ticket.update({
    where: { id: target.id },
    data: { updatedAt: now, version: { increment: 1 } },
  });
  await record(tx, source, 'unmerged', actor, { into: target.reference }, now);
  await record(tx, target, 'unmerged', actor, { from: source.reference }, now);
  return ok(await reckonClocks(tx, source.id));
}

/** The line of history that a merge wrote. */
async function lastMerge(
  tx: Transaction,
  ticketId: string | undefined,
  side: 'into' | 'from',
  reference: string | undefined,
) {
  if (ticketId === undefined || reference === undefined) return null;
  const rows = await tx.ticketEvent.findMany({
    where: { ticketId, kind: 'merged' },
    orderBy: { position: 'desc' },
  });
  return rows.find((row) => detailOf(row)[side] === reference) ?? null;
}

const detailOf = (row: { readonly detail: unknown }): Readonly<Record<string, unknown>> =>
  row.detail as Readonly<Record<string, unknown>>;

const statusOf = (value: unknown): TicketStatus =>
  TICKET_STATUSES.find((status) => status === value) ?? 'open';
