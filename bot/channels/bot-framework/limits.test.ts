import fc from 'fast-check';
import { recent, THREAD_LIMITS, waitFor, type Limit } from './limits';

const SEVEN: readonly Limit[] = [{ count: 7, withinMs: 1_000 }];
const times = (count: number, from: number, step: number): number[] =>
  Array.from({ length: count }, (_, index) => from + index * step);

describe('how long the next call waits', () => {
  it.each([
    ['nothing has been sent', [], 0, 10_000, 0],
    ['six in this second', times(6, 10_000, 10), 0, 10_100, 0],
    ['seven in this second: until the first is a second old', times(7, 10_000, 10), 0, 10_100, 900],
    ['seven, the first of them just a second old', times(7, 10_000, 10), 0, 11_000, 0],
    ['more than the limit, as another process may have left it', times(9, 10_000, 10), 0, 10_100, 920],
    ['six and one under way: it may end only now', times(6, 10_000, 10), 1, 10_500, 500],
    ['seven under way', [], 7, 10_000, 1_000],
    ['a clock that was set back an hour', times(7, 3_600_000, 10), 0, 0, 1_000],
  ])('%s', (_what, ended, underWay, now, wait) => {
    expect(waitFor(ended, underWay, SEVEN, now)).toBe(wait);
  });

  it.each([
    ['eight in two seconds', [...times(7, 0, 0), 1_000], 1_000, 1_000],
    ['sixty in thirty seconds', times(60, 0, 400), 24_000, 6_000],
    ['1,800 in an hour', times(1_800, 0, 1_000), 1_800_000, 1_800_000],
  ])('Teams: %s', (_what, ended, now, wait) => {
    expect(waitFor(ended, 0, THREAD_LIMITS, now)).toBe(wait);
  });
});

it('however often it is asked and however long calls take, no window of the other side is ever overfull', () => {
  const call = fc.record({ pause: fc.nat(3_000), outward: fc.nat(2_000), back: fc.nat(2_000) });
  fc.assert(
    fc.property(fc.array(call, { minLength: 20, maxLength: 150 }), (calls) => {
      let now = 0;
      let ended: readonly number[] = [];
      const arrived: number[] = [];
      for (const { pause, outward, back } of calls) {
        now += pause % 7 === 0 ? pause : 0;
        now += waitFor(ended, 0, THREAD_LIMITS, now);
        arrived.push(now + outward);
        now += outward + back;
        ended = [...recent(ended, THREAD_LIMITS, now), now];
      }
      for (const { count, withinMs } of THREAD_LIMITS) {
        for (const [index, instant] of arrived.entries()) {
          const first = arrived[index - count];
          if (first !== undefined) expect(instant - first).toBeGreaterThanOrEqual(withinMs);
        }
      }
    }),
  );
});

it('remembers what still counts, and no more', () => {
  expect(recent([0, 500, 1_000, 1_500], SEVEN, 1_500)).toEqual([1_000, 1_500]);
  expect(recent([0, 1], SEVEN, 5_000)).toEqual([]);
});
