import type { LiveEvent } from '../../../bot/advisor-api/contract';
import { EVENTS_HREF } from './api';
import { hasBearer } from './bearer';
import { openEventStream } from './event-stream';

export type LiveState = 'connecting' | 'live' | 'offline';

interface LiveHandlers {
  onEvent(event: LiveEvent): void;
  onState(state: LiveState): void;
  /** Connected, again or for the first time: whatever happened until now, while nobody listened, has to be read. */
  onReconnected(): void;
}

type Said =
  | { readonly say: 'event'; readonly event: LiveEvent }
  | { readonly say: 'state'; readonly state: LiveState; readonly missed: boolean }
  | { readonly say: 'who' };

const NAME = 'guichet-live';
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** A cut shorter than this is not shown. */
const PATIENCE_MS = 4_000;

/**
 * Follows the event stream. A browser opens six connections to a server at most, so of all tabs of the queue one holds the stream
 * and tells the others; when it closes, the next takes over.
 *
 * @returns stops following.
 */
export function followLive(handlers: LiveHandlers): () => void {
  const stop = new AbortController();
  const channel = channelOfTabs();
  if (channel === null) {
    lead(stop.signal, (said) => hear(said, handlers));
    return () => stop.abort();
  }
  let leading = false;
  let latest: Said | null = null;
  channel.onmessage = ({ data }: MessageEvent<Said>) => {
    if (data.say === 'who') {
      if (leading && latest) channel.postMessage(latest);
    } else if (!leading) hear(data, handlers);
  };
  channel.postMessage({ say: 'who' } satisfies Said);
  navigator.locks
    .request(NAME, { signal: stop.signal }, async () => {
      leading = true;
      lead(stop.signal, (said) => {
        if (said.say === 'state') latest = { ...said, missed: false };
        channel.postMessage(said);
        hear(said, handlers);
      });
      await new Promise((resolve) => stop.signal.addEventListener('abort', resolve));
    })
    .catch(() => undefined);
  stop.signal.addEventListener('abort', () => channel.close());
  return () => stop.abort();
}

/** null where tabs cannot speak to each other: in frames of other sites browsers may refuse it. */
function channelOfTabs(): BroadcastChannel | null {
  if (hasBearer() || !('locks' in navigator) || typeof BroadcastChannel === 'undefined') return null;
  return new BroadcastChannel(NAME);
}

function hear(said: Said, handlers: LiveHandlers): void {
  if (said.say === 'event') handlers.onEvent(said.event);
  else if (said.say === 'state') {
    handlers.onState(said.state);
    if (said.missed) handlers.onReconnected();
  }
}

/** Holds the stream: connects again with growing, scattered waits, and at once when the network is back. */
function lead(signal: AbortSignal, say: (said: Said) => void): void {
  let source: { close(): void } | null = null;
  let timer: number | undefined;
  let patience: number | undefined;
  let wait = FIRST_WAIT_MS;

  const connect = (): void => {
    window.clearTimeout(timer);
    source?.close();
    source = openEventStream(EVENTS_HREF, {
      onOpen: () => {
        window.clearTimeout(patience);
        patience = undefined;
        wait = FIRST_WAIT_MS;
        // The first time too: what the page shows was read before the stream was open, and another tab may have held it until now.
        say({ say: 'state', state: 'live', missed: true });
      },
      onMessage: (data) => say({ say: 'event', event: JSON.parse(data) as LiveEvent }),
      onEnd: () => {
        patience ??= window.setTimeout(
          () => say({ say: 'state', state: 'offline', missed: false }),
          PATIENCE_MS,
        );
        timer = window.setTimeout(connect, wait * (0.75 + Math.random() / 2));
        wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      },
    });
  };

  window.addEventListener('online', connect, { signal });
  signal.addEventListener('abort', () => {
    window.clearTimeout(timer);
    window.clearTimeout(patience);
    source?.close();
  });
  connect();
}
