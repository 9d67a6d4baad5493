import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Argument, InvalidArgumentError, type Command } from 'commander';
import { isMonth } from '../../data/coupons/rules';
import { DESK_IDS } from '../../data/desks/types';
import { IMPORT_KINDS, isImportKind, LEDGER_KINDS } from '../../data/imports/types';
import { openData } from '../../data/open';
import type { Services } from '../../data/services';
import { couponsCsv } from '../exports/coupons';
import { recordsCsv } from '../exports/records';
import { CommandFailed, configOrFail, say } from './output';

const KINDS = [...IMPORT_KINDS, ...LEDGER_KINDS, 'coupons'] as const;
type Kind = (typeof KINDS)[number];

interface ExportOptions {
  readonly month?: string;
  readonly out?: string;
}

/** `guichet export KIND`: records as a file; `coupons` is what payroll needs. Works beside a running server. */
export function register(program: Command): void {
  program
    .command('export')
    .description('Write records as a CSV file (UTF-8, semicolons), in the columns that an import takes.')
    .addArgument(new Argument('<kind>', 'which records').choices(KINDS))
    .option(
      '--month <month>',
      'of coupons, appointments, tickets: only those of a month, as 2026-11',
      readMonth,
    )
    .option('--out <file>', 'where to write it; without it, to stdout')
    .action((kind: Kind, options: ExportOptions, command: Command) => {
      if (options.month !== undefined && isImportKind(kind)) {
        command.error(`error: --month goes with coupons, ${LEDGER_KINDS.join(' and ')}, not with ${kind}.`);
      }
      return exportRecords(kind, options);
    });
}

async function exportRecords(kind: Kind, { month, out }: ExportOptions): Promise<void> {
  const data = await openData({ url: configOrFail().databaseUrl });
  try {
    // Opened before anything is read: a place that cannot be written to is told at once.
    const target = out === undefined ? process.stdout : (await open(out, 'w')).createWriteStream();
    await pipeline(Readable.from(fileOf(kind, data.services, month ?? null)), target, {
      end: out !== undefined,
    });
    if (out !== undefined) say(`${out} was written.`);
  } catch (error) {
    throw new CommandFailed(
      `The file could not be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    await data.close();
  }
}

function fileOf(kind: Kind, { coupons, imports }: Services, month: string | null): AsyncIterable<string> {
  if (kind === 'coupons') return couponsCsv(coupons, DESK_IDS, month);
  return recordsCsv(
    isImportKind(kind) ? imports.table(kind, DESK_IDS) : imports.ledger(kind, DESK_IDS, month),
  );
}

function readMonth(value: string): string {
  if (!isMonth(value)) throw new InvalidArgumentError('Write a month as 2026-11.');
  return value;
}
