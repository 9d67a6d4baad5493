/** At most `count` calls within any `withinMs` milliseconds. */
export interface Limit {
  readonly count: number;
  readonly withinMs: number;
}

/** What Teams takes from one bot in one conversation or thread ("Send to conversation", rate limits of bots; docs/teams.md). */
export const THREAD_LIMITS: readonly Limit[] = [
  { count: 7, withinMs: 1_000 },
  { count: 8, withinMs: 2_000 },
  { count: 60, withinMs: 30_000 },
  { count: 1_800, withinMs: 3_600_000 },
];

/** What Teams takes from one application in one tenant. */
export const TENANT_LIMITS: readonly Limit[] = [{ count: 50, withinMs: 1_000 }];

/**
 * How long the next call must wait so that no limit is exceeded, in milliseconds; 0: it may leave now.
 *
 * A call counts from the instant at which it ended: the other side has seen it by then, and never later, so that its own windows are
 * never fuller than ours, however long a call was under way. One that has not ended counts as if it ended now.
 *
 * @param ended when the calls so far ended, in milliseconds, oldest first.
 * @param underWay how many calls have not ended.
 */
export function waitFor(
  ended: readonly number[],
  underWay: number,
  limits: readonly Limit[],
  now: number,
): number {
  return Math.max(
    0,
    ...limits.map(({ count, withinMs }) => {
      const place = ended.length + underWay - count;
      if (place < 0) return 0;
      // A clock that was set back must not stop everything until it has caught up.
      const blocking = Math.min(ended[place] ?? now, now);
      return blocking + withinMs - now;
    }),
  );
}

/** What still counts in some limit. */
export function recent(ended: readonly number[], limits: readonly Limit[], now: number): readonly number[] {
  const longest = Math.max(...limits.map(({ withinMs }) => withinMs));
  const first = ended.findIndex((instant) => instant + longest > now);
  return first === -1 ? [] : ended.slice(first);
}
