import { oneOf } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import { DESK_IDS, type DayException, type Desk, type OpeningHours, type OpenSpan } from './types';

/** A desk is read with the days on which it keeps other hours: whatever is reckoned from its hours depends on them. */
export const WITH_EXCEPTIONS = { closures: { orderBy: { day: 'asc' } } } satisfies Prisma.DeskInclude;

export const toDesk = (row: Prisma.DeskGetPayload<{ include: typeof WITH_EXCEPTIONS }>): Desk => ({
  id: oneOf(DESK_IDS, row.id, 'Desk.id'),
  name: row.name,
  organisation: row.organisation,
  zone: row.zone,
  openingHours: row.openingHours as unknown as OpeningHours,
  exceptions: row.closures.map(toException),
});

export const toException = (row: Prisma.DeskClosureModel): DayException => ({
  day: row.day,
  label: row.label,
  open: row.open,
  spans: row.spans as readonly OpenSpan[] | null,
});
