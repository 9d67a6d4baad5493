import { createReadStream, createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import type { z } from 'zod';
import { CommandFault } from './knowledge-command';

const SHOWN_FAULTS = 20;

/** A line of a JSON-lines file with its number, 1-based. */
export interface NumberedLine<T> {
  readonly line: number;
  readonly value: T;
}

/** A line that is refused, and with which exit code (2: the call was wrong). */
export class LineFault extends Error {
  constructor(
    message: string,
    readonly code: 1 | 2 = 1,
  ) {
    super(message);
  }
}

/** Refuses a file that is not there: the call was wrong. */
export function requireFile(file: string): void {
  if (!existsSync(file)) throw new CommandFault(2, `There is no file ${file}.`);
  if (statSync(file).isDirectory()) throw new CommandFault(2, `${file} is a folder; a file is needed.`);
}

function parseLine<T>(raw: string, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch {
    throw new LineFault('it is no JSON');
  }
  const outcome = schema.safeParse(json);
  if (outcome.success) return outcome.data;
  const [issue] = outcome.error.issues;
  const where = issue?.path.map(String).join('.');
  throw new LineFault(`${where ? `"${where}": ` : ''}${issue?.message ?? 'unexpected shape'}`);
}

/** The lines of a file, one at a time; empty lines are skipped. Throws LineFault with the line's number in its message. */
async function* parsedLines<T>(
  file: string,
  schema: z.ZodType<T>,
  onFault: (line: number, fault: LineFault) => void,
): AsyncGenerator<NumberedLine<T>> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  let line = 0;
  for await (const raw of lines) {
    line += 1;
    const text = line === 1 ? raw.replace(/^\uFEFF/, '') : raw;
    if (text.trim() === '') continue;
    let value: T;
    try {
      value = parseLine(text, schema);
    } catch (error) {
      if (!(error instanceof LineFault)) throw error;
      onFault(line, error);
      continue;
    }
    yield { line, value };
  }
}

/**
 * Reads a file twice: first every line is checked, and if any is wrong all of them are named and nothing is given out; then the lines are
 * given out one at a time, so that a large file needs little memory.
 *
 * @param check refuses a line of the right shape by throwing LineFault.
 */
export async function* readLines<T>(
  file: string,
  schema: z.ZodType<T>,
  check: (value: T) => void = () => undefined,
): AsyncGenerator<NumberedLine<T>> {
  requireFile(file);
  const messages: string[] = [];
  let count = 0;
  let code: 1 | 2 = 1;
  const note = (line: number, fault: LineFault): void => {
    count += 1;
    if (fault.code === 2) code = 2;
    if (messages.length < SHOWN_FAULTS) messages.push(`${file}:${line}: ${fault.message}`);
  };
  for await (const { line, value } of parsedLines(file, schema, note)) {
    try {
      check(value);
    } catch (error) {
      if (!(error instanceof LineFault)) throw error;
      note(line, error);
    }
  }
  if (count > 0) {
    const more = count > messages.length ? `\n... and ${count - messages.length} more.` : '';
    throw new CommandFault(code, `${messages.join('\n')}${more}\nNothing was written.`);
  }
  yield* parsedLines(file, schema, note);
}

/** Where a command writes its data: stdout, or a file that appears only when it is whole. */
export interface DataOutput {
  write(line: string): Promise<void>;
  /** Puts the file in place. */
  finish(): Promise<void>;
  /** Leaves no half-written file. */
  discard(): void;
}

const writeTo = async (stream: Writable, line: string): Promise<void> => {
  if (!stream.write(`${line}\n`)) await once(stream, 'drain');
};

/** Opens stdout, or `file`. */
export function openOutput(file: string | undefined): DataOutput {
  if (file === undefined) {
    return {
      write: (line) => writeTo(process.stdout, line),
      finish: async () => undefined,
      discard: () => undefined,
    };
  }
  const temporary = `${file}.${process.pid}.part`;
  const stream = createWriteStream(temporary);
  let failure: Error | null = null;
  stream.on('error', (error) => {
    failure = error;
  });
  const check = (): void => {
    if (failure) throw new CommandFault(1, `${file} cannot be written: ${failure.message}`);
  };
  return {
    write: async (line) => {
      check();
      await writeTo(stream, line);
    },
    finish: async () => {
      check();
      await new Promise<void>((resolve, reject) => {
        stream.once('error', reject);
        stream.end(resolve);
      }).catch(check);
      check();
      renameSync(temporary, file);
    },
    discard: () => {
      stream.destroy();
      rmSync(temporary, { force: true });
    },
  };
}
