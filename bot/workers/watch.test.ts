import { fixedClock } from '../../data/clock';
import { TEST_NOW } from '../../data/testing';
import { silentLog, type LogFields } from '../log';
import { createWatch } from './watch';

/** A watch over batches that stand ready. */
function watchOver(batches: (number | Error)[]) {
  const asked: Date[] = [];
  const errors: string[] = [];
  let told = 0;
  const watch = createWatch({
    async look(now) {
      asked.push(now);
      const next = batches.shift() ?? 0;
      if (next instanceof Error) throw next;
      return next;
    },
    what: 'deadlines',
    clock: fixedClock(TEST_NOW),
    log: { ...silentLog, error: (_fields: LogFields, event: string) => void errors.push(event) },
    onDone: () => (told += 1),
  });
  return { watch, asked, errors, told: () => told };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('a backlog is looked at until nothing is left, and what was written is sent', async () => {
  const { watch, asked, told } = watchOver([100, 100, 3]);
  watch.start();
  await jest.advanceTimersByTimeAsync(0);
  expect(asked).toEqual([TEST_NOW, TEST_NOW, TEST_NOW]);
  expect(told()).toBe(3);
  await watch.stop();
});

test('a failure is reported, and the next round looks again', async () => {
  const { watch, asked, errors } = watchOver([new Error('database is locked'), 1]);
  watch.start();
  await jest.advanceTimersByTimeAsync(15_000);
  expect(errors).toEqual(['deadlines could not be looked at']);
  expect(asked).toHaveLength(2);
  await watch.stop();
});

test('once stopped it looks no more', async () => {
  const { watch, asked } = watchOver([]);
  watch.start();
  await jest.advanceTimersByTimeAsync(0);
  await watch.stop();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(1);
});
