import type { ThemeName } from '../../design/tokens';

/** What the page learns from Teams when it is one of its tabs. */
export interface TeamsHost {
  readonly theme: ThemeName;
  /** The ticket that a deep link of Teams names. */
  readonly ticket: string | null;
  onTheme(listener: (theme: ThemeName) => void): void;
  /** A fresh token that says who she is, for our server. @throws when Teams gives none. */
  token(): Promise<string>;
}

const THEMES: Readonly<Record<string, ThemeName>> = { default: 'light', dark: 'dark', contrast: 'contrast' };
const themeOf = (name: string): ThemeName => THEMES[name] ?? 'light';

/** A frame that is not Teams never answers. */
const LIMIT_MS = 3_000;

let joined: Promise<TeamsHost | null> | undefined;

/** Asks Teams who it is, once; null outside of it. The library is loaded only inside a frame. */
export const joinTeams = (): Promise<TeamsHost | null> => (joined ??= join(LIMIT_MS));

async function join(limitMs: number): Promise<TeamsHost | null> {
  if (window.parent === window) return null;
  const { app, authentication } = await import('@microsoft/teams-js');
  const late = new Promise<never>((_, reject) => {
    window.setTimeout(() => reject(new Error('No answer from the frame')), limitMs);
  });
  try {
    await Promise.race([app.initialize(), late]);
    const context = await app.getContext();
    app.notifySuccess();
    return {
      theme: themeOf(context.app.theme),
      ticket: context.page.subPageId || null,
      token: () => authentication.getAuthToken({ silent: false }),
      onTheme: (listener) => app.registerOnThemeChangeHandler((name) => listener(themeOf(name))),
    };
  } catch {
    return null;
  }
}
