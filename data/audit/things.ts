import { type DeskId, isDeskId } from '../desks/types';
import type { Database } from '../prisma/database';
import type { AuditThing, AuditThings } from './types';

type Find = (
  db: Database,
  ids: readonly string[],
  deskIds: readonly DeskId[],
) => Promise<readonly (readonly [id: string, thing: AuditThing])[]>;

const named = (id: string, name: string, ticket: string | null = null) => [id, { name, ticket }] as const;

const advisors: Find = async (db, ids, deskIds) => {
  const rows = await db.advisor.findMany({
    where: { id: { in: [...ids] }, desks: { some: { deskId: { in: [...deskIds] } } } },
    select: { id: true, name: true },
  });
  return rows.map(({ id, name }) => named(id, name));
};

const tickets: Find = async (db, ids, deskIds) => {
  const rows = await db.ticket.findMany({
    where: { id: { in: [...ids] }, deskId: { in: [...deskIds] } },
    select: { id: true, reference: true },
  });
  return rows.map(({ id, reference }) => named(id, reference, reference));
};

const desks: Find = async (db, ids, deskIds) => {
  const rows = await db.desk.findMany({
    where: { id: { in: ids.filter((id) => isDeskId(id) && deskIds.includes(id)) } },
    select: { id: true, name: true },
  });
  return rows.map(({ id, name }) => named(id, name));
};

/** How the things of each kind are called; the kinds are those of the log. What is not here has no name that anybody knows. */
const FINDERS: Readonly<Record<string, Find>> = {
  advisors,
  absences: advisors,
  tickets,
  live: tickets,
  settings: desks,
  retention: desks,
  async attachments(db, ids, deskIds) {
    const rows = await db.attachment.findMany({
      where: { id: { in: [...ids] }, conversation: { deskId: { in: [...deskIds] } } },
      select: { id: true, name: true, ticketId: true },
    });
    const owners = new Map(
      await tickets(
        db,
        rows.flatMap(({ ticketId }) => ticketId ?? []),
        deskIds,
      ),
    );
    return rows.map(({ id, name, ticketId }) => named(id, name, owners.get(ticketId ?? '')?.name ?? null));
  },
  async appointments(db, ids, deskIds) {
    const rows = await db.appointment.findMany({
      where: { id: { in: [...ids] }, deskId: { in: [...deskIds] } },
      select: { id: true, reference: true },
    });
    return rows.map(({ id, reference }) => named(id, reference));
  },
  async coupons(db, ids, deskIds) {
    const rows = await db.coupon.findMany({
      where: { id: { in: [...ids] }, person: { deskId: { in: [...deskIds] } } },
      select: { id: true, reference: true },
    });
    return rows.map(({ id, reference }) => named(id, reference));
  },
  async teams(db, ids, deskIds) {
    const rows = await db.team.findMany({
      where: { id: { in: [...ids] }, deskId: { in: [...deskIds] } },
      select: { id: true, name: true },
    });
    return rows.map(({ id, name }) => named(id, name));
  },
  async replies(db, ids, deskIds) {
    const rows = await db.cannedReply.findMany({
      where: { id: { in: [...ids] }, deskId: { in: [...deskIds] } },
      select: { id: true, title: true },
    });
    return rows.map(({ id, title }) => named(id, title));
  },
  async 'webchat-keys'(db, ids, deskIds) {
    const rows = await db.webchatKey.findMany({
      where: { id: { in: [...ids] }, deskId: { in: [...deskIds] } },
      select: { id: true, label: true },
    });
    return rows.map(({ id, label }) => named(id, label));
  },
  async channels(db, ids, deskIds) {
    const rows = await db.teamsChannel.findMany({
      where: { id: { in: [...ids] }, deskId: { in: [...deskIds] } },
      select: { id: true, name: true },
    });
    return rows.map(({ id, name }) => named(id, name));
  },
};

/** Looks up how things are called today, one question a kind. What has been deleted, or is of another desk, is not in the answer. */
export async function findThings(
  db: Database,
  deskIds: readonly DeskId[],
  ids: Readonly<Record<string, readonly string[]>>,
): Promise<AuditThings> {
  const found = await Promise.all(
    Object.entries(ids).map(async ([kind, wanted]) => {
      const unique = [...new Set(wanted)];
      const rows = unique.length === 0 ? [] : await FINDERS[kind]?.(db, unique, deskIds);
      return [kind, new Map(rows)] as const;
    }),
  );
  return new Map(found);
}
