import { randomUUID } from 'node:crypto';
import { isDeskId } from '../desks/types';
import { oneOf, toJson, type Database } from '../prisma/database';
import type { Prisma } from '../prisma/generated/client';
import { findThings } from './things';
import type { AuditEntry, AuditFilter, AuditService } from './types';

const ACTOR_KINDS = ['advisor', 'system'] as const;

/** The audit log in the database. */
export function createAuditService(db: Database): AuditService {
  return {
    async record({ actor, detail, ...entry }) {
      await db.auditEntry.create({
        data: {
          ...entry,
          id: randomUUID(),
          actorKind: actor.kind,
          actorId: actor.id,
          actorName: actor.name,
          detail: toJson(detail),
        },
      });
    },
    async list(filter) {
      const rows = await db.auditEntry.findMany({
        where: whereOf(filter),
        orderBy: { position: 'desc' },
        take: filter.limit,
      });
      return rows.map(toEntry);
    },
    things: (deskIds, ids) => findThings(db, deskIds, ids),
  };
}

function whereOf(filter: AuditFilter): Prisma.AuditEntryWhereInput {
  const { deskIds, withoutDesk, actorId, action, entityId, from, to, before } = filter;
  return {
    OR: [{ deskId: { in: [...deskIds] } }, ...(withoutDesk ? [{ deskId: null }] : [])],
    ...(actorId !== undefined && { actorId }),
    ...(action !== undefined && { action: { startsWith: action } }),
    ...(entityId !== undefined && { entityId }),
    ...((from ?? to) !== undefined && { at: { ...(from && { gte: from }), ...(to && { lt: to }) } }),
    ...(before !== undefined && { position: { lt: before } }),
  };
}

const toEntry = (row: Prisma.AuditEntryModel): AuditEntry => ({
  position: row.position,
  id: row.id,
  at: row.at,
  actor: {
    kind: oneOf(ACTOR_KINDS, row.actorKind, 'AuditEntry.actorKind'),
    id: row.actorId,
    name: row.actorName,
  },
  action: row.action,
  deskId: isDeskId(row.deskId) ? row.deskId : null,
  entityKind: row.entityKind,
  entityId: row.entityId,
  detail: row.detail as Readonly<Record<string, unknown>>,
});
