import { useCallback, useEffect, useRef } from 'react';
import type { LiveView } from '../../../bot/advisor-api/contract-live';
import { useSession } from '../context';
import { post } from '../lib/api';
import { livePaths } from '../lib/live-ticket';
import { type PresenceReport, PresenceReporter, type Writing } from '../lib/presence-reporter';

/** One for this window: an advisor may have several. */
const TAB = [...crypto.getRandomValues(new Uint8Array(12))]
  .map((byte) => byte.toString(16).padStart(2, '0'))
  .join('');

/** Lets others know that this ticket is looked at here. @returns to be told what is being written. */
export function usePresence(ticketId: string): (writing: Writing) => void {
  const { resources } = useSession();
  const reporter = useRef<PresenceReporter | null>(null);
  useEffect(() => {
    const path = livePaths.ticket(ticketId);
    const say = (report: PresenceReport): void => {
      // It also leaves with the page.
      post<LiveView>(`${path}/presence`, { tabId: TAB, ...report }, { keepalive: !report.here })
        .then((live) => resources.update<LiveView>(path, () => live))
        // Whoever is not connected is shown so elsewhere, and it is said again in a few seconds.
        .catch(() => undefined);
    };
    let current = new PresenceReporter(say);
    reporter.current = current;
    const onHide = () => current.stop();
    const onShow = () => {
      if (document.visibilityState === 'visible') current.again();
    };
    const onRestore = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      current = new PresenceReporter(say);
      reporter.current = current;
    };
    window.addEventListener('pagehide', onHide);
    window.addEventListener('pageshow', onRestore);
    document.addEventListener('visibilitychange', onShow);
    return () => {
      current.stop();
      window.removeEventListener('pagehide', onHide);
      window.removeEventListener('pageshow', onRestore);
      document.removeEventListener('visibilitychange', onShow);
    };
  }, [resources, ticketId]);
  return useCallback((writing) => reporter.current?.wrote(writing), []);
}
