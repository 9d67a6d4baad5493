import type { ThemeName } from '../../design/tokens';

/** What the page learns from Teams when it is one of its tabs. */
export interface TeamsHost {
  readonly theme: ThemeName;
  /** The ticket that a deep link of Teams names. */
  readonly ticket: string | null;
  onTheme(listener: (theme: ThemeName) => void): void;
}

const THEMES: Readonly<Record<string, ThemeName>> = { default: 'light', dark: 'dark', contrast: 'contrast' };
const themeOf = (name: string): ThemeName => THEMES[name] ?? 'light';

/** Asks Teams who it is. The library is loaded only inside a frame; a frame that is not Teams never answers, hence the limit. */
export async function joinTeams(limitMs = 3_000): Promise<TeamsHost | null> {
  if (window.parent === window) return null;
  const { app } = await import('@microsoft/teams-js');
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
      onTheme: (listener) => app.registerOnThemeChangeHandler((name) => listener(themeOf(name))),
    };
  } catch {
    return null;
  }
}
