import type { DeskId } from '../desks/types';
import type { Transaction } from '../prisma/database';
import type { Column, Kind, Said } from './kind';
import type { ReadFile, ReadRow } from './read';
import type { ImportFault } from './types';

/** What becomes of one row. */
export type PlannedRow<R> =
  | { readonly outcome: 'created'; readonly deskId: DeskId; readonly row: R }
  | { readonly outcome: 'changed'; readonly deskId: DeskId; readonly row: R; readonly changes: Partial<R> }
  | { readonly outcome: 'unchanged'; readonly deskId: DeskId };

export interface Plan<R> {
  readonly rows: readonly PlannedRow<R>[];
  /** Those of the file and those that the records know of, in the order of the file. */
  readonly faults: readonly ImportFault[];
}

/** Holds the rows of a file against the records: what each would do, and everything that is against it. Writes nothing. */
export async function planImport<R extends object>(
  tx: Transaction,
  kind: Kind<R>,
  file: ReadFile<R>,
  deskIds: readonly DeskId[],
): Promise<Plan<R>> {
  const around = await kind.surroundings(
    tx,
    file.rows.map(({ said }) => said),
    deskIds,
  );
  const faults: ImportFault[] = [];
  const rows: PlannedRow<R>[] = [];
  for (const read of file.rows) {
    const known = around.known(read.said);
    const merged = { ...(known?.row ?? initial(kind)), ...read.said } as R;
    const against = around.faults(merged, known);
    faults.push(
      ...against.map(({ field, code, expected = [] }) => faultOf(read, file, { field, code, expected })),
    );
    const deskId = known?.deskId ?? around.deskOf(read.said);
    if (against.length > 0 || deskId === null) continue;
    const changes = known === null ? {} : differences(known.row, read.said);
    if (known === null) rows.push({ outcome: 'created', deskId, row: merged });
    else if (Object.keys(changes).length === 0) rows.push({ outcome: 'unchanged', deskId });
    else rows.push({ outcome: 'changed', deskId, row: known.row, changes });
  }
  return { rows, faults: [...file.faults, ...faults].sort((one, other) => one.line - other.line) };
}

function faultOf<R extends object>(
  { line, said }: ReadRow<R>,
  { nameOf }: ReadFile<R>,
  { field, ...fault }: Pick<ImportFault, 'code' | 'expected'> & { readonly field: (keyof R & string) | null },
): ImportFault {
  const value = field === null ? null : said[field];
  return {
    ...fault,
    line,
    column: field === null ? null : nameOf(field),
    value: typeof value === 'string' || typeof value === 'number' ? String(value) : null,
  };
}

function initial<R extends object>({ columns }: Kind<R>): Partial<R> {
  const entries = Object.entries(columns) as [string, Column<unknown>][];
  return Object.fromEntries(
    entries.flatMap(([field, column]) => (column.initial === undefined ? [] : [[field, column.initial]])),
  ) as Partial<R>;
}

function differences<R extends object>(known: R, said: Said<R>): Partial<R> {
  const fields = Object.keys(said) as (keyof R)[];
  return Object.fromEntries(
    fields.filter((field) => said[field] !== known[field]).map((field) => [field, said[field]]),
  ) as Partial<R>;
}
