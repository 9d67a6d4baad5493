import { DESK_IDS } from '../../desks/types';
import type { Database } from '../../prisma/database';
import { Prisma } from '../../prisma/generated/client';
import { conditionsOf } from '../list/conditions';
import type { QueueFilter } from '../list/types';
import { type ScopeKind, scopeWord, SEARCHED } from './sqlite-index';
import type { TicketSearch } from './types';
import { searchTerms, type SearchTerm } from './words';

/** The search on SQLite's FTS5 (sqlite-index.ts). */
export function createSqliteSearch(db: Database): TicketSearch {
  return {
    async find(filter, { before, limit }) {
      const match = matchOf(filter);
      if (match === null) return { hits: [] };
      const below = before === null ? Prisma.empty : Prisma.sql`AND i.rowid < ${before}`;
      // The scope narrows what is read; the ticket itself decides. CROSS JOIN keeps the order of reading: the index first, then what it
      // found. Left to itself SQLite reads every ticket of a desk and asks the index about each.
      const rows = await db.$queryRaw<{ id: string; position: number | bigint }[]>`
        SELECT t."id" AS "id", d."position" AS "position"
        FROM "TicketIndex" i CROSS JOIN "TicketDocument" d ON d."position" = i.rowid
        CROSS JOIN "Ticket" t ON t."id" = d."ticketId"
        WHERE i."TicketIndex" MATCH ${match} ${below} AND ${conditionsOf(filter)}
        ORDER BY i.rowid DESC LIMIT ${limit}`;
      return { hits: rows.map(({ id, position }) => ({ id, position: Number(position) })) };
    },
  };
}

/** The filter as FTS5 reads it; null when nothing can match. Words are quoted: nothing that was typed is an operator. */
export function matchOf(filter: QueueFilter & { readonly text: string }): string | null {
  const terms = searchTerms(filter.text);
  if (terms.length === 0 || filter.deskIds.length === 0) return null;
  const words = `{${SEARCHED.join(' ')}} : (${terms.map(quoted).join(' AND ')})`;
  const scope = scopeOf(filter).map(
    ([kind, values]) => `scope : (${values.map((value) => scopeWord(kind, value)).join(' OR ')})`,
  );
  return [words, ...scope].map((part) => `(${part})`).join(' AND ');
}

const quoted = ({ words, open }: SearchTerm): string => `"${words.join(' ')}"${open ? '*' : ''}`;

/** What narrows; a list that names every desk would only cost time. */
function scopeOf(filter: QueueFilter): readonly (readonly [ScopeKind, readonly string[]])[] {
  const every: readonly (readonly [ScopeKind, readonly (string | null)[] | undefined])[] = [
    ['desk', filter.deskIds.length < DESK_IDS.length ? filter.deskIds : undefined],
    ['status', filter.statuses],
    ['category', filter.categories],
    ['priority', filter.priorities],
    ['assignee', filter.assigneeIds],
    ['team', filter.teamIds],
    ['topic', filter.topicIds],
  ];
  return every.flatMap(([kind, values]) =>
    values === undefined || values.length === 0 ? [] : [[kind, values.map((value) => value ?? '')] as const],
  );
}
