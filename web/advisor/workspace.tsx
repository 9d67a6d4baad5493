import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { LiveEvent, Me, MessageView, TicketDetail } from '../../bot/advisor-api/contract';
import type { Appearance } from './app';
import { type Notice, type Session, SessionProvider } from './context';
import { ApiFailure, get, post } from './lib/api';
import { endSession, hasBearer } from './lib/bearer';
import type { Conflict } from './lib/conflicts';
import { datesIn } from './lib/dates';
import { forgetAll } from './lib/drafts';
import { followLive, type LiveState } from './lib/live';
import { refreshLive, refreshLiveOf } from './lib/live-ticket';
import { Outgoing } from './lib/outgoing';
import { paced } from './lib/paced';
import { isAgenda, isSlots, isTicket, isTicketList, paths } from './lib/paths';
import { Resources } from './lib/resources';
import { useShortcuts } from './lib/shortcuts';
import { showWritten } from './lib/ticket-commands';
import type { PageId } from './lib/route';
import { useRoute } from './lib/use-route';
import { PAGES } from './pages/registry';
import { OfflineBanner } from './parts/offline-banner';
import type { TeamsState } from './parts/signed-out';
import { Snackbar } from './parts/snackbar';
import { Nav } from './queue/nav';
import { TicketListPane } from './queue/ticket-list';
import { useShownList } from './queue/use-listed-tickets';
import type { Strings } from './strings.fr';
import { TicketPane } from './ticket/ticket-pane';
import css from './workspace.module.css';
import { ofThisTab } from './lib/storage';

const HelpDialog = lazy(() => import('./parts/help-dialog'));
const ConflictDialog = lazy(() => import('./ticket/live-conflict-dialog'));
const NotificationsDialog = lazy(() => import('./parts/notifications-dialog'));
const PasswordDialog = lazy(() => import('./parts/password-dialog'));
const SessionsDialog = lazy(() => import('./parts/sessions-dialog'));

/** The signed-in screen: views, list and ticket, or one of the pages; kept up to date by the event stream. */
export function Workspace(props: {
  readonly me: Me;
  /** This machine's clock when `me` was read: the difference to the server's is kept. */
  readonly readAt: number;
  readonly strings: Strings;
  readonly appearance: Appearance;
  readonly onSignedOut: (teams: TeamsState | null) => void;
}) {
  const { me, readAt, strings, appearance, onSignedOut } = props;
  const [route, go] = useRoute();
  const [notice, setNotice] = useState<Notice | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [dialog, setDialog] = useState<'help' | 'password' | 'sessions' | 'notifications' | null>(null);
  const { resources, outgoing } = useStores(onSignedOut);
  const live = useLiveUpdates(resources);
  const dates = useMemo(
    () => datesIn(strings.locale, me.desks[0]?.zone ?? 'Europe/Paris'),
    [strings.locale, me.desks],
  );
  const offset = Date.parse(me.now) - readAt;
  const now = useCallback(() => new Date(Date.now() + offset), [offset]);

  const session = useMemo<Session>(
    () => ({
      me,
      strings,
      dates,
      resources,
      outgoing,
      route,
      go,
      now,
      notify: setNotice,
      askAboutConflict: setConflict,
    }),
    [me, strings, dates, resources, outgoing, route, go, now],
  );
  useShortcuts({ '?': () => setDialog('help') });

  const signOut = useCallback(async () => {
    const inTeams = hasBearer();
    await endSession(() => post('/sign-out').catch(() => undefined));
    forgetAll(ofThisTab);
    onSignedOut(inTeams ? 'left' : null);
  }, [onSignedOut]);

  const ticketOpen = route.page === 'queue' && route.ticket !== null;
  return (
    <SessionProvider value={session}>
      <div className={css.frame}>
        <a className={css.skip} href="#content">
          {strings.skip}
        </a>
        {live === 'offline' && <OfflineBanner onRetry={() => resources.refresh()} />}
        <div className={css.shell} data-page={route.page} data-ticket={ticketOpen || undefined}>
          <Nav
            appearance={appearance}
            onHelp={() => setDialog('help')}
            onPassword={() => setDialog('password')}
            onSessions={() => setDialog('sessions')}
            onNotifications={() => setDialog('notifications')}
            onSignOut={() => void signOut()}
          />
          <main id="content" tabIndex={-1} className={css.main}>
            {route.page === 'queue' && <ShownList />}
            {route.page === 'queue' && <TicketPane key={route.ticket} reference={route.ticket} />}
            <Suspense fallback={<div aria-busy />}>
              {route.page !== 'queue' && <PageContent page={route.page} section={route.section} />}
            </Suspense>
          </main>
        </div>
      </div>
      <Snackbar notice={notice} onClose={() => setNotice(null)} />
      <Suspense>
        {conflict && <ConflictDialog conflict={conflict} onClose={() => setConflict(null)} />}
        {dialog === 'help' && <HelpDialog onClose={() => setDialog(null)} />}
        {dialog === 'password' && <PasswordDialog onClose={() => setDialog(null)} />}
        {dialog === 'notifications' && <NotificationsDialog onClose={() => setDialog(null)} />}
        {dialog === 'sessions' && <SessionsDialog onClose={() => setDialog(null)} />}
      </Suspense>
    </SessionProvider>
  );
}

