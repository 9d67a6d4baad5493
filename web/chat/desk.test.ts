import { followDeskLines, type DeskLines } from './desk';
import { words } from './words';

const HOURS = { '2': [{ from: '09:00', to: '18:00' }], '3': [{ from: '09:00', to: '18:00' }] };
const FIVE_MINUTES = 5 * 60_000;

let now: string;
let reachable: boolean;
const request: typeof fetch = async () => {
  if (!reachable) throw new Error('no network');
  return new Response(JSON.stringify({ name: 'ABC', zone: 'Europe/Paris', openingHours: HOURS, now }));
};

let shown: DeskLines[];
const state = (): string | undefined => shown.at(-1)?.state.replace(/\u00a0/g, ' ');
beforeEach(() => {
  jest.useFakeTimers();
  shown = [];
  reachable = true;
  now = '2026-11-24T17:58:00+01:00';
});
afterEach(() => jest.useRealTimers());

test('a chat that stays open says when people answer by now, not when it was opened', async () => {
  followDeskLines('abc', words.fr, request, (lines) => shown.push(lines));
  await jest.advanceTimersByTimeAsync(0);
  expect(state()).toBe("Conseillers jusqu'à 18 h");
  now = '2026-11-24T18:03:00+01:00';
  await jest.advanceTimersByTimeAsync(FIVE_MINUTES);
  expect(state()).toBe('Conseillers demain à 9 h');
});

test('while the server does not answer, what it said last stands', async () => {
  followDeskLines('abc', words.fr, request, (lines) => shown.push(lines));
  await jest.advanceTimersByTimeAsync(0);
  reachable = false;
  await jest.advanceTimersByTimeAsync(FIVE_MINUTES);
  expect(state()).toBe("Conseillers jusqu'à 18 h");
});

test('a server that says nothing leaves what is known of the desk', async () => {
  reachable = false;
  followDeskLines('abc', words.fr, request, (lines) => shown.push(lines));
  await jest.advanceTimersByTimeAsync(0);
  expect(shown).toEqual([{ name: 'ABC Cours Particuliers', state: 'Assistant automatique' }]);
});
