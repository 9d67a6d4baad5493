import type { Trouble } from './connector-stub';

/** Numbers between 0 and 1 that a seed decides (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What the stub may do to a call, and how often in a thousand. */
export const TROUBLES: readonly (readonly [number, (random: () => number, now: Date) => Trouble])[] = [
  [30, (random) => ({ kind: 'answer', status: 429, retryAfter: String(1 + Math.floor(random() * 20)) })],
  [
    10,
    (_, now) => ({ kind: 'answer', status: 429, retryAfter: new Date(now.getTime() + 9_000).toUTCString() }),
  ],
  [10, () => ({ kind: 'answer', status: 429 })],
  [20, () => ({ kind: 'answer', status: 412, code: 'PreconditionFailed' })],
  [10, () => ({ kind: 'answer', status: 500 })],
  [15, () => ({ kind: 'answer', status: 502 })],
  [15, () => ({ kind: 'answer', status: 503, retryAfter: '3' })],
  [15, () => ({ kind: 'answer', status: 504 })],
  [15, () => ({ kind: 'reset', after: false })],
  [10, () => ({ kind: 'reset', after: true })],
  [5, () => ({ kind: 'hang', after: false })],
  [5, () => ({ kind: 'hang', after: true })],
];

export function troubleBy(random: () => number, now: () => Date): Trouble | null {
  let place = random() * 1_000;
  for (const [share, make] of TROUBLES) {
    if (place < share) return make(random, now());
    place -= share;
  }
  return null;
}

/** So many calls after each other, one trouble of the list comes in its turn: each kind comes, whatever chance does. */
const TURN = 60;

/** The trouble of each call: by chance, and every kind in its turn. */
export function troubles(random: () => number, now: () => Date): () => Trouble | null {
  let calls = 0;
  return () => {
    calls += 1;
    const due = calls % TURN === 0 ? TROUBLES[(calls / TURN - 1) % TROUBLES.length] : undefined;
    return due === undefined ? troubleBy(random, now) : due[1](random, now());
  };
}

/** A trouble's kind, as finely as the list above tells them apart. */
export const kindOf = (trouble: Trouble | null): readonly string[] => {
  if (trouble === null) return [];
  if (trouble.kind !== 'answer') return [`${trouble.kind} ${trouble.after ? 'after' : 'before'}`];
  const wait = trouble.retryAfter ?? '';
  return [`${trouble.status} ${wait === '' ? '' : Number.isNaN(Number(wait)) ? 'date' : 'seconds'}`];
};
