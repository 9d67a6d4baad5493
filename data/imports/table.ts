import Papa from 'papaparse';

/** A row of a file with the line on which it begins. */
export interface FileRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface FileTable {
  readonly rows: readonly FileRow[];
  /** The line of a quote that is never closed, or of text behind a closing one; null: there is none. */
  readonly brokenQuotes: number | null;
}

const DELIMITERS = [';', ',', '\t'] as const;

/** Reads the rows of a CSV file, whichever of semicolon, comma and tabulator separates it. Empty lines are left out. */
export function readTable(text: string): FileTable {
  const delimiter = delimiterOf(text);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false });
  const rows: FileRow[] = [];
  const lines: number[] = [];
  let line = 1;
  for (const cells of data) {
    lines.push(line);
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells });
    line += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
  }
  const broken = errors.find(({ type }) => type === 'Quotes');
  return { rows, brokenQuotes: broken === undefined ? null : (lines[broken.row ?? 0] ?? 1) };
}

const breaksIn = (cell: string): number => cell.match(/\r\n|\r|\n/g)?.length ?? 0;

/** The separator that the head has most of, outside of quotes. */
function delimiterOf(text: string): string {
  const [head = ''] = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '');
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}
