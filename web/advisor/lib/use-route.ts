import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { hrefOf, parseRoute, type Route } from './route';

const MOVED = 'guichet-moved';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(MOVED, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(MOVED, listener);
  };
}

/** The route that the address bar shows, and how to go to another. */
export function useRoute(): readonly [
  Route,
  (route: Route, options?: { readonly replace?: boolean }) => void,
] {
  const href = useSyncExternalStore(subscribe, () => window.location.href);
  const route = useMemo(() => parseRoute(new URL(href)), [href]);
  const go = useCallback((next: Route, options: { readonly replace?: boolean } = {}) => {
    const target = hrefOf(next);
    if (target === window.location.pathname + window.location.search) return;
    if (options.replace) window.history.replaceState(null, '', target);
    else window.history.pushState(null, '', target);
    window.dispatchEvent(new Event(MOVED));
  }, []);
  return [route, go];
}
