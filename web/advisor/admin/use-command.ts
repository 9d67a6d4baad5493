import { useState } from 'react';
import { useSession } from '../context';
import { ApiFailure } from '../lib/api';
import { failureText } from '../parts/states';

/** A command that is running, or why it was refused. */
export interface Command {
  readonly busy: boolean;
  readonly fault: string | null;
  /** @returns what the server answered; undefined when it refused, which `fault` says. */
  run<T>(call: () => Promise<T>, onFailure?: (failure: ApiFailure) => boolean): Promise<T | undefined>;
}

/** Sends commands one at a time. `onFailure` answers true for what it has dealt with itself, such as a conflict. */
export function useCommand(): Command {
  const { strings } = useSession();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  return {
    busy,
    fault,
    async run(call, onFailure) {
      setBusy(true);
      setFault(null);
      try {
        return await call();
      } catch (error) {
        const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
        if (!onFailure?.(failure)) setFault(failureText(strings, failure));
        return undefined;
      } finally {
        setBusy(false);
      }
    },
  };
}

/** Runs what takes a change back, and says so when it cannot be. */
export function useUndo(): (call: () => Promise<unknown>, then: () => void) => void {
  const { strings, notify } = useSession();
  return (call, then) => {
    call()
      .then(then)
      .catch((error: unknown) => {
        const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
        notify({ text: failureText(strings, failure), tone: 'failure' });
      });
  };
}