function ShownList() {
  return <TicketListPane {...useShownList()} />;
}

function PageContent({ page, section }: { readonly page: PageId; readonly section?: string }) {
  const { content: Content } = PAGES[page];
  return <Content section={section} />;
}

/** What has been read and what is being sent, for as long as somebody is signed in. */
function useStores(onSignedOut: (teams: TeamsState | null) => void): {
  resources: Resources;
  outgoing: Outgoing;
} {
  return useMemo(() => {
    const watched = async <T,>(answer: Promise<T>): Promise<T> => {
      try {
        return await answer;
      } catch (error) {
        if (error instanceof ApiFailure && error.signedOut) onSignedOut(hasBearer() ? 'failed' : null);
        throw error;
      }
    };
    const resources = new Resources((path) => watched(get(path)));
    const outgoing = new Outgoing(
      ({ ticketId, kind, text, clientId, files, seenReplyId }) =>
        watched(
          post<MessageView>(`${paths.ticket(ticketId)}/messages`, {
            kind,
            text,
            clientId,
            files,
            seenReplyId,
          }),
        ),
      ({ ticketId }, written) => showWritten(resources, ticketId, written),
      ofThisTab,
    );
    return { resources, outgoing };
  }, [onSignedOut]);
}

/** Lists are read again no more often than this while others work: twenty advisors change something every second. Milliseconds. */
const LISTS_EVERY_MS = 1_500;

function useLiveUpdates(resources: Resources): LiveState {
  const [state, setState] = useState<LiveState>('connecting');
  const wasOffline = useRef(false);
  useEffect(() => {
    const readLists = paced(() => resources.refresh(isTicketList), LISTS_EVERY_MS);
    return followLive({
      onEvent: (event) => apply(event, resources, readLists),
      onState: (next) => {
        setState(next);
        // Reading once tells a lost connection from a session that is over.
        if (next === 'offline' && !wasOffline.current) resources.refresh();
        wasOffline.current = next === 'offline';
      },
      onReconnected: () => resources.refresh(),
    });
  }, [resources]);
  return state;
}

function apply(event: LiveEvent, resources: Resources, readLists: () => void): void {
  switch (event.type) {
    case 'ticket':
      refreshLiveOf(resources, event.id);
      readLists();
      return resources.refresh(
        (path) => isTicket(path) && resources.snapshot<TicketDetail>(path).data?.id === event.id,
      );
    case 'live':
      return refreshLive(resources, event);
    case 'conversation':
      return resources.refresh(
        (path) =>
          isTicket(path) &&
          resources.snapshot<TicketDetail>(path).data?.conversationId === event.conversationId,
      );
    case 'coupon':
      return resources.refresh((path) => path === paths.coupons);
    case 'appointment':
      return resources.refresh((path) => isAgenda(path) || isSlots(path) || isTicket(path));
  }
}
