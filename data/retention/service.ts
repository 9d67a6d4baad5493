import { DESK_IDS, type DeskId } from '../desks/types';
import { inTransaction, type Database, type Transaction } from '../prisma/database';
import { readSetting } from '../settings/service';
import type { Setting, SettingScope } from '../settings/types';
import { withinReopening } from '../tickets/lifecycle';
import { destination } from '../tickets/merge';
import { toTicket } from '../tickets/rows';
import type { Ticket, TicketStatus } from '../tickets/types';
import {
  cutoff,
  effectiveDays,
  NEVER,
  RETENTION_ITEMS,
  type Retention,
  type RetentionDays,
  type RetentionItem,
} from './rules';

/** The key under which it is set. */
export const RETENTION_KEY = 'retention';

export type RetentionCounts = Readonly<Record<RetentionItem, number>>;

export interface RetentionService {
  /** What is set for a desk or the house; where nothing is, a desk follows the house and the house deletes nothing. */
  find(scope: SettingScope): Promise<Setting<Retention>>;
  /** How much would be deleted now, if these days held for these desks; `withoutDesk`: and for what belongs to none. */
  count(
    days: RetentionDays,
    deskIds: readonly DeskId[],
    withoutDesk: boolean,
    now: Date,
  ): Promise<RetentionCounts>;
  /** Deletes what is too old, at most `limit` things. @returns how many were. */
  sweep(now: Date, limit: number): Promise<number>;
}

const ONGOING: readonly TicketStatus[] = ['new', 'open', 'waiting'];
const PAGE = 200;

/** What is kept how long, and the deletion of what is too old. */
export function createRetentionService(db: Database): RetentionService {
  const find = (scope: SettingScope): Promise<Setting<Retention>> =>
    readSetting(db, scope, RETENTION_KEY, { follows: scope !== 'house', days: NEVER });
  return {
    find,
    async count(days, deskIds, withoutDesk, now) {
      const counts: Record<RetentionItem, number> = {
        conversations: 0,
        attachments: 0,
        routedMessages: 0,
        audit: 0,
      };
      for (const item of RETENTION_ITEMS) {
        const kept = days[item];
        if (kept === null) continue;
        const scopes: readonly (DeskId | null)[] = [...deskIds, ...(withoutDesk ? [null] : [])];
        for (const deskId of scopes) counts[item] += await countOld(db, item, deskId, spanOf(kept, now));
      }
      return counts;
    },
    async sweep(now, limit) {
      const house = (await find('house')).value;
      let left = limit;
      for (const deskId of [...DESK_IDS, null]) {
        const days = deskId === null ? house.days : effectiveDays((await find(deskId)).value, house);
        for (const item of RETENTION_ITEMS) {
          const kept = days[item];
          if (kept !== null && left > 0) left -= await deleteOld(db, item, deskId, spanOf(kept, now), left);
        }
      }
      return limit - left;
    },
  };
}

/** Too old is what is from before one instant, as it is looked at at another. */
interface Span {
  readonly before: Date;
  readonly now: Date;
}

const spanOf = (days: number, now: Date): Span => ({ before: cutoff(days, now), now });

async function countOld(
  db: Database,
  item: RetentionItem,
  deskId: DeskId | null,
  span: Span,
): Promise<number> {
  let count = 0;
  for await (const ids of oldOnes(db, item, deskId, span)) count += ids.length;
  return count;
}

/** Deletes page by page, each in one short transaction, which looks again: a request filed meanwhile keeps its conversation. */
async function deleteOld(
  db: Database,
  item: RetentionItem,
  deskId: DeskId | null,
  span: Span,
  limit: number,
): Promise<number> {
  const { remove, belonging } = STORES[item];
  let deleted = 0;
  for await (const ids of oldOnes(db, item, deskId, span)) {
    const some = ids.slice(0, limit - deleted);
    if (some.length === 0) continue;
    deleted += await inTransaction(db, async (tx) =>
      remove(tx, await withoutUnfinished(tx, belonging, some, span.now)),
    );
    if (deleted >= limit) break;
  }
  return deleted;
}

/** The ids of what is too old and belongs to no unfinished request, page by page. */
async function* oldOnes(
  db: Database,
  item: RetentionItem,
  deskId: DeskId | null,
  { before, now }: Span,
): AsyncGenerator<readonly string[], void, undefined> {
  const { page, belonging } = STORES[item];
  let after: string | null = null;
  for (;;) {
    const ids: readonly string[] = await page(db, deskId, before, after);
    yield await withoutUnfinished(db, belonging, ids, now);
    after = ids.at(-1) ?? null;
    if (ids.length < PAGE) return;
  }
}

/** The conversations and tickets that things belong to, by their ids; null: they belong to none. */
type Belonging = (
  tx: Transaction,
  ids: readonly string[],
) => Promise<
  readonly { readonly id: string; readonly conversationId: string; readonly ticketIds: readonly string[] }[]
