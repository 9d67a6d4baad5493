import { useState } from 'react';
import { useSession } from '../context';
import { ApiFailure } from '../lib/api';
import { failureText } from '../parts/states';

/** A call of a dialog on its way, and why the last try failed, in words. */
export interface Call {
  readonly busy: boolean;
  readonly fault: string | null;
  /** @returns what was answered; null when it failed, which is then said in `fault`. */
  run<T>(work: () => Promise<T>): Promise<T | null>;
}

export function useCall(): Call {
  const { strings } = useSession();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  return {
    busy,
    fault,
    async run(work) {
      setBusy(true);
      setFault(null);
      try {
        return await work();
      } catch (error) {
        const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
        setFault(failureText(strings, failure));
        return null;
      } finally {
        setBusy(false);
      }
    },
  };
}
