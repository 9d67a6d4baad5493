import { randomUUID } from 'node:crypto';
import type { DeskId } from '../desks/types';
import { inTransaction, toJson, type Database, type Transaction } from '../prisma/database';
import { assignments } from './assignments';
import { invoices } from './invoices';
import type { Column, Kind } from './kind';
import { ledgerTable } from './ledger';
import { people } from './people';
import { planImport, type PlannedRow } from './plan';
import { readFile } from './read';
import { students } from './students';
import {
  MOST_FAULTS,
  type ExportTable,
  type ImportCommand,
  type ImportCounts,
  type ImportKind,
  type ImportReport,
  type ImportService,
} from './types';

/** Gives a kind to work that does not need to know which: each keeps its rows to itself. */
function withKind<T>(name: ImportKind, work: <R extends object>(kind: Kind<R>) => T): T {
  switch (name) {
    case 'people':
      return work(people);
    case 'assignments':
      return work(assignments);
    case 'students':
      return work(students);
    case 'invoices':
      return work(invoices);
  }
}

/** The import and export of records as CSV files. */
export function createImportService(db: Database): ImportService {
  return {
    run: (command) => withKind(command.kind, (kind) => run(db, kind, command)),
    table: (name, deskIds) => withKind(name, (kind) => tableOf(db, kind, deskIds)),
    ledger: (kind, deskIds, month) => ledgerTable(db, kind, deskIds, month),
  };
}

/** The head of a kind's file and a row as an example. */
export const templateOf = (name: ImportKind): readonly (readonly string[])[] =>
  withKind(name, (kind) => {
    const columns = Object.values(kind.columns) as Column<unknown>[];
    return [columns.map((column) => column.name), columns.map((column) => column.cell.example)];
  });

async function run<R extends object>(
  db: Database,
  kind: Kind<R>,
  command: ImportCommand,
): Promise<ImportReport> {
  const file = readFile(command.content, kind);
  const work = async (tx: Transaction): Promise<ImportReport> => {
    const { rows, faults } = await planImport(tx, kind, file, command.deskIds);
    const written = !command.dryRun && faults.length === 0;
    if (written) await write(tx, kind, rows, command);
    return {
      ...countsOf(rows),
      rows: file.count,
      faults: faults.slice(0, MOST_FAULTS),
      faultCount: faults.length,
      written,
    };
  };
  return command.dryRun ? work(db) : inTransaction(db, work);
}

/** How many rows are written at once: a statement takes so many values. */
const CREATED_AT_ONCE = 200;

async function write<R extends object>(
  tx: Transaction,
  kind: Kind<R>,
  rows: readonly PlannedRow<R>[],
  command: ImportCommand,
): Promise<void> {
  const created = rows.flatMap((planned) => (planned.outcome === 'created' ? [planned.row] : []));
  for (let from = 0; from < created.length; from += CREATED_AT_ONCE) {
    await kind.create(tx, created.slice(from, from + CREATED_AT_ONCE), command.now);
  }
  for (const planned of rows) {
    if (planned.outcome === 'changed') await kind.change(tx, planned.row, planned.changes);
  }
  await record(tx, rows, command);
}

/** The history: one entry a desk, so that each desk reads of its own rows only. */
async function record(
  tx: Transaction,
  rows: readonly PlannedRow<unknown>[],
  { kind, fileName, actor, now }: ImportCommand,
): Promise<void> {
  const desks = [...new Set(rows.map(({ deskId }) => deskId))];
  await tx.auditEntry.createMany({
    data: desks.map((deskId) => ({
      id: randomUUID(),
      at: now,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      action: 'imports.write',
      deskId,
      entityKind: 'imports',
      entityId: null,
      detail: toJson({ kind, file: fileName, ...countsOf(rows.filter((row) => row.deskId === deskId)) }),
    })),
  });
}

function countsOf(rows: readonly PlannedRow<unknown>[]): ImportCounts {
  const count = (outcome: PlannedRow<unknown>['outcome']): number =>
    rows.filter((row) => row.outcome === outcome).length;
  return { created: count('created'), changed: count('changed'), unchanged: count('unchanged') };
}

function tableOf<R extends object>(db: Database, kind: Kind<R>, deskIds: readonly DeskId[]): ExportTable {
  const columns = Object.entries(kind.columns) as [keyof R, Column<unknown>][];
  async function* rows(): AsyncGenerator<readonly string[], void, undefined> {
    for await (const row of kind.all(db, deskIds)) {
      yield columns.map(([field, { cell }]) => {
        const value = row[field];
        return value === null || value === undefined ? '' : cell.write(value as never);
      });
    }
  }
  return { columns: columns.map(([, { name }]) => name), rows: rows() };
}
