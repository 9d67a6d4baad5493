import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small knowledge folder: one desk, three topics, two service labels, a few foreign messages. */
export const FIXTURE = join(__dirname, 'fixture');
/** The product's own knowledge folder. */
export const REAL = join(__dirname, '..');

/** A copy of the fixture that a test may change, and what removes it. */
export function copyOfFixture(): {
  dir: string;
  write: (file: string, text: string) => void;
  remove: () => void;
} {
  const dir = mkdtempSync(join(tmpdir(), 'guichet-knowledge-'));
  cpSync(FIXTURE, dir, { recursive: true });
  return {
    dir,
    write: (file, text) => writeFileSync(join(dir, file), text),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
