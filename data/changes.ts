import type { Change, ChangeFeed } from './services';

/**
 * The change feed of one process. Listeners are called at once, in the order of their subscription; one that throws is reported
 * and disturbs neither the others nor the command that has just been committed.
 */
export function createChangeFeed(onListenerError: (error: unknown) => void = () => undefined): ChangeFeed {
  const listeners = new Set<(change: Change) => void>();
  return {
    publish(change) {
      for (const listener of [...listeners]) {
        try {
          listener(change);
        } catch (error) {
          onListenerError(error);
        }
      }
    },
    subscribe(listener) {
      const entry = (change: Change): void => listener(change);
      listeners.add(entry);
      return () => {
        listeners.delete(entry);
      };
    },
  };
}
