import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openTestData, TEST_NOW, type TestData } from '../testing';
import type { StoredActivity } from './types';

const ROOT = join(__dirname, '../..');

let data: TestData;
beforeEach(async () => {
  data = await openTestData();
  await data.services.conversations.open({
    id: 'conv',
    channel: 'webchat',
    deskId: 'abc',
    userId: 'u',
    personId: null,
    locale: 'fr',
    now: TEST_NOW,
  });
});
afterEach(() => data.close());

/** Lets another process write some turns and kills it without warning a few milliseconds into the next ones. */
async function writeAndKill(turns: number, ms: number): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      '-r',
      join(ROOT, 'scripts/read-typescript.cjs'),
      join(__dirname, 'testing/crash-writer.ts'),
      data.url,
      'conv',
    ],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const gone = new Promise((resolve) => child.once('exit', resolve));
  let written = 0;
  for await (const dots of child.stdout) {
    written += String(dots).length;
    if (written >= turns) break;
  }
  await pause(ms);
  child.kill('SIGKILL');
  await gone;
}

it('a process killed at any instant leaves whole turns and owed ones, never half of one', async () => {
  for (const ms of [0, 3, 7]) await writeAndKill(3, ms);
  const { conversations } = data.services;
  const all = await conversations.since('conv', 0);
  expect(all.length).toBeGreaterThanOrEqual(27);
  expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, index) => index + 1));

  const inbound = all.filter(({ direction }) => direction === 'in');
  const repliesTo = ({ activityId }: StoredActivity): string[] =>
    all.filter((reply) => reply.activityId.startsWith(`${activityId}-r`)).map((reply) => reply.activityId);
  for (const activity of inbound) {
    const whole = [`${activity.activityId}-r1`, `${activity.activityId}-r2`];
    expect(repliesTo(activity)).toEqual(activity.processedAt === null ? [] : whole);
  }

  const owed = await conversations.owedTurns();
  expect(owed).toEqual(inbound.filter(({ processedAt }) => processedAt === null));
  expect(owed.length).toBeLessThanOrEqual(3);
  const lastWhole = inbound.filter(({ processedAt }) => processedAt !== null).at(-1);
  expect((await conversations.find('conv'))?.state).toEqual({ last: lastWhole?.activityId });
}, 60_000);
