import type { Database } from '../../prisma/database';
import { Prisma } from '../../prisma/generated/client';
import { conditionsOf } from './conditions';
import { type Lane, PHASES } from './lanes';
import { HEAD_COLUMNS, HEAD_JOINS, type HeadRow } from './rows';
import type { QueueCursor, QueueFilter } from './types';

export type SortedRow = HeadRow & { readonly sortKey: string | Date };

/** The rows of one phase after the cursor, in order. */
export async function phaseRows(
  db: Database,
  filter: QueueFilter,
  phase: number,
  after: QueueCursor | null,
  limit: number,
): Promise<readonly SortedRow[]> {
  const query = phaseQuery(filter, phase, after, limit);
  return query === null ? [] : db.$queryRaw<SortedRow[]>(query);
}

/**
 * Each desk and state is read along its index, no further than the page is long; what they give is merged. null: the filter leaves
 * nothing of this phase.
 */
export function phaseQuery(
  filter: QueueFilter,
  phase: number,
  after: QueueCursor | null,
  limit: number,
): Prisma.Sql | null {
  const lanes = PHASES[filter.sort][phase] ?? [];
  const branches = lanes.flatMap((lane) => branchesOf(filter, lane, after, limit));
  const order = lanes[0]?.order;
  if (branches.length === 0 || order === undefined) return null;
  const union = Prisma.join(
    branches.map((branch, index) => Prisma.sql`SELECT * FROM (${branch}) AS ${Prisma.raw(`b${index}`)}`),
    ' UNION ALL ',
  );
  return Prisma.sql`
    SELECT ${HEAD_COLUMNS}, k."sortKey" AS "sortKey"
    FROM (SELECT "id", "sortKey" FROM (${union}) AS u ORDER BY "sortKey" ${direction(order)}, "id" ASC LIMIT ${limit}) AS k
    JOIN "Ticket" t ON t."id" = k."id" ${HEAD_JOINS}
    ORDER BY k."sortKey" ${direction(order)}, k."id" ASC`;
}

function branchesOf(filter: QueueFilter, lane: Lane, after: QueueCursor | null, limit: number): Prisma.Sql[] {
  const statuses = lane.statuses.filter((status) => filter.statuses?.includes(status) ?? true);
  const column = Prisma.raw(`t."${lane.column}"`);
  const without =
    lane.without === undefined ? Prisma.empty : Prisma.sql`AND ${Prisma.raw(`t."${lane.without}"`)} IS NULL`;
  return filter.deskIds.flatMap((deskId) =>
    statuses.map(
      (status) => Prisma.sql`
        SELECT t."id" AS "id", ${column} AS "sortKey" FROM "Ticket" t
        WHERE ${conditionsOf({ ...filter, deskIds: [deskId], statuses: [status] })} AND ${column} IS NOT NULL ${without}
          ${after === null ? Prisma.empty : beyond(column, lane.order, after)}
        ORDER BY ${column} ${direction(lane.order)}, t."id" ASC LIMIT ${limit}`,
    ),
  );
}

/** Rows after the cursor. The first condition is the index's, the second tells rows of one instant apart. */
function beyond(column: Prisma.Sql, order: Lane['order'], { key, id }: QueueCursor): Prisma.Sql {
  const at = new Date(key);
  return order === 'asc'
    ? Prisma.sql`AND ${column} >= ${at} AND (${column} > ${at} OR t."id" > ${id})`
    : Prisma.sql`AND ${column} <= ${at} AND (${column} < ${at} OR t."id" > ${id})`;
}

const direction = (order: Lane['order']): Prisma.Sql => Prisma.raw(order === 'asc' ? 'ASC' : 'DESC');
