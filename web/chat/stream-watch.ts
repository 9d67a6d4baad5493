/** A close without a code: this page itself let go of the stream. */
const OWN_CLOSE = 1005;

/**
 * Tells when the conversation's stream is cut and when it is open again. DirectLineJS reconnects by itself and says nothing of it;
 * its streams are the only sockets of this page.
 */
export function watchStreams(events: { readonly onOpen: () => void; readonly onCut: () => void }): void {
  class WatchedWebSocket extends window.WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('open', events.onOpen);
      this.addEventListener('close', ({ code }) => {
        if (code !== OWN_CLOSE) events.onCut();
      });
    }
  }
  window.WebSocket = WatchedWebSocket;
}
