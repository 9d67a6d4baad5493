import { paced } from './paced';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('the first time is at once, many in a row are one more at the end', () => {
  const work = jest.fn();
  const ask = paced(work, 1_500);
  ask();
  expect(work).toHaveBeenCalledTimes(1);
  for (let index = 0; index < 20; index += 1) ask();
  expect(work).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(1_500);
  expect(work).toHaveBeenCalledTimes(2);
  jest.advanceTimersByTime(10_000);
  expect(work).toHaveBeenCalledTimes(2);
  ask();
  expect(work).toHaveBeenCalledTimes(3);
});
