import { Prisma } from '../../prisma/generated/client';
import type { QueueFilter } from './types';

const FALSE = Prisma.sql`1 = 0`;

/** The filter as a condition on "Ticket" under the name t. Everything but the text. */
export function conditionsOf(filter: QueueFilter): Prisma.Sql {
  const conditions = [
    among('deskId', filter.deskIds),
    among('status', filter.statuses),
    among('category', filter.categories),
    among('priority', filter.priorities),
    among('assigneeId', filter.assigneeIds),
    among('teamId', filter.teamIds),
    among('topicId', filter.topicIds),
    filter.overdueAt && Prisma.sql`t."dueAt" < ${filter.overdueAt}`,
  ].filter((condition) => condition !== undefined);
  return Prisma.join(conditions, ' AND ');
}

/** A single value is an equality, which lets an index keep its order. */
function among(column: string, values: readonly (string | null)[] | undefined): Prisma.Sql | undefined {
  if (values === undefined) return undefined;
  const name = Prisma.raw(`t."${column}"`);
  const named = values.filter((value) => value !== null);
  const alternatives = [
    ...(named.length === 1 ? [Prisma.sql`${name} = ${named[0]}`] : []),
    ...(named.length > 1 ? [Prisma.sql`${name} IN (${Prisma.join(named)})`] : []),
    ...(named.length < values.length ? [Prisma.sql`${name} IS NULL`] : []),
  ];
  if (alternatives.length === 0) return FALSE;
  return alternatives.length === 1 ? alternatives[0] : Prisma.sql`(${Prisma.join(alternatives, ' OR ')})`;
}
