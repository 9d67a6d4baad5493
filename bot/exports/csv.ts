/**
 * CSV as French spreadsheets open it by a double click: UTF-8 with a byte-order mark, semicolons, CRLF.
 * A text that a spreadsheet would run as a formula is made plain by an apostrophe before it (OWASP, "CSV injection").
 */
export const CSV_TYPE = 'text/csv; charset=utf-8';

const BYTE_ORDER_MARK = '\uFEFF';
const SEPARATOR = ';';
const LINE_END = '\r\n';
/** How much is handed on at once. */
const CHUNK_CHARACTERS = 16_384;

/** A number is written with a decimal comma and never taken for a formula. */
export type Cell = string | { readonly number: number; readonly digits: number };

function cellText(cell: Cell): string {
  if (typeof cell !== 'string') return cell.number.toFixed(cell.digits).replace('.', ',');
  const plain = /^[\s]*[=+\-@]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

const line = (cells: readonly Cell[]): string => cells.map(cellText).join(SEPARATOR) + LINE_END;

/** The file in pieces, as its rows are read: never held as a whole. */
export async function* csvFile(
  columns: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string, void, undefined> {
  let pending = BYTE_ORDER_MARK + line(columns);
  for await (const row of rows) {
    pending += line(row);
    if (pending.length < CHUNK_CHARACTERS) continue;
    yield pending;
    pending = '';
  }
  if (pending !== '') yield pending;
}
