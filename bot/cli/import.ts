import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Argument, type Command } from 'commander';
import { DESK_IDS } from '../../data/desks/types';
import { IMPORT_KINDS, LONGEST_IMPORT, type ImportKind, type ImportReport } from '../../data/imports/types';
import { openData } from '../../data/open';
import { describeFault } from './import-words';
import { CommandFailed, configOrFail, print, say } from './output';

/** What cannot be written from a file, and what is done instead. */
const NOT_IMPORTED: Readonly<Record<string, string>> = {
  coupons:
    'Coupons are entered by the tutors: each goes through the rules of its month. They can be exported.',
  appointments: 'Appointments are booked: each takes a slot and tells those concerned. They can be exported.',
  tickets: 'Tickets are filed by those who ask. They can be exported.',
};

/** `guichet import KIND F.csv`: records from a file, all or nothing. Works beside a running server. */
export function register(program: Command): void {
  program
    .command('import')
    .description('Write records from a CSV file, all or nothing; faults are told by line and column.')
    .addArgument(
      new Argument('<kind>', 'which records').choices([...IMPORT_KINDS, ...Object.keys(NOT_IMPORTED)]),
    )
    .argument('<file>', 'the CSV file: semicolons or commas, UTF-8 or Windows-1252')
    .option('--dry-run', 'only say what would be done')
    .addHelpText('after', `\n${Object.values(NOT_IMPORTED).join('\n')}`)
    .action((kind: string, file: string, options: { readonly dryRun?: true }, command: Command) => {
      const instead = NOT_IMPORTED[kind];
      if (instead !== undefined) command.error(`error: ${kind} cannot be imported. ${instead}`);
      return importFile(kind as ImportKind, file, options.dryRun === true);
    });
}

async function importFile(kind: ImportKind, file: string, dryRun: boolean): Promise<void> {
  const content = await contentOf(file);
  const { services, close } = await openData({ url: configOrFail().databaseUrl });
  try {
    const report = await services.imports.run({
      kind,
      content,
      fileName: basename(file),
      deskIds: DESK_IDS,
      dryRun,
      actor: { kind: 'system', id: null, name: 'guichet import' },
      now: new Date(),
    });
    for (const fault of report.faults) say(describeFault(fault));
    if (report.faultCount > 0) throw new CommandFailed(refusal(report));
    const { rows, created, changed, unchanged } = report;
    print(JSON.stringify({ kind, dryRun, rows, created, changed, unchanged }));
    say(dryRun ? 'Nothing was written (--dry-run).' : `${file} was imported.`);
  } finally {
    await close();
  }
}

async function contentOf(file: string): Promise<Uint8Array> {
  try {
    if ((await stat(file)).size > LONGEST_IMPORT) {
      throw new Error(`it is longer than ${LONGEST_IMPORT / 1024 / 1024} MB; split it`);
    }
    return await readFile(file);
  } catch (error) {
    throw new CommandFailed(
      `${file} could not be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function refusal({ faultCount, faults }: ImportReport): string {
  const shown = faultCount > faults.length ? ` (the first ${faults.length} are shown)` : '';
  return `${faultCount} ${faultCount === 1 ? 'fault' : 'faults'}${shown}. Nothing was written.`;
}
