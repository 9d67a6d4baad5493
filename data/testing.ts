import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixedClock } from './clock';
import { openData, type OpenedData } from './open';

/** Wednesday 18 November 2026, 10:00 in Paris: a working day, in the middle of a month. */
export const TEST_NOW = new Date('2026-11-18T09:00:00Z');

export interface TestData extends OpenedData {
  readonly clock: ReturnType<typeof fixedClock>;
  /** To open the same database a second time, as after a crash. */
  readonly url: string;
}

/**
 * A database of its own in a temporary folder, with the people of docs/demo.md and a clock that stands still. `close()` removes it.
 *
 * @param options.demo false: desks only, nobody else.
 */
export async function openTestData(
  options: { readonly now?: Date; readonly demo?: boolean } = {},
): Promise<TestData> {
  const now = options.now ?? TEST_NOW;
  const demo = options.demo ?? true;
  const folder = await mkdtemp(join(tmpdir(), 'guichet-test-'));
  const file = join(folder, 'guichet.db');
  await writeFile(file, await template(now, demo));
  const clock = fixedClock(now);
  const opened = await openData({ url: `file:${file}`, clock });
  return {
    ...opened,
    clock,
    url: `file:${file}`,
    async close() {
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const templates = new Map<string, Promise<Buffer>>();

/** The file of a fresh database, made once for a test file: copying it is ten times faster than making it again. */
function template(now: Date, demo: boolean): Promise<Buffer> {
  const key = `${now.toISOString()} ${demo}`;
  const made = templates.get(key) ?? makeTemplate(now, demo);
  templates.set(key, made);
  return made;
}

async function makeTemplate(now: Date, demo: boolean): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-template-'));
  try {
    const file = join(folder, 'guichet.db');
    const opened = await openData({ url: `file:${file}`, clock: fixedClock(now), demo });
    await opened.close();
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
