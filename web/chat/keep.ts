import type { Keep } from './session';

/** A place for tokens that the page around this one lends. */
export interface BorrowedKeep extends Keep {
  /** What the page around kept from earlier visits. */
  seed(kept: Readonly<Record<string, string>>): void;
}

/** This page's own storage; null where the browser denies it to a frame of another site. */
export function ownKeep(): Keep | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/**
 * Keeps tokens with the page around this one. It vouches for the person anyway, so it learns nothing that it could not ask for.
 *
 * @param lend asks that page to keep a token.
 */
export function borrowedKeep(lend: (key: string, token: string) => void): BorrowedKeep {
  const tokens = new Map<string, string>();
  return {
    getItem: (key) => tokens.get(key) ?? null,
    setItem(key, token) {
      tokens.set(key, token);
      lend(key, token);
    },
    seed(kept) {
      for (const [key, token] of Object.entries(kept)) tokens.set(key, token);
    },
  };
}
