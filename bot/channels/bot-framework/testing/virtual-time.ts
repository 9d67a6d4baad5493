import type { Timer } from '../../../timer';

interface Sleeper {
  readonly at: number;
  readonly order: number;
  readonly wake: () => void;
}

/**
 * A clock that stands still while anything is being done, and jumps to the next thing that somebody waits for when nothing is: half an
 * hour of waiting takes no longer than the work in it.
 */
export interface VirtualTime extends Timer {
  /** Counts work that is under way outside of JavaScript (a request, a query): time stands still until it is done. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Wraps a service so that every call of it counts as work. */
  busyWhile<S extends object>(service: S): S;
  /** Lets time pass until then, running whatever falls due. */
  runUntil(instant: Date): Promise<void>;
  /** The work under way that ends by itself only when time passes (a request that hangs). */
  hanging: number;
}

/** How often the event loop turns without any new work before nothing is taken to be under way. */
const QUIET_TURNS = 4;

export function createVirtualTime(start: Date): VirtualTime {
  let now = start.getTime();
  let order = 0;
  let busy = 0;
  const sleepers = new Set<Sleeper>();

  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  async function untilQuiet(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TURNS;) {
      await turn();
      quiet = busy - time.hanging <= 0 ? quiet + 1 : 0;
    }
  }

  const first = (): Sleeper | undefined =>
    [...sleepers].sort((one, other) => one.at - other.at || one.order - other.order)[0];

  const time: VirtualTime = {
    hanging: 0,
    now: () => new Date(now),
    sleep(milliseconds, signal) {
      return new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const wake = (): void => {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        const sleeper: Sleeper = { at: now + Math.max(0, milliseconds), order: (order += 1), wake };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', wake);
      });
    },
    async during(work) {
      busy += 1;
      try {
        return await work;
      } finally {
        busy -= 1;
      }
    },
    busyWhile: (service) =>
      new Proxy(service, {
        get(target, property, receiver) {
          const value: unknown = Reflect.get(target, property, receiver);
          if (typeof value !== 'function') return value;
          return (...args: unknown[]) => {
            const result: unknown = Reflect.apply(value, target, args);
            return result instanceof Promise ? time.during(result) : result;
          };
        },
      }),
    async runUntil(instant) {
      for (;;) {
        await untilQuiet();
        const next = first();
        if (next === undefined || next.at > instant.getTime()) break;
        now = Math.max(now, next.at);
        next.wake();
      }
      now = Math.max(now, instant.getTime());
    },
  };
  return time;
}
