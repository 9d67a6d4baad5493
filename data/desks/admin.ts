import { randomUUID } from 'node:crypto';
import { deskUnknown } from '../errors';
import { inTransaction, toJson, toNullableJson, type Database, type Transaction } from '../prisma/database';
import { ok, refused } from '../result';
import type { Setting } from '../settings/types';
import { writeSetting } from '../settings/service';
import { reckonLater } from '../sla/reckon';
import { SLA_TARGETS_KEY, targetFaults, targetsOf } from '../sla/desk-targets';
import type { SlaTargets } from '../sla/targets';
import type { DeskAdministration } from './admin-types';
import { hoursFaults, inOrder, spansFault, tidyHours } from './hours-rules';
import { toDesk, toException, WITH_EXCEPTIONS } from './rows';
import type { DeskId } from './types';

/** What desks set for themselves. Whatever moves a deadline marks the open tickets to be reckoned anew, in the same transaction. */
export function createDeskAdministration(db: Database): DeskAdministration {
  return {
    async hours(deskId) {
      const row = await deskRow(db, deskId);
      return { openingHours: toDesk(row).openingHours, version: row.hoursVersion };
    },
    saveHours: ({ deskId, openingHours, expectedVersion }) =>
      inTransaction(db, async (tx) => {
        const faults = hoursFaults(openingHours);
        if (faults.length > 0) return refused({ code: 'wrong-hours', faults });
        const row = await deskRow(tx, deskId);
        const current = { openingHours: toDesk(row).openingHours, version: row.hoursVersion };
        if (row.hoursVersion !== expectedVersion) return refused({ code: 'conflict', current });
        const kept = tidyHours(openingHours);
        const { hoursVersion: version } = await tx.desk.update({
          where: { id: deskId },
          data: { openingHours: toJson(kept), hoursVersion: { increment: 1 } },
        });
        const reckoned = await reckonLater(tx, deskId);
        return ok({ before: current.openingHours, now: { openingHours: kept, version }, reckoned });
      }),
    saveException: ({ deskId, exception }) =>
      inTransaction(db, async (tx) => {
        const { day, label, open, spans } = exception;
        const fault = spans === null ? null : spansFault(spans);
        if (fault !== null || spans?.length === 0) return refused({ code: 'wrong-spans' });
        const known = await tx.deskClosure.findUnique({ where: { deskId_day: { deskId, day } } });
        if (known) return refused({ code: 'day-taken', current: toException(known) });
        const hours = open && spans !== null ? inOrder(spans) : null;
        const row = await tx.deskClosure.create({
          data: { id: randomUUID(), deskId, day, label, open, spans: toNullableJson(hours) },
        });
        return ok({ exception: toException(row), reckoned: await reckonLater(tx, deskId) });
      }),
    removeException: (deskId, day) =>
      inTransaction(db, async (tx) => {
        const where = { deskId_day: { deskId, day } };
        const row = await tx.deskClosure.findUnique({ where });
        if (!row) return null;
        await tx.deskClosure.delete({ where });
        await reckonLater(tx, deskId);
        return toException(row);
      }),
    targets: (deskId) => targetsOf(db, deskId),
    saveTargets: ({ deskId, targets, expectedVersion, advisorId, now }) =>
      inTransaction(db, async (tx) => {
        const faults = targetFaults(targets);
        if (faults.length > 0) return refused({ code: 'wrong-targets', faults });
        const before: Setting<SlaTargets> = await targetsOf(tx, deskId);
        const saved = await writeSetting(tx, {
          scope: deskId,
          key: SLA_TARGETS_KEY,
          value: inShape(targets),
          expectedVersion,
          advisorId,
          now,
        });
        if (!saved.ok) return refused({ code: 'conflict', current: before });
        const reckoned = await reckonLater(tx, deskId);
        return ok({ before: before.value, now: saved.value as Setting<SlaTargets>, reckoned });
      }),
  };
}

/** The targets and nothing beside them. */
const inShape = (targets: SlaTargets): SlaTargets => ({
  urgent: only(targets, 'urgent'),
  high: only(targets, 'high'),
  normal: only(targets, 'normal'),
  low: only(targets, 'low'),
});

const only = (targets: SlaTargets, priority: keyof SlaTargets) => ({
  'first-reply': targets[priority]['first-reply'],
  resolution: targets[priority].resolution,
});

async function deskRow(tx: Database | Transaction, id: DeskId) {
  const row = await tx.desk.findUnique({ where: { id }, include: WITH_EXCEPTIONS });
  if (!row) throw deskUnknown(id);
  return row;
}
