import type { Command } from 'commander';
import { z } from 'zod';
import { readTimes } from '../../knowledge/time/read';
import { isZone, parseWall, wallTimeAt } from '../../knowledge/time/zone';
import type { TimeOptions } from '../../knowledge/types';
import { LineFault, openOutput, readLines } from './jsonl';
import { CommandFault, runCommand } from './knowledge-command';

interface WhenOptions {
  readonly now?: string;
  readonly tz?: string;
  readonly prefer?: string;
  readonly in?: string;
  readonly out?: string;
}

const inputLine = z.object({
  text: z.string(),
  now: z.string().nullish(),
  tz: z.string().nullish(),
  prefer: z.string().nullish(),
});
type InputLine = z.infer<typeof inputLine>;

const DEFAULT_ZONE = 'Europe/Paris';

/** What a line or the options say, with the defaults; or what to write instead. */
function optionsOf(line: Omit<InputLine, 'text'>, options: WhenOptions): TimeOptions {
  const zone = line.tz ?? options.tz ?? DEFAULT_ZONE;
  if (!isZone(zone))
    throw new LineFault(`"${zone}" is no time zone: write one such as Europe/Paris or Indian/Reunion.`, 2);
  const now = line.now ?? options.now ?? wallTimeAt(new Date(), zone);
  if (!parseWall(now)) throw new LineFault(`"${now}" is no local time: write now as 2026-11-18T10:00.`, 2);
  const prefer = line.prefer ?? options.prefer ?? 'future';
  if (prefer !== 'past' && prefer !== 'future') {
    throw new LineFault(`"${prefer}" is no preference: write past or future.`, 2);
  }
  return { now, zone, prefer };
}

/** One answer: the keys of the contract, and, where there is something to say, the length, the times said besides, and the doubt. */
function answer(text: string, options: TimeOptions): string {
  const { start, end, grain, alternatives, durationMinutes, also, unsure } = readTimes(text, options);
  return JSON.stringify({
    text,
    start,
    end,
    grain,
    alternatives,
    ...(durationMinutes === null ? {} : { durationMinutes }),
    ...(also.length === 0 ? {} : { also }),
    ...(unsure ? { unsure } : {}),
  });
}

/** A faulty line means that the call was wrong: exit code 2. */
async function* linesOf(file: string, options: WhenOptions): AsyncGenerator<InputLine> {
  try {
    for await (const { value } of readLines(file, inputLine, (line) => void optionsOf(line, options)))
      yield value;
  } catch (error) {
    throw error instanceof CommandFault ? new CommandFault(2, error.message) : error;
  }
}

async function whenFile(file: string, options: WhenOptions): Promise<void> {
  const lines = linesOf(file, options);
  // The first line is asked for before the output is opened: a faulty file leaves no empty output behind.
  const first = await lines.next();
  const output = openOutput(options.out);
  try {
    for (let next = first; !next.done; next = await lines.next()) {
      await output.write(answer(next.value.text, optionsOf(next.value, options)));
    }
    await output.finish();
  } catch (error) {
    output.discard();
    throw error;
  }
}

async function whenText(text: string, options: WhenOptions): Promise<void> {
  const line = answer(text, optionsOf({}, options));
  const output = openOutput(options.out);
  await output.write(line);
  await output.finish();
}

async function when(text: string | undefined, options: WhenOptions): Promise<void> {
  if (text === undefined && options.in === undefined) {
    throw new CommandFault(2, 'Give a text, or a file with --in (see guichet when --help).');
  }
  if (text !== undefined && options.in !== undefined)
    throw new CommandFault(2, 'Give a text or --in, not both.');
  try {
    optionsOf({}, options);
    await (options.in !== undefined ? whenFile(options.in, options) : whenText(text ?? '', options));
  } catch (error) {
    throw error instanceof LineFault ? new CommandFault(error.code, error.message) : error;
  }
}

/** Adds `guichet when`: which time a text means. Needs no server and no database. */
export function register(program: Command): void {
  program
    .command('when')
    .description('which time a text means, as local wall time')
    .argument('[text]', 'what a person wrote')
    .option(
      '--now <time>',
      'the local time at which it was written, such as 2026-11-18T10:00 (default: the clock)',
    )
    .option('--tz <zone>', `the writer's time zone (default: ${DEFAULT_ZONE})`)
    .option(
      '--prefer <direction>',
      'past (lessons) or future (appointments): where a bare day lies (default: future)',
    )
    .option('--in <file>', 'JSON lines {"text", "now"?, "tz"?, "prefer"?}')
    .option('--out <file>', 'where the JSON lines go (default: stdout)')
    .action((text: string | undefined, options: WhenOptions) => runCommand(() => when(text, options)));
}
