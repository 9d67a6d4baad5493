import { join } from 'node:path';
import type { KnowledgeLog, ReloadableKnowledge } from '../../knowledge/create';
import { createKnowledge } from '../../knowledge/create';
import { fromRoot } from '../project-root';

/** The folder of topics, facts, articles and phrases. */
export const KNOWLEDGE_DIR = fromRoot('knowledge');

const stderrLog: KnowledgeLog = {
  info: () => undefined,
  warn: (message) => process.stderr.write(`${message}\n`),
};

/** The project's knowledge for a command; learned models are kept under var/cache between calls. */
export const openKnowledge = (): ReloadableKnowledge =>
  createKnowledge({ dir: KNOWLEDGE_DIR, cacheDir: join(fromRoot('var'), 'cache'), log: stderrLog });

/** A command that cannot go on. `code` 1: the work failed; 2: the call was wrong. */
export class CommandFault extends Error {
  constructor(
    readonly code: 1 | 2,
    message: string,
  ) {
    super(message);
  }
}

/** Runs a command's work; a fault becomes a message on stderr and the exit code. Other errors are bugs and are thrown. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CommandFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.code;
  }
}
