import { type PresenceReport, PresenceReporter } from './presence-reporter';

let said: PresenceReport[];
let reporter: PresenceReporter;
beforeEach(() => {
  jest.useFakeTimers();
  // The page's timers; these tests run without a browser.
  (globalThis as { window?: unknown }).window = globalThis;
  said = [];
  reporter = new PresenceReporter((report) => said.push(report));
});
afterEach(() => {
  reporter.stop();
  jest.useRealTimers();
  delete (globalThis as { window?: unknown }).window;
});

const here = (writing: PresenceReport['writing'] = null): PresenceReport => ({ here: true, writing });

test('says at once that the ticket is shown, and again while it is', () => {
  expect(said).toEqual([here()]);
  jest.advanceTimersByTime(15_000);
  expect(said).toEqual([here(), here()]);
});

test('however fast somebody types, it is said every three seconds, and that she has paused', () => {
  for (let key = 0; key < 100; key += 1) {
    reporter.wrote('reply');
    jest.advanceTimersByTime(100);
  }
  expect(said.filter(({ writing }) => writing === 'reply')).toHaveLength(4);
  jest.advanceTimersByTime(5_000);
  expect(said.at(-1)).toEqual(here());
});

test('what is sent or emptied is said at once, a note instead of a reply too', () => {
  reporter.wrote('reply');
  reporter.wrote('note');
  reporter.wrote(null);
  expect(said.slice(1)).toEqual([here('reply'), here('note'), here()]);
});

test('leaving is said once, and nothing after it', () => {
  reporter.wrote('reply');
  reporter.stop();
  reporter.stop();
  reporter.again();
  jest.advanceTimersByTime(60_000);
  expect(said.slice(2)).toEqual([{ here: false, writing: null }]);
});
