import type { Database, Transaction } from '../prisma/database';
import { oneOf } from '../prisma/database';
import { ok, refused, type Result } from '../result';
import { record, type Actor } from './changes';
import {
  LINK_KINDS,
  type LinkedTicket,
  type LinkKind,
  type RelationFault,
  type TicketRelations,
} from './relations';
import { toTicket } from './rows';
import type { Ticket } from './types';

const EVENT = { related: 'linked', 'follow-up': 'linked', split: 'split' } as const;

/** Writes a link and its line in both histories; a link that is there already stays as it is. */
export async function writeLink(
  tx: Transaction,
  from: Ticket,
  to: Ticket,
  kind: LinkKind,
  actor: Actor,
  now: Date,
): Promise<void> {
  const known = await tx.ticketLink.findFirst({
    where: { kind, OR: [between(from, to), between(to, from)] },
  });
  if (known) return;
  const createdById = actor.kind === 'advisor' ? actor.id : null;
  await tx.ticketLink.create({ data: { ...between(from, to), kind, createdById, createdAt: now } });
  await record(tx, from, EVENT[kind], actor, { to: to.reference, kind }, now);
  await record(tx, to, EVENT[kind], actor, { from: from.reference, kind }, now);
}

/** Says that two tickets of a desk have to do with each other. */
export async function link(
  tx: Transaction,
  command: Parameters<TicketRelations['link']>[0],
): Promise<Result<void, RelationFault>> {
  const pair = await both(tx, command.ticketId, command.otherId);
  if (pair === null) return refused({ code: 'not-found' });
  const [one, other] = pair;
  if (one.id === other.id) return refused({ code: 'same-ticket' });
  if (one.deskId !== other.deskId) return refused({ code: 'other-desk' });
  await writeLink(tx, one, other, 'related', { kind: 'advisor', id: command.advisorId }, command.now);
  return ok(undefined);
}

/** Takes back a link that an advisor made; what was split or followed up stays linked. */
export async function unlink(
  tx: Transaction,
  command: Parameters<TicketRelations['unlink']>[0],
): Promise<Result<void, RelationFault>> {
  const pair = await both(tx, command.ticketId, command.otherId);
  if (pair === null) return refused({ code: 'not-found' });
  const [one, other] = pair;
  const { count } = await tx.ticketLink.deleteMany({
    where: { kind: 'related', OR: [between(one, other), between(other, one)] },
  });
  if (count === 0) return ok(undefined);
  const actor = { kind: 'advisor', id: command.advisorId } as const;
  await record(tx, one, 'unlinked', actor, { to: other.reference }, command.now);
  await record(tx, other, 'unlinked', actor, { to: one.reference }, command.now);
  return ok(undefined);
}

/** The tickets that a ticket is linked to, oldest link first. */
export async function linksOf(db: Database, ticketId: string): Promise<readonly LinkedTicket[]> {
  const rows = await db.ticketLink.findMany({
    where: { OR: [{ fromId: ticketId }, { toId: ticketId }] },
    orderBy: [{ createdAt: 'asc' }, { toId: 'asc' }],
  });
  const otherOf = (row: (typeof rows)[number]): string => (row.fromId === ticketId ? row.toId : row.fromId);
  const others = await db.ticket.findMany({ where: { id: { in: rows.map(otherOf) } } });
  const byId = new Map(others.map((row) => [row.id, toTicket(row)]));
  return rows.flatMap((row) => {
    const ticket = byId.get(otherOf(row));
    const kind = oneOf(LINK_KINDS, row.kind, 'TicketLink.kind');
    return ticket ? [{ ticket, kind, role: row.fromId === ticketId ? 'from' : 'to' } as const] : [];
  });
}

const between = (from: Pick<Ticket, 'id'>, to: Pick<Ticket, 'id'>) => ({ fromId: from.id, toId: to.id });

async function both(tx: Transaction, id: string, otherId: string): Promise<readonly [Ticket, Ticket] | null> {
  const [one, other] = await Promise.all([
    tx.ticket.findUnique({ where: { id } }),
    tx.ticket.findUnique({ where: { id: otherId } }),
  ]);
  return one && other ? [toTicket(one), toTicket(other)] : null;
}
