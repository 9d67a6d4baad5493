/** Who may have the focus around the chat. */
export interface FocusPlaces<E> {
  readonly active: E | null;
  /** What had it when the chat was opened. */
  readonly before: E | null;
  readonly host: E;
  readonly body: E;
  readonly launcher: E;
}

/**
 * What gets the focus when the chat is closed: what had it before, if that is still there; else the button. Null: the page closed the chat
 * while she writes elsewhere, so that there is nothing to give back.
 */
export function focusAfterClosing<E extends { readonly isConnected: boolean }>({
  active,
  before,
  host,
  body,
  launcher,
}: FocusPlaces<E>): E | null {
  if (active !== null && active !== host && active !== body) return null;
  return before?.isConnected && before !== host && before !== body ? before : launcher;
}
