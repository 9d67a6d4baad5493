import { DESK_IDS, type DeskId } from '../desks/types';
import { inTransaction, type Database, type Transaction } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import { readSetting } from '../settings/service';
import type { Setting, SettingScope } from '../settings/types';
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

/** Requests that are not over, or can still be reopened: what belongs to them is never deleted. */
const UNFINISHED = ['new', 'open', 'waiting', 'solved'];
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
        for (const deskId of scopes) counts[item] += await countOld(db, item, deskId, cutoff(kept, now));
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
          if (kept !== null && left > 0)
            left -= await deleteOld(db, item, deskId, { before: cutoff(kept, now), limit: left });
        }
      }
      return limit - left;
    },
  };
}

async function countOld(
  db: Database,
  item: RetentionItem,
  deskId: DeskId | null,
  before: Date,
): Promise<number> {
  let count = 0;
  for await (const ids of oldOnes(db, item, deskId, before)) count += ids.length;
  return count;
}

/** Deletes in one short transaction, which looks again: a request filed meanwhile keeps its conversation. */
async function deleteOld(
  db: Database,
  item: RetentionItem,
  deskId: DeskId | null,
  { before, limit }: { readonly before: Date; readonly limit: number },
): Promise<number> {
  for await (const ids of oldOnes(db, item, deskId, before)) {
    if (ids.length === 0) continue;
    const { remove, belonging } = STORES[item];
    return inTransaction(db, async (tx) =>
      remove(tx, await withoutUnfinished(tx, belonging, ids.slice(0, limit))),
    );
  }
  return 0;
}

/** The ids of what is too old and belongs to no unfinished request, page by page. */
async function* oldOnes(
  db: Database,
  item: RetentionItem,
  deskId: DeskId | null,
  before: Date,
): AsyncGenerator<readonly string[], void, undefined> {
  const { page, belonging } = STORES[item];
  let after: string | null = null;
  for (;;) {
    const ids: readonly string[] = await page(db, deskId, before, after);
    yield await withoutUnfinished(db, belonging, ids);
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

const pageAfter = (after: string | null) =>
  ({
    select: { id: true },
    orderBy: { id: 'asc' },
    take: PAGE,
    ...(after !== null && { cursor: { id: after }, skip: 1 }),
  }) as const;
const idsOf = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(({ id }) => id);

const STORES: Readonly<Record<RetentionItem, Store>> = {
  conversations: {
    // Whoever is answered by an advisor right now is not old, whenever she wrote.
    page: async (db, deskId, before, after) =>
      deskId === null
        ? []
        : idsOf(
            await db.conversation.findMany({
              where: { deskId, lastTurnAt: { lt: before }, heldById: null },
              ...pageAfter(after),
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
              where: { conversation: { deskId }, createdAt: { lt: before } },
              ...pageAfter(after),
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
            await db.routedMessage.findMany({ where: { deskId, at: { lt: before } }, ...pageAfter(after) }),
          ),
    belonging: null,
    remove: async (tx, ids) => (await tx.routedMessage.deleteMany({ where: { id: { in: [...ids] } } })).count,
  },
  audit: {
    page: async (db, deskId, before, after) =>
      idsOf(await db.auditEntry.findMany({ where: { deskId, at: { lt: before } }, ...pageAfter(after) })),
    belonging: null,
    remove: async (tx, ids) => (await tx.auditEntry.deleteMany({ where: { id: { in: [...ids] } } })).count,
  },
};

async function withoutUnfinished(
  tx: Transaction,
  belonging: Belonging | null,
  ids: readonly string[],
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
    select: { id: true, conversationId: true, status: true, mergedIntoId: true },
  });
  const unfinished = await unfinishedOf(tx, tickets);
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

type TicketEnd = Pick<Prisma.TicketModel, 'id' | 'status' | 'mergedIntoId'>;

/** Tickets that are not over; a merged one is as unfinished as the one in which it goes on, however often that was merged. */
async function unfinishedOf(tx: Transaction, tickets: readonly TicketEnd[]): Promise<ReadonlySet<string>> {
  const unfinished = new Set<string>();
  for (const ticket of tickets) {
    const seen = new Set<string>();
    let end: TicketEnd | null = ticket;
    while (end?.mergedIntoId && !seen.has(end.id)) {
      seen.add(end.id);
      end = await tx.ticket.findUnique({
        where: { id: end.mergedIntoId },
        select: { id: true, status: true, mergedIntoId: true },
      });
    }
    if (end !== null && UNFINISHED.includes(end.status)) unfinished.add(ticket.id);
  }
  return unfinished;
}
