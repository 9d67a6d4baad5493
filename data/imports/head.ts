import { plain } from './cells';
import type { Column, Columns } from './kind';
import type { FileRow } from './table';
import type { ImportFault } from './types';

/** Which field a column of the file is, by its place; null: none. */
export interface Head<R> {
  readonly fields: readonly ((keyof R & string) | null)[];
  /** What the file calls a field; its template's name where it has none. */
  nameOf(field: keyof R & string): string;
  readonly faults: readonly ImportFault[];
}

/** Numbers that are never kept, only whether they are known (A019, A023): a column of them is refused whatever is in it. */
const FORBIDDEN = [
  /^(?:numero)?(?:d)?iban$/,
  /^(?:numero)?nir$/,
  /^(?:n|no|num|numero)?(?:de|du)?(?:secu|secusociale|securitesociale)$/,
  /^(?:ssn|socialsecurity|socialsecuritynumber|ssnnumber|ibannumber)$/,
  /^(?:rib|bic|swift|bankaccount|accountnumber|comptebancaire|coordonneesbancaires)$/,
];

/** Finds the columns of a kind in the first row of a file; the order is free. */
export function readHead<R extends object>(row: FileRow, columns: Columns<R>): Head<R> {
  const entries = Object.entries(columns) as [keyof R & string, Column<unknown>][];
  const byName = new Map(
    entries.flatMap(([field, { name, also }]) =>
      [field, name, ...also].map((one) => [plain(one), field] as const),
    ),
  );
  const faults: ImportFault[] = [];
  const seen = new Set<string>();
  const names = new Map<string, string>();
  const fault = (code: ImportFault['code'], column: string, expected: readonly string[] = []): null => {
    faults.push({ line: row.line, column, code, value: null, expected });
    return null;
  };
  const fieldOf = (said: string, place: number): (keyof R & string) | null => {
    const name = said.trim();
    const field = byName.get(plain(name));
    if (name === '') return null;
    if (field === undefined) {
      if (FORBIDDEN.some((pattern) => pattern.test(plain(name)))) return fault('forbidden-column', name);
      const expected = entries.filter(([one]) => !seen.has(one)).map(([, column]) => column.name);
      return fault('unknown-column', name, place < row.cells.length ? expected : []);
    }
    if (seen.has(field)) return fault('repeated-column', name);
    seen.add(field);
    names.set(field, name);
    return field;
  };
  const fields = row.cells.map(fieldOf);
  for (const [field, { name, empty }] of entries) {
    if (empty === 'needed' && !seen.has(field)) fault('missing-column', name);
  }
  return { fields, nameOf: (field) => names.get(field) ?? columns[field].name, faults };
}
