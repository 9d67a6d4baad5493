import { oneOf } from '../prisma/database';
import type { Desk as DeskRow } from '../prisma/generated/client';
import { DESK_IDS, type Desk, type OpeningHours } from './types';

export const toDesk = (row: DeskRow): Desk => ({
  id: oneOf(DESK_IDS, row.id, 'Desk.id'),
  name: row.name,
  organisation: row.organisation,
  zone: row.zone,
  openingHours: row.openingHours as unknown as OpeningHours,
});
