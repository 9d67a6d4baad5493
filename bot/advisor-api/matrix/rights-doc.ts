import type { AdvisorRole } from '../../../data/advisors/types';
import type { Endpoint } from '../endpoint';
import { EVERYONE, type Row, TABLE } from './table';

const HEAD = ['what', 'endpoint', ...EVERYONE];

/** The table of docs/rights.md, from the table that the endpoints are tested against; their own one-line summaries name the rows. */
export function rightsTable(endpoints: readonly Endpoint[]): readonly (readonly string[])[] {
  const summaries = new Map(
    endpoints.map(({ method, path, summary }) => [`${method.toUpperCase()} ${path}`, summary]),
  );
  const rows = Object.entries(TABLE).map(([endpoint, row]) => [
    summaries.get(endpoint) ?? '',
    `\`${endpoint}\``,
    ...EVERYONE.map((role) => (mayCall(row, role) ? 'yes' : 'no')),
  ]);
  return [HEAD, ...rows];
}

/** The cells of the last table of a page written in Markdown, without the line under its head. */
export function tableIn(markdown: string): readonly (readonly string[])[] {
  const lines = markdown.slice(markdown.lastIndexOf('\n\n| what')).trim().split('\n');
  return lines
    .filter((line) => line.startsWith('|') && !/^[|\s:-]+$/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const mayCall = ({ who, whoOfDesk = who }: Row, role: AdvisorRole): boolean =>
  who.includes(role) && whoOfDesk.includes(role);
