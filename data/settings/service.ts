import { inTransaction, toJson, type Database, type Transaction } from '../prisma/database';
import { ok, refused, type Result } from '../result';
import type { Setting, SettingConflict, SettingScope, SettingService } from './types';

/** What desks and the house have set in the administration. */
export function createSettingService(db: Database): SettingService {
  return {
    find: (scope, key, builtIn) => readSetting(db, scope, key, builtIn),
    save: (command) => inTransaction(db, (tx) => writeSetting(tx, command)),
  };
}

/** Reads a setting, also within the transaction of what depends on it. */
export async function readSetting<T>(
  tx: Database | Transaction,
  scope: SettingScope,
  key: string,
  builtIn: T,
): Promise<Setting<T>> {
  const row = await tx.setting.findUnique({ where: { scope_key: { scope, key } } });
  if (!row) return { value: builtIn, version: 0, updatedById: null, updatedAt: null };
  const { value, version, updatedById, updatedAt } = row;
  return { value: value as T, version, updatedById, updatedAt };
}

/** Writes a setting in the transaction of what follows from it. */
export async function writeSetting<T>(
  tx: Transaction,
  command: Parameters<SettingService['save']>[0] & { readonly value: T },
): Promise<Result<Setting<T>, SettingConflict>> {
  const { scope, key, value, expectedVersion, advisorId, now } = command;
  const { version } = await readSetting(tx, scope, key, value);
  if (version !== expectedVersion) return refused({ code: 'conflict' });
  const changed = { value: toJson(value), version: version + 1, updatedById: advisorId, updatedAt: now };
  await tx.setting.upsert({
    where: { scope_key: { scope, key } },
    create: { scope, key, ...changed },
    update: changed,
  });
  return ok({ ...changed, value });
}
