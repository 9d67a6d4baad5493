import { complain } from './complain';

export type WidgetEvent = 'open' | 'close' | 'message';
export type Listener = (detail?: unknown) => void;

/** `window.Guichet`. */
export interface GuichetApi {
  /** Opens the chat; a draft is put into the message field for her to send or change. */
  open(draft?: string): void;
  close(): void;
  toggle(): void;
  /** Says who writes, with a token signed by the host page's server; null: nobody in particular. */
  identify(identity: string | null): void;
  on(event: WidgetEvent, listener: Listener): void;
  off(event: WidgetEvent, listener: Listener): void;
  /** A call by name, `push(['open'])`: the same before and after the script has loaded. */
  push(call: readonly [string, ...unknown[]]): void;
}

const COMMANDS = ['open', 'close', 'toggle', 'identify', 'on', 'off'] as const;
const isCommand = (name: string): name is (typeof COMMANDS)[number] =>
  (COMMANDS as readonly string[]).includes(name);

/** Makes a call by its name; an unknown name says what there is. */
export function call(api: Omit<GuichetApi, 'push'>, [name, ...args]: readonly [string, ...unknown[]]): void {
  if (!isCommand(name)) {
    complain(`Guichet: there is no "${name}". Known: ${COMMANDS.join(', ')}.`);
    return;
  }
  (api[name] as (...rest: unknown[]) => void)(...args);
}

/**
 * The calls that a page made before the script had loaded, as `(window.Guichet = window.Guichet || []).push(['open'])`.
 *
 * @param early whatever stands in window.Guichet.
 */
export function earlyCalls(early: unknown): readonly (readonly [string, ...unknown[]])[] {
  if (!Array.isArray(early)) return [];
  return early.filter(
    (entry): entry is readonly [string, ...unknown[]] => Array.isArray(entry) && typeof entry[0] === 'string',
  );
}

/** Who listens to what happens to the chat. */
export function createListeners() {
  const listeners = new Map<WidgetEvent, Set<Listener>>();
  return {
    on(event: WidgetEvent, listener: Listener): void {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    off(event: WidgetEvent, listener: Listener): void {
      listeners.get(event)?.delete(listener);
    },
    emit(event: WidgetEvent, detail?: unknown): void {
      for (const listener of listeners.get(event) ?? []) {
        try {
          listener(detail);
        } catch (error) {
          complain(`Guichet: a listener of "${event}" failed: ${String(error)}`);
        }
      }
    },
  };
}
