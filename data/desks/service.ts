import { deskUnknown } from '../errors';
import { toJson, type Database } from '../prisma/database';
import { DEFAULT_DESKS } from './defaults';
import { toDesk, WITH_EXCEPTIONS } from './rows';
import { DESK_IDS, type DeskService } from './types';

/** Creates the desks that the database does not have yet; existing ones keep what was set for them. */
export async function ensureDesks(db: Database): Promise<void> {
  const known = await db.desk.findMany({ select: { id: true } });
  const missing = DEFAULT_DESKS.filter(({ id }) => !known.some((desk) => desk.id === id));
  for (const { id, name, organisation, zone, openingHours } of missing) {
    const create = { id, name, organisation, zone, openingHours: toJson(openingHours) };
    await db.desk.upsert({ where: { id }, create, update: {} });
  }
}

/** Desks from the database. */
export function createDeskService(db: Database): DeskService {
  return {
    async all() {
      const rows = await db.desk.findMany({ include: WITH_EXCEPTIONS });
      const desks = rows.map(toDesk);
      return DESK_IDS.flatMap((id) => desks.filter((desk) => desk.id === id));
    },
    async find(id) {
      const row = await db.desk.findUnique({ where: { id }, include: WITH_EXCEPTIONS });
      if (!row) throw deskUnknown(id);
      return toDesk(row);
    },
  };
}
