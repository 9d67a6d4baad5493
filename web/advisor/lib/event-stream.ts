import { fetchSignedIn } from './bearer';

interface StreamHandlers {
  onOpen(): void;
  /** The data of one event. */
  onMessage(data: string): void;
  /** It could not be opened, or has ended. Said once, unless it was closed from here. */
  onEnd(): void;
}

/** Follows server-sent events as EventSource does, and sends the session of a tab of Teams, which EventSource cannot. */
export function openEventStream(path: string, handlers: StreamHandlers): { close(): void } {
  const stop = new AbortController();
  read(path, handlers, stop.signal)
    .catch(() => undefined)
    .then(() => {
      if (!stop.signal.aborted) handlers.onEnd();
    });
  return { close: () => stop.abort() };
}

async function read(path: string, handlers: StreamHandlers, signal: AbortSignal): Promise<void> {
  const response = await fetchSignedIn(path, {
    headers: { accept: 'text/event-stream' },
    cache: 'no-store',
    signal,
  });
  if (!response.ok || response.body === null) return;
  handlers.onOpen();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (rest + value).split('\n\n');
    rest = events.pop() ?? '';
    for (const event of events) {
      const data = dataOf(event);
      if (data !== null) handlers.onMessage(data);
    }
  }
}

/** The data lines of an event; null for a comment or a setting. */
export function dataOf(event: string): string | null {
  const lines = event.split('\n').filter((line) => line.startsWith('data:'));
  return lines.length === 0 ? null : lines.map((line) => line.slice(5).replace(/^ /, '')).join('\n');
}
