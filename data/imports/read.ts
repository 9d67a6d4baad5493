import type { Column, Kind, Said } from './kind';
import { decode } from './decode';
import { readHead, type Head } from './head';
import { readTable, type FileRow } from './table';
import { MOST_ROWS, type ImportFault } from './types';

/** A row that could be read, and where. */
export interface ReadRow<R> {
  readonly line: number;
  readonly said: Said<R>;
}

export interface ReadFile<R> {
  readonly rows: readonly ReadRow<R>[];
  /** How many rows the file has below its head. */
  readonly count: number;
  readonly nameOf: Head<R>['nameOf'];
  readonly faults: readonly ImportFault[];
}

/**
 * Reads a CSV file as rows of a kind, with every fault that the file itself shows. Pure: what the records say to it comes later
 * (plan.ts). With a fault in its head no row is read: every row would repeat it.
 */
export function readFile<R extends object>(content: Uint8Array, kind: Kind<R>): ReadFile<R> {
  const { rows, brokenQuotes } = readTable(decode(content));
  const [headRow, ...body] = rows;
  const nameOf = (field: keyof R & string): string => kind.columns[field].name;
  const refuse = (
    fault: Pick<ImportFault, 'line' | 'code'>,
    expected: readonly string[] = [],
  ): ReadFile<R> => ({
    rows: [],
    count: body.length,
    nameOf,
    faults: [{ ...fault, column: null, value: null, expected }],
  });
  if (brokenQuotes !== null) return refuse({ line: brokenQuotes, code: 'quotes' });
  if (headRow === undefined) return refuse({ line: 1, code: 'empty' });
  const head = readHead(headRow, kind.columns);
  if (head.faults.length > 0)
    return { rows: [], count: body.length, nameOf: head.nameOf, faults: head.faults };
  if (body.length > MOST_ROWS)
    return refuse({ line: headRow.line, code: 'too-many-rows' }, [String(MOST_ROWS)]);
  const read = body.map((row) => readRow(row, head, kind));
  const rows_ = read.flatMap(({ faults, ...row }) => (faults.length === 0 ? [row] : []));
  return {
    rows: rows_,
    count: body.length,
    nameOf: head.nameOf,
    faults: [...read.flatMap(({ faults }) => faults), ...repeatedIn(read, head, kind)],
  };
}

type RowRead<R> = ReadRow<R> & { readonly faults: readonly ImportFault[] };

function readRow<R extends object>({ line, cells }: FileRow, head: Head<R>, kind: Kind<R>): RowRead<R> {
  const faults: ImportFault[] = [];
  const said: Record<string, unknown> = {};
  if (cells.slice(head.fields.length).some((cell) => cell.trim() !== '')) {
    faults.push({
      line,
      column: null,
      code: 'too-many-cells',
      value: null,
      expected: [String(head.fields.length)],
    });
  }
  head.fields.forEach((field, place) => {
    if (field === null) return;
    const column = kind.columns[field] as Column<unknown>;
    const text = unguarded(cells[place] ?? '');
    const fault = (code: ImportFault['code'], expected: readonly string[] = []): void => {
      faults.push({
        line,
        column: head.nameOf(field),
        code,
        value: text === '' || code === 'forbidden-number' ? null : shortened(text),
        expected,
      });
    };
    if (text === '') {
      if (column.empty === 'needed') fault('required');
      if (column.empty === 'cleared') said[field] = null;
      return;
    }
    const read = column.cell.read(text);
    if (read.ok) said[field] = read.value;
    else fault(read.fault.code, read.fault.expected);
  });
  return { line, said: said as Said<R>, faults };
}

/** An export puts an apostrophe before what a spreadsheet would run as a formula (bot/exports/csv.ts): it is none of the text. */
const unguarded = (cell: string): string =>
  cell
    .trim()
    .replace(/^'(?=\s*[=+\-@])/, '')
    .trim();

const LONGEST_SHOWN = 60;
const shortened = (text: string): string =>
  text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN - 1)}…`;

/** Rows that are about the same record as an earlier one. */
function repeatedIn<R extends object>(
  rows: readonly RowRead<R>[],
  head: Head<R>,
  kind: Kind<R>,
): ImportFault[] {
  const faults: ImportFault[] = [];
  const keys = Object.entries(kind.keys) as [keyof R & string, (said: Said<R>) => string | undefined][];
  for (const [field, keyOf] of keys) {
    const lines = new Map<string, number>();
    for (const { line, said } of rows) {
      const key = keyOf(said);
      if (key === undefined) continue;
      const first = lines.get(key);
      if (first === undefined) lines.set(key, line);
      else {
        faults.push({
          line,
          column: head.nameOf(field),
          code: 'repeated',
          value: shortened(key),
          expected: [String(first)],
        });
      }
    }
  }
  // A number that stands in for an id is told of once.
  return faults.filter(
    (fault, index) =>
      faults.findIndex((one) => one.line === fault.line && one.value === fault.value) === index,
  );
}
