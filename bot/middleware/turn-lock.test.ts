import { setTimeout as pause } from 'node:timers/promises';
import { createTurnLock } from './turn-lock';

describe('the turn lock', () => {
  it('lets one conversation speak in order and others beside it', async () => {
    const lock = createTurnLock();
    const seen: string[] = [];
    const work = (name: string, ms: number) => async () => {
      seen.push(`${name} starts`);
      await pause(ms);
      seen.push(`${name} ends`);
    };
    await Promise.all([
      lock.run('a', work('a1', 30)),
      lock.run('a', work('a2', 1)),
      lock.run('b', work('b1', 5)),
    ]);
    expect(seen).toEqual(['a1 starts', 'b1 starts', 'b1 ends', 'a1 ends', 'a2 starts', 'a2 ends']);
  });

  it('goes on after a failure, which reaches only its own caller', async () => {
    const lock = createTurnLock();
    const failed = lock.run('a', () => Promise.reject(new Error('no')));
    const next = lock.run('a', async () => 'yes');
    await expect(failed).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
  });

  it('is idle when all work is done, also work added while waiting', async () => {
    const lock = createTurnLock();
    let done = 0;
    void lock.run('a', async () => {
      await pause(5);
      void lock.run('a', async () => {
        await pause(5);
        done += 1;
      });
      done += 1;
    });
    await lock.idle();
    expect(done).toBe(2);
  });
});
