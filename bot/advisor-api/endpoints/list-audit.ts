import { DateTime } from 'luxon';
import { z } from 'zod';
import type { AuditEntry } from '../../../data/audit/types';
import { auditNames } from '../audit-names';
import type { AuditLine, AuditPage } from '../contract-audit';
import { endpoint } from '../endpoint';

const PAGE = 50;

const query = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  actor: z.string().max(100).optional(),
  about: z
    .string()
    .max(50)
    .regex(/^[a-z.-]*$/)
    .optional(),
  before: z.coerce.number().int().positive().optional(),
});

const answer = z.object({
  lines: z.array(
    z.object({
      id: z.string(),
      at: z.iso.datetime(),
      actor: z.string(),
      action: z.string(),
      desk: z.string().nullable(),
      entityId: z.string().nullable(),
      about: z.object({ name: z.string(), ticket: z.string().nullable() }).nullable(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
  names: z.record(z.string(), z.string()),
  next: z.int().nullable(),
});

/** GET /audit: the log of her desks, the latest first; what belongs to no desk is for admins. */
export const listAudit = endpoint({
  method: 'get',
  path: '/audit',
  summary: 'Who changed what, and who looked at whose records',
  query,
  answer,
  roles: ['supervisor', 'admin'],
  async handle({ advisor, scope, query: asked }, { services, knowledge }) {
    const zone = await scope.zone();
    const day = (value: string) => DateTime.fromISO(value, { zone });
    const entries = await services.audit.list({
      deskIds: scope.deskIds,
      withoutDesk: advisor.role === 'admin',
      limit: PAGE + 1,
      ...(asked.from && { from: day(asked.from).toJSDate() }),
      ...(asked.to && { to: day(asked.to).plus({ days: 1 }).toJSDate() }),
      ...(asked.actor && { actorId: asked.actor }),
      ...(asked.about && { action: asked.about }),
      ...(asked.before && { before: asked.before }),
    });
    const shown = entries.slice(0, PAGE);
    const { about, names } = await auditNames(shown, scope.deskIds, services.audit, knowledge);
    const body: AuditPage = {
      lines: shown.map((entry) => ({ ...line(entry), about: about(entry) })),
      names,
      next: entries.length > PAGE ? (shown.at(-1)?.position ?? null) : null,
    };
    return { kind: 'json', body };
  },
});

const line = ({ id, at, actor, action, deskId, entityId, detail }: AuditEntry): Omit<AuditLine, 'about'> => ({
  id,
  at: at.toISOString(),
  actor: actor.name,
  action,
  desk: deskId,
  entityId,
  detail,
});
