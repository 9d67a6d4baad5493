/** Tokens are kept under names that begin so (web/chat/session.ts). */
const PREFIX = 'guichet.token.';

/** What the chat's frame may keep in the host page's storage, when the browser denies it its own: its tokens, and nothing else. */
export function lentTokens(storage: () => Storage) {
  return {
    all(): Readonly<Record<string, string>> {
      try {
        const kept = storage();
        const names = Object.keys(kept).filter((name) => name.startsWith(PREFIX));
        return Object.fromEntries(names.map((name) => [name, kept.getItem(name) ?? '']));
      } catch {
        return {};
      }
    },
    keep(name: string, token: string): void {
      if (!name.startsWith(PREFIX)) return;
      try {
        storage().setItem(name, token);
      } catch {
        // Refused or full: a reload of the host page starts a new conversation.
      }
    },
  };
}
