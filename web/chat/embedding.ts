import { envelope, readToChat, type FromChat } from '../widget/protocol';

/** How long a frame waits for its page to say who writes; a page without the embed script never does. */
const PATIENCE_MS = 2_000;

export interface EmbeddingEvents {
  /** @param kept tokens of earlier visits that the page around kept. */
  onIdentity(identity: string | null, kept: Readonly<Record<string, string>>): void;
  onVisible(visible: boolean, focus: boolean): void;
  onDraft(text: string): void;
}

/** The page around this one, when the embed script opened it. */
export interface Embedding {
  readonly embedded: boolean;
  tell(message: FromChat): void;
}

/** Connects to the embed script of the page around this one. Alone in its window, the chat starts at once, for a visitor. */
export function connectEmbedding(embedded: boolean, events: EmbeddingEvents): Embedding {
  if (!embedded || window.parent === window) {
    events.onIdentity(null, {});
    events.onVisible(true, true);
    return { embedded: false, tell: () => undefined };
  }
  let origin: string | null = null;
  const waiting = window.setTimeout(() => events.onIdentity(null, {}), PATIENCE_MS);
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent || (origin !== null && event.origin !== origin)) return;
    const message = readToChat(event.data);
    if (message === null) return;
    origin = event.origin;
    if (message.type === 'visible') {
      events.onVisible(message.visible, message.focus);
      return;
    }
    if (message.type === 'draft') {
      events.onDraft(message.text);
      return;
    }
    window.clearTimeout(waiting);
    events.onIdentity(message.identity, message.kept);
  });
  // Says nothing but that it is there: whoever frames this page may know that.
  window.parent.postMessage(envelope({ type: 'ready' }), '*');
  return {
    embedded: true,
    tell(message) {
      if (origin !== null) window.parent.postMessage(envelope(message), origin);
    },
  };
}
