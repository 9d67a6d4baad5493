import { hostColours } from './colours';
import { focusAfterClosing } from './focus';
import styles from './widget.css?inline';
import type { WidgetOptions } from './options';

const WORDS = {
  fr: {
    panel: 'Conversation avec votre guichet',
    close: 'Fermer la conversation',
    unread: (count: number) => `${count} message${count > 1 ? 's' : ''} non lu${count > 1 ? 's' : ''}`,
  },
  en: {
    panel: 'Conversation with your desk',
    close: 'Close the conversation',
    unread: (count: number) => `${count} unread message${count > 1 ? 's' : ''}`,
  },
} as const;

const ICON = `<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"><path d="M4 20V9a8 8 0 0 1 16 0v11"/><path d="M3 20h18"/><path d="M9.5 20a2.5 2.5 0 0 1 5 0"/><path d="M12 7v.01M12 12.5v.01M9.3 9.8v.01M14.7 9.8v.01"/></svg>`;
const CROSS = `<svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"><path d="M6 6l12 12M18 6L6 18"/></svg>`;

/** What stands on the host page: a button, and a panel that holds the chat once it has been opened. Both in a shadow root. */
export interface WidgetView {
  readonly frame: () => HTMLIFrameElement | null;
  /** Shows the panel; the first time, loads the chat into it. */
  show(takeFocus: boolean): void;
  /** Hides the panel and gives the focus back. */
  hide(): void;
  setUnread(count: number): void;
}

export function createView(
  options: WidgetOptions,
  handlers: { readonly toggle: () => void; readonly escape: () => void },
): WidgetView {
  const words = WORDS[options.locale];
  const host = document.createElement('guichet-widget');
  host.dataset.position = options.position;
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.innerHTML = `<style>${hostColours()}${styles}</style>
<div class="widget" lang="${options.locale}">
  <section class="panel" id="panel" role="dialog" hidden></section>
  <button class="launcher" type="button" aria-haspopup="dialog" aria-expanded="false" aria-controls="panel">
    <span class="icon">${ICON}</span><span class="label"></span><span class="badge" hidden></span>
  </button>
  <span class="announce" role="status"></span>
</div>`;
  const find = <E extends HTMLElement>(selector: string): E => shadow.querySelector<E>(selector) as E;
  const panel = find<HTMLElement>('.panel');
  const launcher = find<HTMLButtonElement>('.launcher');
  const badge = find<HTMLElement>('.badge');
  const icon = find<HTMLElement>('.icon');
  find<HTMLElement>('.label').textContent = options.label;
  panel.setAttribute('aria-label', words.panel);
  launcher.addEventListener('click', handlers.toggle);
  shadow.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Escape') handlers.escape();
  });
  document.body.append(host);

  let frame: HTMLIFrameElement | null = null;
  let focusBefore: HTMLElement | null = null;

  return {
    frame: () => frame,
    show(takeFocus) {
      focusBefore = takeFocus ? (document.activeElement as HTMLElement | null) : null;
      frame ??= appendFrame(panel, options, words.panel);
      panel.hidden = false;
      launcher.setAttribute('aria-expanded', 'true');
      launcher.setAttribute('aria-label', words.close);
      icon.innerHTML = CROSS;
      host.dataset.open = '';
      if (takeFocus) frame.focus();
    },
    hide() {
      panel.hidden = true;
      launcher.setAttribute('aria-expanded', 'false');
      launcher.removeAttribute('aria-label');
      icon.innerHTML = ICON;
      delete host.dataset.open;
      const { activeElement: active, body } = document;
      focusAfterClosing({
        active: active as HTMLElement | null,
        before: focusBefore,
        host,
        body,
        launcher,
      })?.focus();
    },
    setUnread(count) {
      badge.hidden = count === 0;
      badge.textContent = count > 9 ? '9+' : String(count);
      badge.setAttribute('aria-label', words.unread(count));
      find<HTMLElement>('.announce').textContent = count === 0 ? '' : words.unread(count);
    },
  };
}

function appendFrame(panel: HTMLElement, options: WidgetOptions, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  const query = new URLSearchParams({ desk: options.desk, locale: options.locale, embed: '1' });
  frame.src = `${options.origin}/chat?${query.toString()}`;
  frame.title = title;
  frame.allow = 'clipboard-write';
  panel.append(frame);
  return frame;
}
