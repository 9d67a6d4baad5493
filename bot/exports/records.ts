import type { DeskId } from '../../data/desks/types';
import type { ExportTable } from '../../data/imports/types';
import { csvFile } from './csv';

/** Records as a file that a spreadsheet opens, and that an import takes back. */
export const recordsCsv = ({ columns, rows }: ExportTable): AsyncGenerator<string, void, undefined> =>
  csvFile(columns, rows);

/** "people-abc.csv", "tickets-2026-11.csv" */
export const recordsFileName = (
  kind: string,
  deskIds: readonly DeskId[],
  month: string | null = null,
): string =>
  `${[kind, ...(month === null ? [] : [month]), ...(deskIds.length === 1 ? deskIds : [])].join('-')}.csv`;
