import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Me } from '../../bot/advisor-api/contract';
import type { Conflict } from './lib/conflicts';
import { type Dates, datesIn } from './lib/dates';
import type { Outgoing } from './lib/outgoing';
import type { Resources, Snapshot } from './lib/resources';
import type { Route } from './lib/route';
import type { Strings } from './strings.fr';

/** A line at the foot of the page, with a way back for five seconds. */
export interface Notice {
  readonly text: string;
  readonly undo?: () => void;
  readonly tone?: 'failure';
}

/** What every part of the signed-in screen works with. */
export interface Session {
  readonly me: Me;
  readonly strings: Strings;
  readonly dates: Dates;
  readonly resources: Resources;
  readonly outgoing: Outgoing;
  readonly route: Route;
  /** Goes to a route; the back button returns. */
  go(route: Route, options?: { readonly replace?: boolean }): void;
  notify(notice: Notice): void;
  /** Asks what stays when somebody else was faster. */
  askAboutConflict(conflict: Conflict): void;
  /** The server's time now. */
  now(): Date;
}

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession outside of SessionProvider');
  return session;
}

/** What is known of an address of the API, kept up to date while it is shown. null shows nothing. */
export function useResource<T>(path: string | null): Snapshot<T> {
  const { resources } = useSession();
  const subscribe = useCallback(
    (listener: () => void) => (path === null ? () => undefined : resources.subscribe(path, listener)),
    [resources, path],
  );
  return useSyncExternalStore(subscribe, () => resources.snapshot<T>(path ?? ''));
}

/** Dates as a desk has them: deadlines are reckoned in its zone, which may be another than the one of her first desk. */
export function useDeskDates(deskId: string): Dates {
  const { me, strings, dates } = useSession();
  const zone = me.desks.find(({ id }) => id === deskId)?.zone;
  return useMemo(
    () => (zone === undefined || zone === me.desks[0]?.zone ? dates : datesIn(strings.locale, zone)),
    [zone, me.desks, dates, strings.locale],
  );
}

/** The server's time, moving on every half minute: enough for waiting times in minutes. */
export function useNow(): Date {
  const { now } = useSession();
  const [at, setAt] = useState(now);
  useEffect(() => {
    const timer = window.setInterval(() => setAt(now()), 30_000);
    return () => window.clearInterval(timer);
  }, [now]);
  return at;
}
