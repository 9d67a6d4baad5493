import { createBanner } from './banner';

const WORDS = { offline: 'offline', connecting: 'connecting' };
const TOO_LARGE = 'this file is too large';

let line: string | null;
let banner: ReturnType<typeof createBanner>;
beforeEach(() => {
  jest.useFakeTimers();
  line = null;
  banner = createBanner(WORDS, (text) => (line = text));
});
afterEach(() => jest.useRealTimers());

test('a notice goes by itself, and does not take away that she is offline', () => {
  banner.notice(TOO_LARGE);
  expect(line).toBe(TOO_LARGE);
  banner.network(false);
  jest.advanceTimersByTime(60_000);
  expect(line).toBe('offline');
  banner.network(true);
  expect(line).toBeNull();
});

test('the second of two notices stands as long as the first', () => {
  banner.notice('one');
  jest.advanceTimersByTime(6_000);
  banner.notice('two');
  jest.advanceTimersByTime(6_000);
  expect(line).toBe('two');
  jest.advanceTimersByTime(6_000);
  expect(line).toBeNull();
});

test('back on the network she is told until the conversation is back, too', () => {
  banner.network(false);
  banner.connection(true);
  expect(line).toBe('offline');
  banner.network(true);
  expect(line).toBe('connecting');
  banner.connection(false);
  expect(line).toBeNull();
});

test('a conversation that came back does not say that a network is there', () => {
  banner.network(false);
  banner.connection(false);
  expect(line).toBe('offline');
});
