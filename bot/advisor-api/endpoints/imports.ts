import type { IncomingMessage } from 'node:http';
import { LONGEST_IMPORT } from '../../../data/imports/types';
import { templateOf } from '../../../data/imports/service';
import type { AuditEntry } from '../../../data/audit/types';
import { CSV_TYPE, csvFile } from '../../exports/csv';
import { recordsCsv, recordsFileName } from '../../exports/records';
import type { ImportLine } from '../contract-records';
import { endpoint } from '../endpoint';
import { ApiFault } from '../errors';
import { importQuery, importReportAnswer, importsAnswer, kindQuery } from '../schemas-records';

const roles = ['supervisor', 'admin'] as const;
const MOST_LISTED = 50;

/** GET /imports: the imports of the caller's desks, each desk's rows counted for itself. */
export const listImports = endpoint({
  method: 'get',
  path: '/imports',
  summary: 'The imports of your desks, the latest first',
  answer: importsAnswer,
  roles,
  async handle({ scope }, { services }) {
    const entries = await services.audit.list({
      deskIds: scope.deskIds,
      withoutDesk: false,
      action: 'imports.write',
      limit: MOST_LISTED,
    });
    return { kind: 'json', body: { imports: entries.map(lineOf) } };
  },
});

/** POST /imports: tries a file or writes it, all or nothing. The service writes the history, in the same transaction. */
export const importRecords = endpoint({
  method: 'post',
  path: '/imports',
  summary: 'Try a CSV file of records, or write it: all or nothing',
  query: importQuery,
  upload: true,
  answer: importReportAnswer,
  roles,
  audit: 'none',
  async handle({ query, advisor, scope, now, req }, { services }) {
    const report = await services.imports.run({
      kind: query.kind,
      content: await readFile(req),
      fileName: query.name,
      deskIds: scope.deskIds,
      dryRun: query.mode === 'try',
      actor: { kind: 'advisor', id: advisor.id, name: advisor.name },
      now,
    });
    return { kind: 'json', body: report };
  },
});

/** GET /imports/template: the columns of a kind and a row as an example. */
export const downloadTemplate = endpoint({
  method: 'get',
  path: '/imports/template',
  summary: 'The columns of a kind of records, with a row as an example',
  query: kindQuery,
  answer: 'csv',
  roles,
  async handle({ query }) {
    const [columns = [], ...rows] = templateOf(query.kind);
    async function* examples(): AsyncGenerator<readonly string[], void, undefined> {
      yield* rows;
    }
    return {
      kind: 'stream',
      name: recordsFileName(`modele-${query.kind}`, scopeless),
      contentType: CSV_TYPE,
      chunks: csvFile(columns, examples()),
    };
  },
});
const scopeless = [] as const;

/** GET /imports/export: the records of the caller's desks, as an import takes them back. */
export const exportRecords = endpoint({
  method: 'get',
  path: '/imports/export',
  summary: 'The records of your desks, in the columns that an import takes',
  query: kindQuery,
  answer: 'csv',
  roles,
  audit: 'personal-data',
  async handle({ query, scope }, { services }) {
    return {
      kind: 'stream',
      name: recordsFileName(query.kind, scope.deskIds),
      contentType: CSV_TYPE,
      chunks: recordsCsv(services.imports.table(query.kind, scope.deskIds)),
    };
  },
});

/** The request's body; one that is too large is not read to its end. */
async function readFile(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LONGEST_IMPORT) throw new ApiFault('file-too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const lineOf = ({ id, at, actor, deskId, detail }: AuditEntry): ImportLine => ({
  id,
  at: at.toISOString(),
  actor: actor.name,
  desk: deskId ?? '',
  kind: String(detail.kind),
  file: String(detail.file),
  created: Number(detail.created),
  changed: Number(detail.changed),
  unchanged: Number(detail.unchanged),
});
