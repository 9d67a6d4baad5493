import { FluentProvider } from '@fluentui/react-components';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Me } from '../../bot/advisor-api/contract';
import { fluentThemes } from '../design/fluent-theme';
import type { ThemeName } from '../design/tokens';
import { ApiFailure, get } from './lib/api';
import { hasBearer } from './lib/bearer';
import { keepFocus } from './lib/focus-keeper';
import { joinTeams } from './lib/teams';
import { signInFromTeams } from './lib/teams-sign-in';
import { keepTheme, keptTheme, onSystemTheme, systemTheme, type ThemeChoice } from './lib/theme';
import { ErrorBoundary } from './parts/error-boundary';
import { FailurePage } from './parts/states';
import { SignedOut, type TeamsState } from './parts/signed-out';
import { keepLanguage, keptLanguage, type Language, loadStrings } from './strings';
import { fr, type Strings } from './strings.fr';
import { Workspace } from './workspace';

type Start =
  | { readonly state: 'loading' }
  /** `teams`: this is a tab of Teams, and why nobody is signed in. */
  | { readonly state: 'signed-out'; readonly teams: TeamsState | null }
  | { readonly state: 'failed'; readonly failure: ApiFailure }
  | { readonly state: 'ready'; readonly me: Me; readonly readAt: number };

/** The whole page: who is signed in, in which language and theme; then the workspace. */
export function App() {
  const { theme, choice, choose } = useTheme();
  const { strings, language, setLanguage } = useLanguage();
  const [start, setStart] = useState<Start>({ state: 'loading' });

  const readMe = useCallback(async () => {
    const teams = hasBearer() ? null : await signInFromTeams();
    if (teams !== null && teams.kind !== 'in' && teams.kind !== 'outside') {
      setStart({ state: 'signed-out', teams: teams.kind === 'unlinked' ? 'unlinked' : 'failed' });
      return;
    }
    try {
      setStart({ state: 'ready', me: await get<Me>('/me'), readAt: Date.now() });
    } catch (error) {
      const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
      const teams = hasBearer() ? 'failed' : null;
      setStart(failure.signedOut ? { state: 'signed-out', teams } : { state: 'failed', failure });
    }
  }, []);
  useEffect(() => void readMe(), [readMe]);
  useEffect(keepFocus, []);
  // An answer that comes late says again that nobody is signed in: how it came about stays on the page.
  const onSignedOut = useCallback(
    (teams: TeamsState | null) =>
      setStart((now) => (now.state === 'signed-out' ? now : { state: 'signed-out', teams })),
    [],
  );

  return (
    <FluentProvider theme={fluentThemes[theme]} applyStylesToPortals>
      <ErrorBoundary strings={strings}>
        {start.state === 'signed-out' && (
          <SignedOut strings={strings} teams={start.teams} onRetry={() => void readMe()} />
        )}
        {start.state === 'failed' && (
          <FailurePage strings={strings} failure={start.failure} onRetry={() => void readMe()} whole />
        )}
        {start.state === 'ready' && (
          <Workspace
            me={start.me}
            readAt={start.readAt}
            strings={strings}
            appearance={{ choice, choose, language, setLanguage }}
            onSignedOut={onSignedOut}
          />
        )}
      </ErrorBoundary>
    </FluentProvider>
  );
}

/** How the page looks and speaks, as the account menu changes it. */
export interface Appearance {
  readonly choice: ThemeChoice;
  choose(choice: ThemeChoice): void;
  readonly language: Language;
  setLanguage(language: Language): void;
}

function useTheme(): { theme: ThemeName; choice: ThemeChoice; choose(choice: ThemeChoice): void } {
  const system = useSyncExternalStore(onSystemTheme, systemTheme);
  const [choice, setChoice] = useState(keptTheme);
  const [host, setHost] = useState<ThemeName | null>(null);
  useEffect(() => {
    void joinTeams().then((teams) => {
      if (teams === null) return;
      setHost(teams.theme);
      teams.onTheme(setHost);
      if (teams.ticket !== null) {
        window.history.replaceState(null, '', `/advisor/tickets/${encodeURIComponent(teams.ticket)}`);
        window.dispatchEvent(new PopStateEvent('popstate'));
      }
    });
  }, []);
  const theme = choice === 'system' ? (host ?? system) : choice;
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const choose = useCallback((next: ThemeChoice) => {
    keepTheme(next);
    setChoice(next);
  }, []);
  return { theme, choice, choose };
}

function useLanguage(): { strings: Strings; language: Language; setLanguage(language: Language): void } {
  const [language, setLanguage] = useState(keptLanguage);
  const [strings, setStrings] = useState<Strings>(fr);
  useEffect(() => {
    document.documentElement.lang = language;
    void loadStrings(language).then(setStrings);
  }, [language]);
  const change = useCallback((next: Language) => {
    keepLanguage(next);
    setLanguage(next);
  }, []);
  return { strings, language, setLanguage: change };
}
