import { mkdtemp, rm } from 'node:fs/promises';
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
  const folder = await mkdtemp(join(tmpdir(), 'guichet-test-'));
  const clock = fixedClock(options.now ?? TEST_NOW);
  const url = `file:${join(folder, 'guichet.db')}`;
  const opened = await openData({ url, clock, demo: options.demo ?? true });
  return {
    ...opened,
    clock,
    url,
    async close() {
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