>;

interface Store {
  /** The ids of those from before an instant, in their order. `deskId` null: of no desk. */
  page(db: Database, deskId: DeskId | null, before: Date, after: string | null): Promise<readonly string[]>;
  readonly belonging: Belonging | null;
  remove(tx: Transaction, ids: readonly string[]): Promise<number>;
}

const PAGED = { select: { id: true }, orderBy: { id: 'asc' }, take: PAGE } as const;
/** By its place, not from that row on: it may have been deleted. */
const beyond = (after: string | null) => (after === null ? {} : { id: { gt: after } });
const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);

const STORES: Readonly<Record<RetentionItem, Store>> = {
  conversations: {
    // Whoever is answered by an advisor right now is not old, whenever she wrote.
    page: async (db, deskId, before, after) =>
      deskId === null
        ? []
        : idsOf(
            await db.conversation.findMany({
              where: { deskId, lastTurnAt: { lt: before }, heldById: null, ...beyond(after) },
              ...PAGED,
            }),
          ),
    async belonging(tx, ids) {
      const files = await tx.attachment.findMany({
        where: { conversationId: { in: [...ids] }, ticketId: { not: null } },
        select: { conversationId: true, ticketId: true },
      });
      return ids.map((id) => ({
        id,
        conversationId: id,
        ticketIds: files.flatMap((file) =>
          file.conversationId === id && file.ticketId ? [file.ticketId] : [],
        ),
      }));
    },
    remove: async (tx, ids) => (await tx.conversation.deleteMany({ where: { id: { in: [...ids] } } })).count,
  },
  attachments: {
    page: async (db, deskId, before, after) =>
      deskId === null
        ? []
        : idsOf(
            await db.attachment.findMany({
              where: { conversation: { deskId }, createdAt: { lt: before }, ...beyond(after) },
              ...PAGED,
            }),
          ),
    async belonging(tx, ids) {
      const files = await tx.attachment.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, conversationId: true, ticketId: true },
      });
      return files.map(({ ticketId, ...file }) => ({
        ...file,
        ticketIds: ticketId === null ? [] : [ticketId],
      }));
    },
    remove: async (tx, ids) => (await tx.attachment.deleteMany({ where: { id: { in: [...ids] } } })).count,
  },
  routedMessages: {
    page: async (db, deskId, before, after) =>
      deskId === null
        ? []
        : idsOf(
            await db.routedMessage.findMany({
              where: { deskId, at: { lt: before }, ...beyond(after) },
              ...PAGED,
            }),
          ),
    belonging: null,
    remove: async (tx, ids) => (await tx.routedMessage.deleteMany({ where: { id: { in: [...ids] } } })).count,
  },
  audit: {
    page: async (db, deskId, before, after) =>
      idsOf(
        await db.auditEntry.findMany({ where: { deskId, at: { lt: before }, ...beyond(after) }, ...PAGED }),
      ),
    belonging: null,
    remove: async (tx, ids) => (await tx.auditEntry.deleteMany({ where: { id: { in: [...ids] } } })).count,
  },
};

async function withoutUnfinished(
  tx: Transaction,
  belonging: Belonging | null,
  ids: readonly string[],
  now: Date,
): Promise<readonly string[]> {
  if (belonging === null || ids.length === 0) return ids;
  const things = await belonging(tx, ids);
  const tickets = await tx.ticket.findMany({
    where: {
      OR: [
        { conversationId: { in: things.map(({ conversationId }) => conversationId) } },
        { id: { in: things.flatMap(({ ticketIds }) => ticketIds) } },
      ],
    },
  });
  const unfinished = await unfinishedOf(tx, tickets.map(toTicket), now);
  const conversations = new Set(
    tickets.flatMap(({ id, conversationId }) =>
      unfinished.has(id) && conversationId ? [conversationId] : [],
    ),
  );
  return things
    .filter(
      ({ conversationId, ticketIds }) =>
        !conversations.has(conversationId) && !ticketIds.some((id) => unfinished.has(id)),
    )
    .map(({ id }) => id);
}

/** Tickets that are not over; a merged one is as unfinished as the one in which it goes on, however often that was merged. */
async function unfinishedOf(
  tx: Transaction,
  tickets: readonly Ticket[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const unfinished = new Set<string>();
  for (const ticket of tickets) {
    const end = ticket.status === 'merged' ? await destination(tx, ticket.id) : ticket;
    if (end !== null && isUnfinished(end, now)) unfinished.add(ticket.id);
  }
  return unfinished;
}

/** Not over, or solved so lately that its requester can still reopen it: what belongs to it is never deleted. */
function isUnfinished(ticket: Ticket, now: Date): boolean {
  return ticket.status === 'solved' ? withinReopening(ticket, now) : ONGOING.includes(ticket.status);
}
