import type { ThemeName } from '../../design/tokens';
import { lasting } from './storage';

/** What the advisor chose; 'system' follows her machine. */
export type ThemeChoice = 'system' | ThemeName;
export const THEME_CHOICES: readonly ThemeChoice[] = ['system', 'light', 'dark', 'contrast'];

const KEY = 'guichet-theme';

export const keptTheme = (): ThemeChoice =>
  THEME_CHOICES.find((choice) => choice === lasting.getItem(KEY)) ?? 'system';

export const keepTheme = (choice: ThemeChoice): void => lasting.setItem(KEY, choice);

const QUERIES = {
  contrast: window.matchMedia('(prefers-contrast: more)'),
  dark: window.matchMedia('(prefers-color-scheme: dark)'),
};

/** The theme of the machine. */
export function systemTheme(): ThemeName {
  if (QUERIES.contrast.matches) return 'contrast';
  return QUERIES.dark.matches ? 'dark' : 'light';
}

export function onSystemTheme(listener: () => void): () => void {
  const queries = Object.values(QUERIES);
  queries.forEach((query) => query.addEventListener('change', listener));
  return () => queries.forEach((query) => query.removeEventListener('change', listener));
}
