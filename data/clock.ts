/** Where "now" comes from. Rules never read it: they take `now` as an argument; services and the edge read it once a turn. */
export interface Clock {
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/**
 * A clock that starts at a given instant and runs on from there (GUICHET_CLOCK, demonstrations and end-to-end tests).
 *
 * @param start the instant at which this clock starts.
 * @param base the clock that tells how much time has passed since.
 */
export function shiftedClock(start: Date, base: Clock = systemClock): Clock {
  const offset = start.getTime() - base.now().getTime();
  return { now: () => new Date(base.now().getTime() + offset) };
}

/** A clock that stands still until a test moves it. */
export function fixedClock(start: Date): Clock & { set(at: Date): void } {
  let current = start;
  return {
    now: () => new Date(current),
    set: (at) => {
      current = at;
    },
  };
}
