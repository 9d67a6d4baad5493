import { describeFaults, readConfig, type Config } from '../config';

/** A failure that is told in words of its own, without a stack. The command then exits with 1. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
}

/** Data goes to stdout. */
export const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Messages go to stderr. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** The configuration of this process. @throws CommandFailed that lists every fault and what to write. */
export function configOrFail(): Config {
  const read = readConfig(process.env);
  if (read.ok) return read.value;
  throw new CommandFailed(
    `The configuration has to be mended (in the environment or in .env, see .env.example):\n${describeFaults(read.fault)}`,
  );
}
