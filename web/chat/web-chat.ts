import type { Activity } from './incoming';

/** The part of the official bundle (`/webchat.js`) that the page uses. */
export interface WebChatBundle {
  createDirectLine(options: { token: string; domain: string; webSocket: boolean }): DirectLine;
  createStore(initial: object, middleware: StoreMiddleware): Store;
  renderWebChat(props: object, element: HTMLElement): void;
}

export interface DirectLine {
  readonly connectionStatus$: {
    subscribe(next: (status: number) => void): { unsubscribe(): void };
  };
  /** The token in use: refreshed every 15 minutes. */
  readonly token?: string;
  end(): void;
}

/** Numbers of DirectLineJS's ConnectionStatus. */
export const CONNECTION = { online: 2, expired: 3, failed: 4 } as const;

export interface StoreAction {
  readonly type: string;
  readonly payload?: {
    readonly activity?: Activity;
    readonly attachments?: readonly { readonly blob: Blob & { readonly name?: string } }[];
  };
}
export interface Store {
  dispatch(action: StoreAction | object): void;
}
export type StoreMiddleware = (
  store: Store,
) => (next: (action: StoreAction) => unknown) => (action: StoreAction) => unknown;

declare global {
  interface Window {
    WebChat?: WebChatBundle;
  }
}

/** Loads the official bundle from our own server. @throws when it does not arrive. */
export function loadWebChat(): Promise<WebChatBundle> {
  if (window.WebChat) return Promise.resolve(window.WebChat);
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = '/webchat.js';
    script.onload = () => {
      if (window.WebChat) resolve(window.WebChat);
      else reject(new Error('/webchat.js holds no Web Chat.'));
    };
    script.onerror = () => {
      script.remove();
      reject(new Error('/webchat.js could not be loaded.'));
    };
    document.head.append(script);
  });
}
