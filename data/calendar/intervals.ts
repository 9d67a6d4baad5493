/** A span of time, its end not included. */
export interface Interval {
  readonly start: Date;
  readonly end: Date;
}

/** Sorted, without empty spans, touching and overlapping ones joined: the form in which equal sets of instants are equal lists. */
export function normalise(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start.getTime() - b.start.getTime());
  const joined: Interval[] = [];
  for (const interval of sorted) {
    const last = joined.at(-1);
    if (last && interval.start <= last.end) {
      if (interval.end > last.end) joined[joined.length - 1] = { start: last.start, end: interval.end };
    } else {
      joined.push(interval);
    }
  }
  return joined;
}

/** The instants that are in both lists. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  const [left, right] = [normalise(a), normalise(b)];
  const common: Interval[] = [];
  let [i, j] = [0, 0];
  for (let x = left[i], y = right[j]; x && y; x = left[i], y = right[j]) {
    const start = x.start > y.start ? x.start : y.start;
    const end = x.end < y.end ? x.end : y.end;
    if (start < end) common.push({ start, end });
    if (x.end < y.end) i += 1;
    else j += 1;
  }
  return common;
}

/** The instants of `a` that are in none of `b`. */
export function subtract(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  const removed = normalise(b);
  return normalise(a).flatMap((interval) => {
    const rest: Interval[] = [];
    let start = interval.start;
    for (const hole of removed) {
      if (hole.end <= start) continue;
      if (hole.start >= interval.end) break;
      if (hole.start > start) rest.push({ start, end: hole.start });
      start = hole.end;
    }
    if (start < interval.end) rest.push({ start, end: interval.end });
    return rest;
  });
}
