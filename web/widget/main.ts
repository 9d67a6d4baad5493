import { call, createListeners, earlyCalls, type GuichetApi } from './commands';
import { complain } from './complain';
import { lentTokens } from './lent-storage';
import { readOptions, type WidgetOptions } from './options';
import { envelope, readFromChat, type ToChat } from './protocol';
import { createView } from './view';

declare global {
  interface Window {
    /** The embed script's handle; before it has loaded, a list of calls to make. */
    Guichet?: GuichetApi | readonly unknown[];
  }
}

function start(options: WidgetOptions): {
  readonly api: GuichetApi;
  readonly show: (focus: boolean) => void;
} {
  const listeners = createListeners();
  const lent = lentTokens(() => window.localStorage);
  let identity = options.identity;
  let open = false;
  let ready = false;
  let unread = 0;
  let takesFocus = true;
  let draft: string | null = null;

  const view = createView(options, { toggle: () => api.toggle(), escape: () => api.close() });

  const tell = (message: ToChat): void => {
    if (ready) view.frame()?.contentWindow?.postMessage(envelope(message), options.origin);
  };

  window.addEventListener('message', (event) => {
    if (event.origin !== options.origin || event.source !== view.frame()?.contentWindow) return;
    const message = readFromChat(event.data);
    switch (message?.type) {
      case 'ready':
        ready = true;
        tell({ type: 'configure', identity, kept: lent.all() });
        tell({ type: 'visible', visible: open, focus: takesFocus });
        sendDraft();
        break;
      case 'message':
        if (!open) {
          unread += 1;
          view.setUnread(unread);
        }
        listeners.emit('message', { text: message.text });
        break;
      case 'keep':
        lent.keep(message.name, message.token);
        break;
      case 'close':
        api.close();
        break;
    }
  });

  const sendDraft = (): void => {
    if (!ready || draft === null) return;
    tell({ type: 'draft', text: draft });
    draft = null;
  };

  const show = (focus: boolean): void => {
    if (open) return;
    open = true;
    takesFocus = focus;
    unread = 0;
    view.setUnread(0);
    view.show(focus);
    tell({ type: 'visible', visible: true, focus });
    listeners.emit('open');
  };

  const commands: Omit<GuichetApi, 'push'> = {
    open(text) {
      if (typeof text === 'string') draft = text;
      show(true);
      sendDraft();
    },
    close() {
      if (!open) return;
      open = false;
      view.hide();
      tell({ type: 'visible', visible: false, focus: false });
      listeners.emit('close');
    },
    toggle() {
      if (open) commands.close();
      else commands.open();
    },
    identify(token) {
      identity = token || null;
      tell({ type: 'configure', identity, kept: lent.all() });
    },
    on: listeners.on,
    off: listeners.off,
  };
  const api: GuichetApi = { ...commands, push: (entry) => call(commands, entry) };
  return { api, show };
}

/** The element that loaded this script, also when it came as a module or was inserted by another script. */
const ownScript = (): HTMLScriptElement | null =>
  document.currentScript instanceof HTMLScriptElement
    ? document.currentScript
    : document.querySelector<HTMLScriptElement>('script[src*="/widget.js"]');

function boot(script: HTMLScriptElement): void {
  const read = readOptions(script.dataset, script.src, document.documentElement.lang);
  if (!read.ok) {
    complain(read.problem);
    return;
  }
  const early = earlyCalls(window.Guichet);
  const { api, show } = start(read.options);
  window.Guichet = api;
  early.forEach((entry) => api.push(entry));
  // A page that opens the chat by itself does not take the focus from what its reader is doing.
  if (read.options.open) show(false);
}

const script = ownScript();
if (script !== null && (window.Guichet === undefined || Array.isArray(window.Guichet))) {
  if (document.body === null) document.addEventListener('DOMContentLoaded', () => boot(script));
  else boot(script);
}
