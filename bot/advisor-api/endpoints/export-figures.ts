import { CSV_TYPE } from '../../exports/csv';
import { figuresCsv, figuresFileName } from '../../exports/figures';
import { endpoint } from '../endpoint';
import { readFigures } from '../figures';
import { figuresExportQuery } from '../schemas-figures';

/** GET /figures/export: the table behind a chart as a CSV file. */
export const exportFigures = endpoint({
  method: 'get',
  path: '/figures/export',
  summary: 'The table behind a chart as a CSV file',
  query: figuresExportQuery,
  answer: 'csv',
  async handle({ query, scope, now }, parts) {
    const figures = await readFigures(query, { scope, now }, parts);
    return {
      kind: 'stream',
      name: figuresFileName(query),
      contentType: CSV_TYPE,
      chunks: figuresCsv(figures, query.part),
    };
  },
});
