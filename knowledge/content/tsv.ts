/** A row of a tab-separated file, by column name, with the line it stands on (1-based). */
export interface TsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * Reads a tab-separated file with a header line. Empty lines and lines that begin with `#` are skipped; missing cells are ''.
 *
 * @param text the whole file.
 */
export function parseTsv(text: string): readonly TsvRow[] {
  const rows: TsvRow[] = [];
  let header: readonly string[] | null = null;
  text.split(/\r?\n/).forEach((raw, index) => {
    if (raw.trim() === '' || raw.startsWith('#')) return;
    const cells = raw.split('\t').map((cell) => cell.trim());
    if (!header) {
      header = cells;
      return;
    }
    rows.push({
      line: index + 1,
      cells: Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ''])),
    });
  });
  return rows;
}
