import type { Database } from '../../prisma/database';
import { Prisma } from '../../prisma/generated/client';
import type { ChangeFeed } from '../../services';
import type { TicketSearch } from '../search/types';
import { countQueue } from './counts';
import { DeskCounters } from './desk-counts';
import { PHASES } from './lanes';
import { phaseRows, type SortedRow } from './page';
import { HEAD_COLUMNS, HEAD_JOINS, type HeadRow, toHead } from './rows';
import type { QueueCursor, QueueFilter, QueuePage, QueueService } from './types';

/** The queue on the database, with what searches its texts; the feed says when a desk has to be counted again. */
export function createQueueService(
  db: Database,
  search: TicketSearch,
  feed: Pick<ChangeFeed, 'subscribe'>,
): QueueService {
  const counters = new DeskCounters(db, feed);
  return {
    page: (filter, { after, limit }) =>
      filter.text === undefined
        ? sortedPage(db, filter, after, limit)
        : foundPage(db, search, { ...filter, text: filter.text }, after, limit),
    counts: (deskIds, advisorId, now) => countQueue(counters, deskIds, advisorId, now),
  };
}

/** One row more than asked for tells whether there is a next page. */
async function sortedPage(
  db: Database,
  filter: QueueFilter,
  after: QueueCursor | null,
  limit: number,
): Promise<QueuePage> {
  const rows: { readonly row: SortedRow; readonly phase: number }[] = [];
  for (
    let phase = after?.phase ?? 0;
    phase < PHASES[filter.sort].length && rows.length <= limit;
    phase += 1
  ) {
    const from = after?.phase === phase ? after : null;
    const more = await phaseRows(db, filter, phase, from, limit + 1 - rows.length);
    rows.push(...more.map((row) => ({ row, phase })));
  }
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ row }) => toHead(row)),
    next:
      rows.length > limit && last
        ? { phase: last.phase, key: new Date(last.row.sortKey).toISOString(), id: last.row.id }
        : null,
  };
}

async function foundPage(
  db: Database,
  search: TicketSearch,
  filter: QueueFilter & { readonly text: string },
  after: QueueCursor | null,
  limit: number,
): Promise<QueuePage> {
  const before = after === null ? null : Number(after.key);
  const { hits } = await search.find(filter, { before, limit: limit + 1 });
  const shown = hits.slice(0, limit);
  const last = shown.at(-1);
  const rows = new Map((await heads(db, shown)).map((row) => [row.id, row]));
  return {
    rows: shown.flatMap(({ id }) => rows.get(id) ?? []).map(toHead),
    next: hits.length > limit && last ? { phase: 0, key: String(last.position), id: last.id } : null,
  };
}

async function heads(db: Database, hits: readonly { readonly id: string }[]): Promise<readonly HeadRow[]> {
  if (hits.length === 0) return [];
  const ids = Prisma.join(hits.map(({ id }) => id));
  return db.$queryRaw<
    HeadRow[]
  >`SELECT ${HEAD_COLUMNS} FROM "Ticket" t ${HEAD_JOINS} WHERE t."id" IN (${ids})`;
}
