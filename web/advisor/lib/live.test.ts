import { keepSession } from './bearer';
import { openEventStream } from './event-stream';
import { followLive } from './live';

jest.mock('./event-stream', () => ({ openEventStream: jest.fn(() => ({ close: () => undefined })) }));

const opened = openEventStream as jest.MockedFunction<typeof openEventStream>;
const heard: string[] = [];
let stop: () => void;
beforeEach(() => {
  jest.useFakeTimers();
  (globalThis as { window?: unknown }).window = Object.assign(new EventTarget(), {
    setTimeout: (work: () => void, ms: number) => setTimeout(work, ms),
    clearTimeout: (timer: number | undefined) => clearTimeout(timer),
  });
  // As in a tab of Teams: nothing is shared with other tabs.
  keepSession('a session');
  heard.length = 0;
  opened.mockClear();
  stop = followLive({
    onEvent: ({ type }) => heard.push(type),
    onState: (state) => heard.push(state),
    onReconnected: () => heard.push('read again'),
  });
});
afterEach(() => {
  stop();
  jest.useRealTimers();
  delete (globalThis as { window?: unknown }).window;
});

const stream = () => {
  const handlers = opened.mock.lastCall?.[1];
  if (handlers === undefined) throw new Error('No stream was opened.');
  return handlers;
};

test('what happened between the first reading and the first connection is read', () => {
  expect(heard).toEqual([]);
  stream().onOpen();
  expect(heard).toEqual(['live', 'read again']);
});

test('what happened during a cut is read, and only a long cut is shown', () => {
  stream().onOpen();
  stream().onEnd();
  jest.advanceTimersByTime(2_000);
  expect(opened).toHaveBeenCalledTimes(2);
  stream().onOpen();
  expect(heard.slice(2)).toEqual(['live', 'read again']);
  stream().onEnd();
  jest.advanceTimersByTime(4_000);
  expect(heard.at(-1)).toBe('offline');
});

test('an event is passed on as it comes', () => {
  stream().onOpen();
  stream().onMessage(JSON.stringify({ type: 'coupon', id: 'C' }));
  expect(heard.at(-1)).toBe('coupon');
});
