import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Argument, InvalidArgumentError, type Command } from 'commander';
import { isMonth } from '../../data/coupons/rules';
import { DESK_IDS } from '../../data/desks/types';
import { openData } from '../../data/open';
import { couponsCsv } from '../exports/coupons';
import { CommandFailed, configOrFail, say } from './output';

interface ExportOptions {
  readonly month: string;
  readonly out?: string;
}

/** `guichet export coupons`: what payroll needs. Works beside a running server. */
export function register(program: Command): void {
  program
    .command('export')
    .description('Write records as a CSV file (UTF-8, semicolons).')
    .addArgument(new Argument('<kind>', 'which records').choices(['coupons']))
    .requiredOption('--month <month>', 'the month of the lessons, as 2026-11', readMonth)
    .option('--out <file>', 'where to write it; without it, to stdout')
    .action((_kind: string, options: ExportOptions) => exportCoupons(options));
}

async function exportCoupons({ month, out }: ExportOptions): Promise<void> {
  const data = await openData({ url: configOrFail().databaseUrl });
  try {
    // Opened before anything is read: a place that cannot be written to is told at once.
    const target = out === undefined ? process.stdout : (await open(out, 'w')).createWriteStream();
    const file = Readable.from(couponsCsv(data.services.coupons, DESK_IDS, month));
    await pipeline(file, target, { end: out !== undefined });
    if (out !== undefined) say(`${out} was written.`);
  } catch (error) {
    throw new CommandFailed(
      `The file could not be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    await data.close();
  }
}

function readMonth(value: string): string {
  if (!isMonth(value)) throw new InvalidArgumentError('Write a month as 2026-11.');
  return value;
}
