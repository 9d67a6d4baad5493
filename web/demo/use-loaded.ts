import { useCallback, useEffect, useState } from 'react';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly retry: () => void }
  | { readonly state: 'ready'; readonly value: T };

/** Asks for something once, and again on retry. `ask` must keep its identity. */
export function useLoaded<T>(ask: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  const load = useCallback(() => {
    let current = true;
    setLoaded({ state: 'loading' });
    ask().then(
      (value) => current && setLoaded({ state: 'ready', value }),
      () => current && setLoaded({ state: 'failed', retry: () => void load() }),
    );
    return () => {
      current = false;
    };
  }, [ask]);
  useEffect(load, [load]);
  return loaded;
}
